"""The command that reads the whole archive, and what the checker knows from the database."""

import csv
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone, translation
from django.utils.text import capfirst

from news.checker import Draft, Kind, Knowledge
from news.copies import duplicate
from news.management.commands.check_releases import checked
from news.models import Photo, Release
from tests.factories import make_person, make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db

LONG = "قدم رئيس الجمعية حصيلة السنة أمام الأعضاء الحاضرين وشكر الجميع على ما بذلوه من جهد كبير"
MENDED = f"{LONG} خلال هذا اللقاء"


def ready(title, body, **values):
    """A release of which only the text may be noted."""
    release = make_release(title, lead_ar="ملخص", body_ar=f"<p>{body}</p>", **values)
    Photo.objects.create(release=release, image=ContentFile(picture(), "a.png"), is_decorative=True)
    return release


def run(**options):
    out = StringIO()
    call_command("check_releases", stdout=out, **options)
    return out.getvalue().splitlines()


def label(kind):
    with translation.override("ar"):
        return str(Kind(kind).label)


@pytest.fixture
def archive():
    make_person("لحسن زلماط")
    make_person("محمد قاسمي")
    first = ready("الأول", "يوم الخميس 30 مارس 2022</p><p>السيد لحسن زلمط .")
    clean = ready("الثاني", LONG)
    third = make_release("=الثالث", body_ar=f"<p>{MENDED}</p>")
    trashed = ready("المهمل", "كلمة  كلمة", trashed_at=timezone.now())
    duplicate(clean, copy_of=clean)
    return first, clean, third, trashed


def test_the_report(archive):
    first, clean, third, _ = archive
    whole = "الخبر كله"
    assert run() == [
        f"{first.number} «الأول»",
        f"  النص 1: {label('weekday')} «الخميس 30 مارس 2022» ← «الأربعاء 30 مارس 2022»",
        f"  النص 2: {label('name-spelling')} «لحسن زلمط» ← «لحسن زلماط»",
        f"  النص 2: {label('spaces')} «زلمط .» ← «زلمط.»",
        "",
        f"{third.number} «=الثالث»",
        f"  {whole}: {label('no-lead')}",
        f"  {whole}: {label('no-image')}",
        f"  {whole}: {label('near-duplicate')} ({clean.number} «الثاني»)",
        "",
        *(
            f"{capfirst(label(kind))}: 1"
            for kind in (
                *("weekday", "name-spelling", "spaces"),
                *("no-lead", "no-image", "near-duplicate"),
            )
        ),
        "6 ملاحظات",
        translation.gettext("Releases with notes: %(noted)s of %(total)s")
        % {"noted": 2, "total": 3},
    ]


def test_nothing_to_report():
    ready("الأول", LONG)
    assert run() == [
        "لا ملاحظات",
        translation.gettext("Releases with notes: %(noted)s of %(total)s")
        % {"noted": 0, "total": 1},
    ]


def test_it_speaks_arabic_whatever_is_active(archive):
    with translation.override("fr"):
        lines = run()
    assert lines == run()


def test_the_file(archive, tmp_path):
    """Excel reads it as Arabic, and calculates nothing in it."""
    first, _, third, _ = archive
    path = tmp_path / "findings.csv"
    run(csv=str(path))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    assert [heading[0], heading[1], heading[4]] == ["الرقم", "العنوان", "النوع"]
    assert [row[:4] + row[5:7] for row in rows] == [
        [
            *(str(first.number), "الأول", "النص", "1"),
            *("الخميس 30 مارس 2022", "الأربعاء 30 مارس 2022"),
        ],
        [str(first.number), "الأول", "النص", "2", "لحسن زلمط", "لحسن زلماط"],
        [str(first.number), "الأول", "النص", "2", "زلمط .", "زلمط."],
        *([str(third.number), "'=الثالث", "الخبر كله", "", "", ""] for _ in range(3)),
    ]
    assert [row[4] for row in rows[:2]] == [
        capfirst(label("weekday")),
        capfirst(label("name-spelling")),
    ]
    assert all(row[7] for row in rows)


def test_formulas_in_a_text_are_words(tmp_path):
    make_release("الأول", body_ar="<p>=SUM  كلمة</p>")
    path = tmp_path / "findings.csv"
    run(csv=str(path))
    assert ",'=SUM  كلمة,'=SUM كلمة," in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", ["missing/findings.csv", ""])
def test_a_file_that_cannot_be_written(archive, tmp_path, name):
    """Said in a sentence, before anything is read."""
    out = StringIO()
    with pytest.raises(CommandError) as raised:
        call_command("check_releases", stdout=out, csv=f"{tmp_path}/{name}")
    assert f"{tmp_path}/{name}" in str(raised.value)
    assert out.getvalue() == ""


def test_each_release_costs_one_query_more(archive, django_assert_max_num_queries):
    """Names are read once, releases and photos in blocks."""
    for number in range(5):
        ready(f"خبر {number}", f"{number} {LONG}")
    with django_assert_max_num_queries(2 + 2 + Release.objects.count()):
        run()


def test_knowledge_is_three_queries(archive, django_assert_num_queries):
    first, clean, third, _ = archive
    draft = Draft.of(third)
    with django_assert_num_queries(3):
        knowledge = Knowledge.load(draft)
    assert [one.number for one in knowledge.earlier] == [clean.number]
    assert {person.name_ar for person in knowledge.names.people} == {"لحسن زلماط", "محمد قاسمي"}


def test_what_counts_as_earlier(archive):
    """Neither the release itself, nor its copy, nor one that came later or is in the trash."""
    _, clean, third, trashed = archive

    def earlier(draft):
        return [one.number for one in Knowledge.load(draft).earlier]

    assert earlier(Draft.of(clean)) == []
    assert earlier(Draft.of(clean.copy)) == []
    assert earlier(Draft(body=f"<p>{LONG}</p>")) == [third.number, clean.number]
    Release.objects.filter(pk=clean.pk).update(trashed_at=timezone.now())
    assert earlier(Draft.of(third)) == []
    assert Knowledge.load().earlier == ()


def test_a_changed_passage_does_not_hide_a_duplicate(archive):
    changed = LONG.replace("حصيلة السنة", "تقرير الشهر")
    knowledge = Knowledge.load(Draft(body=f"<p>{changed}</p>"))
    assert len(knowledge.earlier) == 2


def test_earlier_ones_are_few():
    """However many hold the same passage."""
    for number in range(25):
        make_release(f"خبر {number}", body_ar=f"<p>{LONG}</p>")
    assert len(Knowledge.load(Draft(body=f"<p>{LONG}</p>")).earlier) == 20


def test_the_demo_site_is_well_written(demo):
    """All that it lacks is photos, and that is true."""
    noted = {release: [one.kind for one in findings] for release, findings in checked()}
    assert len(noted) == 15
    assert noted == {
        release: [] if release.photos.exists() else [Kind.NO_IMAGE] for release in noted
    }
    assert [place for place, kinds in enumerate(noted.values(), 1) if not kinds] == [2, 10, 14]
