"""The small words of pages: each is there when it should be, and only then."""

import datetime

import pytest
from django.core.files.base import ContentFile

from ampcpp.models import SiteDetails
from governance.models import Council, Person, Presidency
from news.models import Photo
from tests.factories import (
    make_activity,
    make_council,
    make_document,
    make_page,
    make_person,
    make_programme,
    make_release,
    make_roster,
    make_seat,
    make_term,
)
from tests.pictures import picture
from tests.test_pages import text_of

pytestmark = pytest.mark.django_db


def read(client, path):
    return text_of(client.get(path, follow=True).text)


def test_contacts(client):
    SiteDetails.objects.create(name_ar="الجمعية", phone="0500 00 00 00", email="a@example.ma")
    make_page(slug="contact", shows_contacts=True)
    make_page(slug="other")
    assert "0500 00 00 00" in read(client, "/pages/contact/")
    assert "0500 00 00 00" not in read(client, "/pages/other/")
    assert 'href="mailto:a@example.ma"' in client.get("/pages/other/").text  # the foot of the page


def test_a_roster_of_which_not_all_is_known(client, noon):
    roster = make_roster(is_complete=False)
    assert 'class="note"' in client.get(roster.get_absolute_url()).text
    roster.is_complete = True
    roster.save()
    assert 'class="note"' not in client.get(roster.get_absolute_url()).text


def test_a_latin_spelling_to_be_confirmed(client):
    person = make_person(name_fr="Abdelaziz Derouiche")
    note = "Graphie latine à confirmer"
    path = f"/fr/governance/people/{person.number}/x/"
    assert note in read(client, path)
    person.is_latin_name_confirmed = True
    person.save()
    assert note not in read(client, path)


def test_a_gallery(client):
    release = make_release()
    for number, is_decorative in ((1, False), (2, True)):
        Photo.objects.create(
            release=release,
            position=number,
            image=ContentFile(picture(), name="a.png"),
            alternative_text_ar=f"بديل {number}",
            caption_ar=f"شرح {number}",
            credit="مصور",
            is_decorative=is_decorative,
        )
    html = client.get(release.get_absolute_url()).text
    assert 'alt="بديل 1"' in html
    assert 'alt="بديل 2"' not in html
    assert "شرح 2" in html
    assert html.count("<bdi>مصور</bdi>") == 2


def test_people_named(client, noon):
    seat = make_seat(make_roster())
    person = make_person("علي بن أحمد")
    make_term(seat, person, "2022-01-29", is_acting=True)
    release = make_release(happened_on="2022-05-01")
    release.mentions.create(person=person, on_behalf_of_ar="رئيس الحكومة")
    text = read(client, release.get_absolute_url())
    assert "رئيس الجمعية" in text
    assert "رئيس الحكومة" in text


def test_acting_and_why_a_term_ended(client, noon):
    """
    seat    [--- ali ---)[= sara, acting ===>
            01-29       06-10
    """
    roster = make_roster()
    seat = make_seat(roster)
    make_term(seat, make_person("علي"), "2022-01-29", "2022-06-10", end_reason="resigned")
    make_term(seat, make_person("سارة"), "2022-06-10", is_acting=True)
    text = read(client, roster.get_absolute_url())
    assert "استقالة" in text
    assert "بالنيابة" in text
    assert "بالنيابة" in read(client, "/governance/")


def test_a_successor_to_come_is_not_a_predecessor(client, noon):
    """
    today 06-15      [--- ali ---)[--- sara --->
                     01-29       12-01
    """
    roster = make_roster()
    seat = make_seat(roster)
    make_term(seat, make_person("علي"), "2022-01-29", "2022-12-01")
    make_term(seat, make_person("سارة"), "2022-12-01")
    text = read(client, roster.get_absolute_url())
    assert "علي" in text
    assert "سارة" not in text


def test_an_open_term_ends_with_its_mandate(client, noon):
    """
    mandates [--- 2019 ---)[--- 2022 --->
    seat     [--- saad ----------------->   (nobody wrote its end)
    """
    make_roster("2022-01-29")
    roster = make_roster("2019-01-28")
    saad = make_person("سعد بن مبارك")
    make_term(make_seat(roster), saad, "2019-01-28")
    for path in (roster.get_absolute_url(), saad.get_absolute_url()):
        assert "من 28 يناير 2019 إلى 29 يناير 2022" in read(client, path)


def test_a_mandate_to_come_has_not_ended_the_present_one(client, noon):
    make_roster("2022-01-29")
    make_roster("2027-01-29")
    assert "انتهت" not in read(client, "/governance/2022-01-29/")
    noon.move_to("2027-02-01T12:00:00+01:00")
    assert "انتهت" in read(client, "/governance/2022-01-29/")


def test_the_wording_of_the_source_is_kept(client, noon):
    roster = make_roster()
    zellmat = make_person("لحسن زلماط")
    make_term(make_seat(roster), zellmat, "2022-01-29", source_name="لحسن زلمط")
    assert "لحسن زلمط" in read(client, roster.get_absolute_url())


def test_presidents_of_councils(client, noon):
    presided, other = make_council("المجلس الإقليمي لصفرو"), make_council("مجلس عمالة سلا")
    Presidency.objects.create(council=presided, person=make_person("لحسن زلماط"))
    text = read(client, "/governance/councils/")
    assert "لحسن زلماط" in text
    assert Council.objects.count() == 2
    assert other.name_ar in text


def test_the_same_body_in_other_mandates(client, noon):
    roster, old = make_roster("2022-01-29"), make_roster("2019-01-28")
    assert old.get_absolute_url() in client.get(roster.get_absolute_url()).text


def test_a_cancelled_activity(client, noon):
    programme = make_programme(year=2022)
    make_activity(programme, "اجتماع", happens_on="2022-07-01")
    assert "ملغى" not in read(client, "/programme/2022/")
    make_activity(programme, "ندوة", happens_on="2022-07-02", is_cancelled=True)
    assert "ملغى" in read(client, "/programme/2022/")


def test_what_is_next(client, noon):
    programme = make_programme(year=2022)
    make_activity(programme, "اجتماع المكتب", happens_on="2022-07-01")
    assert 'class="next-activity"' in client.get("/programme/2022/").text
    noon.move_to("2022-08-01T12:00:00+01:00")
    assert 'class="next-activity"' not in client.get("/programme/2022/").text


def test_activities_to_come_of_any_programme_stand_on_the_home_page(client, noon):
    make_activity(make_programme(year=2022), "هذه السنة", happens_on="2022-12-20")
    make_programme(year=2023)
    assert "هذه السنة" in read(client, "/")


def test_a_withdrawn_programme_offers_no_calendar(client, noon):
    programme = make_programme(year=2022)
    calendar = "/programme/2022/calendar.ics"
    assert calendar in client.get("/programme/2022/").text
    programme.state = "withdrawn"
    programme.save()
    assert calendar not in client.get("/programme/2022/").text


def test_type_and_size_of_a_document(client):
    make_document("وثيقة", file=ContentFile(b"%PDF-" + bytes(2043), name="x.pdf"))
    text = read(client, "/documents/")
    assert "PDF" in text
    assert "2" in text.partition("PDF")[2]


def on_january(day):
    return datetime.datetime(2022, 1, day, 12, tzinfo=datetime.UTC)


def test_previous_next_and_pages(client):
    releases = [
        make_release(
            f"خبر {n}", published_at=datetime.datetime(2022, 1, n + 1, tzinfo=datetime.UTC)
        )
        for n in range(30)
    ]
    html = client.get(releases[3].get_absolute_url()).text
    assert f'rel="prev" href="{releases[2].get_absolute_url()}"' in html
    assert f'rel="next" href="{releases[4].get_absolute_url()}"' in html

    second = client.get("/news/?page=2&year=2022").text
    assert 'href="?page=1&amp;year=2022"' in second
    assert 'href="?page=3&amp;year=2022"' in second
    assert 'aria-current="page"' in second


def test_more_results_than_the_first_few(client):
    for number in range(25):
        make_release(f"تعمير {number}")
    first = client.get("/search/?q=تعمير")
    assert len(first.context["groups"][0]["rows"]) == 5
    assert "kind=releases" in first.text
    page = client.get("/search/?q=تعمير&kind=releases")
    following = page.context["groups"][0]["results"].following
    rest = client.get(f"/search/?q=تعمير&kind=releases&after={following}")
    shown = [*page.context["groups"][0]["rows"], *rest.context["groups"][0]["rows"]]
    assert [row.title_ar for row in shown] == [f"تعمير {number}" for number in range(25)][::-1]
    assert f"after={following}" in page.text
    assert rest.context["groups"][0]["results"].following is None


def test_the_word_of_a_state(client, noon, clerk):
    client.force_login(clerk)
    draft = make_release("أ", state="draft", published_at=None)
    scheduled = make_release("ب", published_at="2030-01-01T10:00Z")
    assert "مسودة" in read(client, draft.get_absolute_url())
    assert "مبرمج" in read(client, scheduled.get_absolute_url())


def test_search_of_people_by_variant(client):
    make_person("لحسن زلماط", variants="لحسن زلمط\nزلمط لحسن")
    assert Person.objects.matching("زلمط").count() == 1
