"""The demo site: what of the archive is there, and what a bad line says."""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from ampcpp.models import Document, Page, SiteDetails
from governance.models import Body, Council, Mandate, Person, Presidency, Roster, Term
from news.models import Category, Mention, Release
from programme.models import Activity, Programme

pytestmark = pytest.mark.django_db

BUREAU_2022 = [
    ("عبد العزيز الدرويش", "رئيس الجمعية"),
    ("نور الدين الأزرق", "النائب الأول للرئيس"),
    ("سعيد الناصري", "النائب الثاني للرئيس"),
    ("مولود علوات", "النائب الثالث للرئيس"),
    ("لحسن بلفقيه", "النائب الرابع للرئيس"),
    ("جواد الدواحي", "النائب الخامس للرئيس"),
    ("محمد قاسمي", "النائب السادس للرئيس"),
    ("لحسن زلماط", "النائب السابع للرئيس"),
    ("سعيد أفروخ", "النائب الثامن للرئيس"),
    ("محمد الشيخ بلا", "النائب التاسع للرئيس"),
    ("محمد جلول", "النائب العاشر للرئيس"),
    ("اعتماد الزاهيدي", "النائبة الحادية عشرة للرئيس"),
    ("عبد الله كاريم", "النائب الثاني عشر للرئيس"),
    ("حمزة إد موسى", "الكاتب العام للجمعية"),
    ("إبراهيم بنصبيح", "نائب الكاتب العام للجمعية"),
    ("عبد الواحد خلوقي", "أمين المال"),
    ("بشرى الوردي", "نائبة أمين المال"),
]
CHAIRS_2022 = [
    ("سعيد الرحموني", "رئيس لجنة الشؤون الإدارية والمالية"),
    ("محمد غازي", "رئيس لجنة الشؤون القانونية والعلاقات مع السلطات العمومية"),
    ("نبيل العيادي", "رئيس لجنة الشؤون الاجتماعية والثقافية والرياضية"),
    ("مصطفى هروس", "رئيس لجنة التعاون والعلاقات الخارجية"),
    ("عبد الحفيظ أوعشي", "رئيس لجنة التواصل والإعلام والنشر"),
    ("كبير المعاشي", "رئيس لجنة التكوين المستمر"),
    ("نور الدين المرزوكي", "رئيس لجنة البيئة والتنمية المستدامة"),
    ("محمد السلماني", "رئيس لجنة العلاقات مع إفريقيا"),
    ("عثمان بادر", "رئيس لجنة التنمية القروية"),
    ("محمد سالم حمية", "رئيس لجنة الرقمنة"),
    ("محمد سالم باهيا", "رئيس لجنة الانتقال الطاقي"),
    ("إبراهيم آيت القاصح", "رئيس لجنة النموذج التنموي"),
    ("حميد البابور", "رئيس لجنة النقل المدرسي"),
    ("أحمد خيار", "رئيس لجنة الصحة"),
    ("محمد أوهنين", "رئيس لجنة العلاقات العامة"),
]


def terms(mandate, kind):
    rows = Term.objects.with_titles().filter(
        seat__roster__mandate__starts_on=mandate, seat__roster__body__kind=kind
    )
    rows = rows.order_by("seat__roster__body__position", "seat__position")
    return [(term.person.name_ar, term.title) for term in rows]


def test_the_mandate_of_2022(demo):
    assert terms("2022-01-29", Body.Kind.BUREAU) == BUREAU_2022
    assert terms("2022-01-29", Body.Kind.COMMITTEE) == CHAIRS_2022
    assert not Person.objects.filter(is_latin_name_confirmed=True).exists()
    zellmat = Person.objects.get(name_ar="لحسن زلماط")
    assert "لحسن زلمط" in zellmat.variants.splitlines()
    assert zellmat.name_fr == "Lahcen Zellmat"


def test_the_mandate_of_2019(demo):
    assert terms("2019-01-28", Body.Kind.BUREAU) == [("سعد بن مبارك", "رئيس الجمعية")]
    roster = Roster.objects.get(mandate__starts_on="2019-01-28")
    assert (roster.body.slug, roster.is_complete) == ("bureau", False)
    assert Mandate.objects.count() == 2


def test_the_councils(demo):
    presided = Presidency.objects.values_list("council__name_ar", "person__name_ar")
    assert set(presided) == {
        ("المجلس الإقليمي لخريبكة", "محمد قاسمي"),
        ("المجلس الإقليمي لصفرو", "لحسن زلماط"),
    }
    assert Council.objects.count() == 2


def test_the_programme_of_2022(demo):
    activities = Activity.objects.filter(programme__year=2022)
    dated = activities.exclude(happens_on=None)
    undated = activities.filter(happens_on=None)

    assert [a.position for a in activities] == list(range(1, 38))
    assert (dated.count(), dated.exclude(happens_until=None).count()) == (32, 6)
    assert Counter(undated.values_list("date_as_written_ar", flat=True)) == {
        "حسب التاريخ المقترح": 4,
        "تحديد التاريخ من طرف السيدة بوعيدة رئيسة الوفد المغربي": 1,
    }
    assert [(a.position, str(a.start_time)) for a in dated.exclude(start_time=None)] == [
        (7, "10:00:00")
    ]
    assert [a.position for a in activities.filter(nature_ar="")] == [11]
    assert Counter(len(a.topic_list) for a in activities) == {0: 24, 3: 12, 2: 1}
    assert Programme.objects.get().announced_in.category.slug == "work-programme"


def test_the_releases(demo):
    assert Release.objects.published().count() == 15
    assert Category.objects.count() == 7
    assert Counter(Release.objects.values_list("category__slug", flat=True)) == {
        "participations": 4,
        "bureau-meetings": 3,
        "meetings": 3,
        "press-releases": 2,
        "reports": 1,
        "work-programme": 1,
        "general-assembly": 1,
    }
    numbers = Release.objects.order_by("published_at").values_list("number", flat=True)
    assert list(numbers) == sorted(numbers)
    for language in ("fr", "en"):
        assert Release.objects.translated(language).count() >= 5
    zellmat = Mention.objects.get(
        release__title_ar__contains="زلماط", person__name_ar__contains="زلماط"
    )
    assert zellmat.on_behalf_of_ar


def test_the_pages(demo):
    assert set(Page.objects.published().values_list("slug", flat=True)) == {
        *("the-association", "president-word", "contact", "legal-notice", "accessibility")
    }
    association = Page.objects.get(slug="the-association").body_ar
    assert "1.58.376" in association
    assert "112.14" in association
    assert "09.08" in Page.objects.get(slug="legal-notice").body_ar.replace("-", ".")
    assert SiteDetails.load().home_page_word.slug == "president-word"
    assert (SiteDetails.load().phone, SiteDetails.load().email) == ("", "")
    assert Document.objects.published().count() == 2


@pytest.fixture
def content(tmp_path):
    """A copy of the content that a test may spoil."""
    return shutil.copytree(settings.BASE_DIR / "content", tmp_path / "content")


def spoil(content, table, line, column, value):
    path = content / table
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[line - 2][column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("table", "line", "column", "value"),
    [
        ("activities.csv", 30, "happens_on", "2022-02-30"),
        ("activities.csv", 2, "kind", "party"),
        ("activities.csv", 2, "is_cancelled", "maybe"),
        ("seats.csv", 5, "person", "nobody"),
        ("releases.csv", 3, "published_at", "yesterday"),
        ("releases.csv", 3, "key", "no-such-text"),
        ("people.csv", 4, "gender", "x"),
        ("people.csv", 4, "name", ""),
        ("people.csv", 3, "key", "abdelaziz-derouiche"),
        ("photos.csv", 2, "file", "missing.jpg"),
        ("mandates.csv", 3, "starts_on", "2019-01-28"),
    ],
)
def test_a_bad_line_is_told_and_nothing_is_loaded(content, table, line, column, value):
    spoil(content, table, line, column, value)
    with pytest.raises(CommandError, match=rf"^{table}, line {line}: "):
        call_command("load_demo", content)
    assert not SiteDetails.objects.exists()
    assert not Page.objects.exists()
    assert not Person.objects.exists()


def test_a_line_with_too_many_cells_is_told(content):
    with (content / "mandates.csv").open("a", encoding="utf-8") as file:
        file.write("2026-01-01,surplus\n")
    with pytest.raises(CommandError, match=r"^mandates\.csv, line 4: "):
        call_command("load_demo", content)


def test_a_filled_database_is_left_alone(demo, capsys):
    Release.objects.all()[0].delete()
    call_command("load_demo")
    assert "nothing loaded" in capsys.readouterr().out
    assert Release.objects.count() == 14


def test_an_administrator_is_made_once(capsys, django_user_model):
    call_command("ensure_administrator")
    said = capsys.readouterr().out
    call_command("ensure_administrator")

    user = django_user_model.objects.get()
    password = said.split("password «")[1].split("»")[0]
    assert user.check_password(password)
    assert capsys.readouterr().out == ""


def test_files_of_a_failed_load_are_taken_back(content, settings):
    spoil(content, "activities.csv", 30, "happens_on", "2022-02-30")
    before = set(files_of(settings))
    with pytest.raises(CommandError):
        call_command("load_demo", content)
    assert set(files_of(settings)) == before


def files_of(settings):
    for root in (settings.MEDIA_ROOT, settings.DOCUMENTS_ROOT):
        yield from Path(root).rglob("*.*")


@pytest.mark.parametrize("content_of_table", [None, "الاسم".encode("cp1256")])
def test_a_missing_or_garbled_table_is_told(content, content_of_table):
    table = content / "people.csv"
    table.unlink()
    if content_of_table:
        table.write_bytes(content_of_table)
    with pytest.raises(CommandError, match=r"^people\.csv, line 1: "):
        call_command("load_demo", content)


def test_a_table_saved_by_excel_is_read(content):
    table = content / "people.csv"
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes())
    call_command("load_demo", content)
    assert Person.objects.count() > 40
