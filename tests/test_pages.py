"""What readers find on the public pages of the demo site."""

import datetime
import re

import pytest

from governance.models import Person
from news.models import Release
from programme.models import Activity
from tests.factories import (
    make_page,
    make_person,
    make_release,
    make_roster,
    make_seat,
    make_term,
)

pytestmark = pytest.mark.django_db


def main_of(client, path):
    """The main part of the page that a path leads to, its spaces as one reads them."""
    return re.sub(r"\s+", " ", main_in(client.get(path, follow=True).text))


def main_in(html):
    return html.partition("<main")[2].partition("</main>")[0]


def text_of(html):
    """The words of the main part of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main_in(html)))


def in_order(text, *parts):
    places = [text.index(part) for part in parts]
    return places == sorted(places)


def test_home_on_an_empty_site(client, db):
    assert client.get("/").status_code == 200
    for path in ("/news/", "/governance/", "/programme/", "/documents/", "/governance/councils/"):
        assert client.get(path).status_code == 200


def test_home(client, demo):
    response = client.get("/")
    titles = Release.objects.published().newest_first().values_list("title_ar", flat=True)

    assert response.context["featured"].title == titles[0]
    assert [release.title for release in response.context["latest"]] == list(titles[1:7])
    text = text_of(response.text)
    assert "24 دجنبر 2022" in text  # the last activities, as none is coming
    assert "29 يناير 2022" in text
    assert text.count("النائب") >= 11
    assert "كلمة الرئيس" in text


def test_a_pinned_release_stands_at_the_head_until_its_day(client, noon, db):
    make_release("قديم", published_at="2022-01-01T10:00Z", pinned_until="2022-06-15")
    make_release("جديد", published_at="2022-06-14T10:00Z")

    assert client.get("/").context["featured"].title == "قديم"
    noon.move_to("2022-06-16T00:00:00+01:00")
    assert client.get("/").context["featured"].title == "جديد"


def test_several_pinned_releases_stand_in_their_order(client, noon, db):
    make_release("ثان", published_at="2022-06-01T10:00Z", pinned_until="2030-01-01", pin_position=2)
    make_release("أول", published_at="2022-01-01T10:00Z", pinned_until="2030-01-01", pin_position=1)
    make_release("جديد", published_at="2022-06-14T10:00Z")
    context = client.get("/").context
    assert context["featured"].title == "أول"
    assert [release.title for release in context["latest"]] == ["ثان", "جديد"]


@pytest.mark.parametrize(
    ("last_day", "end"),
    [
        ("2023-03-18", "2023-03-19T00:00:00+01:00"),
        ("2023-03-19", "2023-03-20T00:00:00+00:00"),  # a day of 25 hours: Ramadan begins
        ("2023-04-23", "2023-04-24T00:00:00+01:00"),  # a day of 23 hours: it is over
    ],
)
def test_a_pin_ends_at_midnight_when_the_clocks_change(client, noon, db, last_day, end):
    make_release("قديم", published_at="2022-01-01T10:00Z", pinned_until=last_day)
    make_release("جديد", published_at="2022-06-14T10:00Z")
    end = datetime.datetime.fromisoformat(end)
    noon.move_to(end - datetime.timedelta(seconds=1))
    assert client.get("/").context["featured"].title == "قديم"
    noon.move_to(end)
    assert client.get("/").context["featured"].title == "جديد"


def test_news_are_narrowed_by_category_year_and_month(client, demo):
    def titles(query):
        return [release.title for release in client.get(f"/news/?{query}").context["page_obj"]]

    assert len(titles("")) == 12
    assert len(titles("page=2")) == 3
    assert len(titles("category=meetings")) == 3
    assert len(titles("year=2021")) == 1
    assert len(titles("year=2022&month=3")) == 4
    assert titles("year=2021&month=3") == []
    person = Person.objects.get(name_ar="لحسن زلماط")
    assert len(titles(f"person={person.number}")) == 1


def test_a_release(client, demo):
    release = Release.objects.get(title_ar__contains="لليونسكو")
    response = client.get(release.get_absolute_url())
    text = text_of(response.text)

    assert "24–25 أكتوبر 2022" in text
    assert "الأربعاء 26 أكتوبر 2022" in text
    [kassmi] = response.context["mentions"]
    assert kassmi.titles == ["النائب السادس للرئيس", "رئيس المجلس الإقليمي لخريبكة"]
    assert "noindex" not in response.text


def test_people_are_shown_with_the_office_of_that_day(client, noon, db):
    """
    seat    [--- ali ---)[--- sara --->
            01-29       06-10
    release       ^ 05-01
    """
    seat = make_seat(make_roster())
    ali, sara = make_person("علي"), make_person("سارة", gender="f")
    make_term(seat, ali, "2022-01-29", "2022-06-10")
    make_term(seat, sara, "2022-06-10")
    release = make_release(happened_on="2022-05-01", published_at="2022-06-14T10:00Z")
    release.mentions.create(person=ali, position=1)
    release.mentions.create(person=sara, position=2, title_ar="خبيرة")
    release.refresh_from_db()

    mentions = client.get(release.get_absolute_url()).context["mentions"]
    assert [(m.person.name, m.titles) for m in mentions] == [
        ("علي", ["رئيس الجمعية"]),
        ("سارة", ["خبيرة"]),
    ]


def test_the_release_of_the_programme_leads_to_it(client, demo):
    release = Release.objects.get(category__slug="work-programme")
    assert 'href="/programme/2022/"' in client.get(release.get_absolute_url()).text


def test_neighbours_and_related(client, demo):
    first, second, third = Release.objects.order_by("published_at")[:3]
    context = client.get(second.get_absolute_url()).context
    assert (context["previous"], context["next"]) == (first, third)

    zellmat = Release.objects.get(title_ar__contains="زلماط")
    related = client.get(zellmat.get_absolute_url()).context["related"]
    assert {r.category_id for r in related} == {zellmat.category_id}
    assert zellmat not in related


def test_governance_in_protocol_order(client, demo):
    response = client.get("/governance/")
    text = text_of(response.text)
    assert in_order(
        text,
        "29 يناير 2022",
        "عبد العزيز الدرويش",
        "نور الدين الأزرق",
        "اعتماد الزاهيدي",
        "النائبة الحادية عشرة للرئيس",
        "بشرى الوردي",
        "نائبة أمين المال",
        "لجنة الشؤون الإدارية والمالية",
        "لجنة العلاقات العامة",
    )
    for word in ("الحالي", "حاليا"):
        assert word not in text


def test_a_past_mandate_shows_whom_it_had_and_what_is_not_known(client, demo):
    text = text_of(client.get("/governance/2019-01-28/").text)
    assert "سعد بن مبارك" in text
    assert "عبد العزيز الدرويش" not in text
    assert client.get("/governance/2019-01-28/").context["bureaus"][0].is_complete is False


def test_a_vacant_seat_is_shown_as_vacant(client, noon, db):
    """
    seat    [--- ali ---)
            01-29       06-10     today 06-15
    """
    make_term(make_seat(make_roster()), make_person("علي"), "2022-01-29", "2022-06-10")
    page = client.get("/governance/").text
    assert re.search(
        r'<p class="seat__name">رئيس الجمعية</p>\s*<p class="seat__title vacant">شاغر', page
    )
    assert "علي" not in text_of(page)

    roster = client.get("/governance/2022-01-29/bureau/")
    assert '<span class="vacant">شاغر</span>' in roster.text
    assert "10 يونيو 2022" in text_of(roster.text)


def test_a_person(client, demo):
    person = Person.objects.get(name_ar="لحسن زلماط")
    response = client.get(f"/governance/people/{person.number}/x/", follow=True)
    text = text_of(response.text)
    assert "النائب السابع للرئيس" in text
    assert "رئيس المجلس الإقليمي لصفرو" in text
    assert [r.category.slug for r in response.context["releases"]] == ["participations"]


def test_the_programme_in_both_orders(client, demo):
    as_adopted = client.get("/programme/2022/?order=adopted")
    table = as_adopted.text.partition("<tbody>")[2].partition("</tbody>")[0]
    numbers = re.findall(r'<td data-label="الرقم">(\d+)</td>', table)
    assert numbers == [str(number) for number in range(1, 38)]

    by_month = client.get("/programme/2022/")
    months = by_month.context["months"]
    days = [activity.happens_on for month in months for activity in month.activities]
    assert len(days) == 32
    assert days == sorted(days)
    assert [activity.position for activity in by_month.context["undated"]] == [1, 5, 8, 9, 10]
    assert table.count("<tr") == by_month.text.count('<tr class="activity') == 37  # for paper
    text = text_of(by_month.text)
    assert "تحديد التاريخ من طرف السيدة بوعيدة رئيسة الوفد المغربي" in text
    assert "10:00" in text


def test_the_programme_by_kind(client, demo):
    visits = client.get("/programme/2022/?kind=visit").context["activities"]
    assert [a.kind for a in visits] == [Activity.Kind.VISIT]


def test_contacts_stand_where_they_are_asked_for(client, db):
    make_page(slug="contact", shows_contacts=True)
    assert client.get("/pages/contact/").status_code == 200


@pytest.mark.parametrize(
    ("query", "kind", "found"),
    [
        ("زلماط", "people", "لحسن زلماط"),
        ("زلمط", "people", "لحسن زلماط"),
        ("Zellmat", "people", "لحسن زلماط"),
        ("افريسيتي", "activities", "مؤتمر أفريسيتي (Africités) بدولة كينيا"),
        ("دايجون مؤتمر", "releases", None),
        ("112.14", "pages", None),
        ("برنامج عمل", "documents", None),
        ("اوراش", "releases", None),
    ],
)
def test_search(client, demo, query, kind, found):
    groups = {g["kind"]: g["rows"] for g in client.get("/search/", {"q": query}).context["groups"]}
    assert groups[kind]
    if found:
        assert found in [str(row) for row in groups[kind]]


@pytest.mark.parametrize("query", ["strong", "<p>", "لاشيءمثلهذا", "href", "ـــ"])
def test_search_finds_words_not_markup(client, demo, query):
    response = client.get("/search/", {"q": query})
    assert response.context["groups"] == []
    assert 'role="status"' in response.text


def test_search_keeps_the_question_and_escapes_it(client, demo):
    response = client.get("/search/", {"q": '"><script>x</script>'})
    assert "<script>x" not in response.text
    assert 'value="&quot;&gt;&lt;script&gt;' in response.text
