"""What is advised on the form of a release, by requests: to whom, on what, and what it costs."""

import datetime
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.advice import Advice
from news.copies import duplicate
from news.models import Attachment, Mention, Release
from tests.conftest import with_second_factor
from tests.factories import (
    make_document,
    make_office,
    make_person,
    make_release,
    make_roster,
    make_seat,
    make_term,
)
from tests.signing_in import make_account
from tests.steps import step_url, take

pytestmark = pytest.mark.django_db

ADVICE = "/admin/news/release/advice/"
SLIPS = "<p>قال <strong>السيد لحسن زلمط</strong> يوم السبت30 أبريل 2022.</p>"
PROSE = (
    "<p>احتضنت مدينة الرباط لقاء وطنيا جمع رؤساء مجالس العمالات والأقاليم حول تمويل الجماعات "
    "الترابية وسبل تنزيل الجهوية المتقدمة، وقد شارك فيه ممثلو القطاعات الحكومية وخبراء في "
    "المالية المحلية.</p>"
)


def form(body="", **values):
    return {"title_ar": "خبر", "lead_ar": "مقدمة", "category": "1", "body_ar": body, **values}


def advised(client, *args, **values):
    response = client.post(ADVICE, form(*args, **values))
    assert response.status_code == 200
    return response


def found(response):
    findings = response.context["advice"].findings
    return [(one.kind.value, one.place, one.line, one.fragment, one.right) for one in findings]


def kinds(response):
    return [kind for kind, *_ in found(response)]


@pytest.fixture
def desk(client, writer):
    """A browser in which a writer has signed in."""
    client.force_login(writer)
    return client


def test_the_notes_on_a_form(desk):
    make_person("لحسن زلماط")
    response = advised(desk, SLIPS, happened_on="30/04/2022")
    assert found(response) == [
        ("name-spelling", "body", 1, "لحسن زلمط", "لحسن زلماط"),
        ("glued", "body", 1, "السبت30", "السبت 30"),
        ("no-image", "", 0, "", ""),
    ]
    assert response.text.count('class="advice__write"') == 2
    assert not Release.objects.exists()
    assert not Mention.objects.exists()


def test_who_may_ask(client, writer, publisher):
    assert client.post(ADVICE, form()).status_code == 302
    for user in (writer, publisher):
        client.force_login(user)
        assert advised(client, SLIPS).context["may_add_people"]
        assert client.get(ADVICE).status_code == 405
    client.force_login(with_second_factor(make_account(name="nobody")))
    assert client.post(ADVICE, form(SLIPS)).status_code == 403


@pytest.mark.parametrize(
    "values",
    [
        {"advice_number": "9" * 10_000, "happened_on": "9" * 10_000, "category": "9" * 10_000},
        {"mentions-0-person": "9" * 10_000, f"mentions-{'9' * 10_000}-person": "1"},
        {"mentions-0-person": "-1", "photos-0-id": "\x00", "photos-٣-id": "١"},
        {"photos-0-id-person": "1", "mentions-__prefix__-person": "1", "photos--1-id": "1"},
        {"title_ar": "\x00", "lead_ar": "\ud800", "body_ar": "<p>\x00\udfff</p>"},
        {"advice_day": "0000-00-00", "happened_on": "\x00", "advice_number": "-5"},
        {"advice_day": "9999-12-31", "body_ar": "<p>الاثنين 31 دجنبر</p>"},
        {"advice_day": "0001-01-01", "body_ar": "<p>الاثنين 31 دجنبر</p>"},
        {"body_ar": "<p" * 20_000},
        {"body_ar": "<!--" * 20_000},
        {"title_ar": ["a", "b"], "body_ar": []},
    ],
)
def test_bad_input_has_an_answer(desk, values):
    data = urlencode(form(**values), doseq=True, errors="surrogatepass")
    response = desk.post(ADVICE, data, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200
    assert '<div class="advice__list"' in response.text


@pytest.mark.parametrize("name", ["title_ar", "lead_ar", "body_ar"])
def test_a_huge_text_is_not_looked_at(desk, name):
    response = advised(desk, **{name: "ب " * 700_000})
    assert (response.context["advice"].is_too_long, found(response)) == (True, [])


def test_what_is_larger_than_a_form_is_refused_in_words(desk):
    response = desk.post(ADVICE, form("ب" * 3_000_000))
    assert response.status_code == 400
    assert "<html" in response.text


def test_photos_of_the_form(desk):
    photos = {
        "photos-0-id": "1",
        "photos-0-alternative_text_ar": "القاعة",
        "photos-1-image": "new.jpg",
        "photos-2-id": "3",
        "photos-2-is_decorative": "on",
        "photos-3-id": "4",
        "photos-3-DELETE": "on",
        "photos-4-id": "",
    }
    (finding,) = advised(desk, "<p>نص</p>", **photos).context["advice"].findings
    assert (finding.kind.value, finding.detail) == ("no-alt", "1")


def bureau(*names, starts_on="2022-01-29", ends_on=None):
    """People in the seats of the bureau, in this order."""
    roster, people = make_roster(starts_on), []
    for position, name in enumerate(names, 1):
        office = make_office(f"النائب {position} {starts_on}", f"النائبة {position} {starts_on}")
        person = make_person(name)
        make_term(make_seat(roster, office, position), person, starts_on, ends_on)
        people.append(person)
    return people


TWO = "<p>حضر السيد سعيد الناصري والسيد لحسن زلماط والسيد محمد السلماني.</p>"


def test_people_are_proposed_in_protocol_order_with_the_office_of_the_day(desk):
    other = make_person("محمد السلماني")
    zellmat, naciri = bureau("لحسن زلماط", "سعيد الناصري")
    response = advised(desk, TWO, happened_on="15/06/2022")
    people = response.context["advice"].people
    assert people == [zellmat, naciri, other]
    titles = [[office.title for office in person.offices] for person in people]
    assert titles == [["النائب 1 2022-01-29"], ["النائب 2 2022-01-29"], []]

    before = advised(desk, TWO, happened_on="15/06/2021").context["advice"]
    assert [person.offices for person in before.people] == [[], [], []]


def test_who_is_in_the_list_is_not_proposed(desk):
    zellmat, naciri = bureau("لحسن زلماط", "سعيد الناصري")
    rows = {"mentions-0-person": zellmat.pk, "mentions-1-person": naciri.pk, "mentions-1-DELETE": 1}
    assert advised(desk, TWO, **rows).context["advice"].people == [naciri]


def test_the_queries_are_as_many_for_many_people_and_photos(desk):
    body = TWO + PROSE
    advised(desk, body)  # the kinds of what is stored are looked up once
    bureau("لحسن زلماط")
    few = queries(desk, body)
    names = [f"محمد {letters}" for letters in ("السلماني", "بنعلي", "برادة", "التازي", "العلوي")]
    people = bureau(*names, starts_on="2021-01-29")
    body += f"<p>حضر السادة {'، '.join(names)}.</p>"
    many = queries(desk, body, **{f"photos-{n}-id": n for n in range(50)})
    assert (few, many) == (11, 11)
    assert len(people) == 5


def queries(desk, body, **values):
    with CaptureQueriesContext(connection) as caught:
        advised(desk, body, happened_on="15/06/2022", **values)
    return len(caught)


@pytest.mark.parametrize("state", ["published", "draft"])
def test_a_near_duplicate_is_found_by_the_index(desk, state):
    """Whatever is bold in it, and whoever may read it."""
    bold = PROSE.replace("لقاء وطنيا", "<strong>لقاء</strong> <em>وطنيا</em>")
    earlier = make_release("لقاء الرباط", body_ar=bold, state=state)
    make_release("خبر بعيد", body_ar="<p>نص آخر</p>")
    changed = PROSE.replace("المحلية", "العمومية")
    (finding, _) = advised(desk, changed).context["advice"].findings[::-1]
    assert finding.kind.value == "near-duplicate"
    assert finding.detail == f"{earlier.number} «لقاء الرباط»"
    assert f"{earlier.number} «لقاء الرباط»" in advised(desk, changed).text


def test_neither_itself_nor_a_later_one_nor_the_trash_is_an_earlier_one(desk):
    release = make_release(body_ar=PROSE)
    assert "near-duplicate" not in kinds(advised(desk, PROSE, advice_number=release.number))
    later = make_release(body_ar=PROSE)
    assert "near-duplicate" in kinds(advised(desk, PROSE, advice_number=later.number))
    release.trashed_at = datetime.datetime(2022, 6, 1, tzinfo=datetime.UTC)
    release.save()
    assert "near-duplicate" not in kinds(advised(desk, PROSE, advice_number=later.number))


def test_a_copy_stands_for_the_release_that_it_changes(desk):
    release = make_release(body_ar=PROSE)
    copy = duplicate(release, copy_of=release)
    advice = desk.get(reverse("admin:news_release_change", args=[copy.pk])).context["advice"]
    assert advice.draft.number == release.number
    assert "near-duplicate" not in [one.kind.value for one in advice.findings]


def test_the_form_of_what_may_only_be_read_has_no_notes(desk):
    release = make_release(body_ar=SLIPS)
    response = desk.get(reverse("admin:news_release_change", args=[release.pk]))
    assert "advice" not in response.context
    assert 'class="advice"' not in response.text


def test_notes_stand_before_a_step_and_keep_nobody_from_it(client, publisher):
    client.force_login(publisher)
    person = make_person("لحسن زلماط")
    release = make_release(body_ar=SLIPS, state="draft")
    ((row, advice),) = client.get(step_url("publish", release)).context["advice"]
    assert (row, advice.unlisted) == (release, [person.number])
    assert [one.fragment for one in advice.findings] == ["لحسن زلمط", "السبت30", "", ""]
    assert not client.get(step_url("trash", release)).context["advice"]
    take(client, "publish", release)
    release.refresh_from_db()
    assert release.state == "published"


def test_documents_that_readers_will_not_find_are_named_before_a_step(client, publisher):
    client.force_login(publisher)
    release = make_release("خبر", body_ar=TWO, state="draft", published_at=None)
    hidden = make_document("تقرير مسودة", state="draft", published_at=None)
    for document in (hidden, make_document("وثيقة منشورة")):
        Attachment.objects.create(release=release, document=document)
    page = client.get(step_url("publish", release))
    ((_row, advice),) = page.context["advice"]
    assert advice.unread == [hidden]
    link = f'<a href="{reverse("admin:ampcpp_document_change", args=[hidden.pk])}">'
    assert f"{link}<bdi>تقرير مسودة</bdi></a>" in page.text
    assert "وثيقة منشورة" not in page.text


def test_of_a_saved_release():
    zellmat, naciri = bureau("لحسن زلماط", "سعيد الناصري")
    release = make_release(body_ar=TWO, happened_on="2022-06-15")
    Mention.objects.create(release=release, person=zellmat)
    assert Advice.of(release).people == [naciri]
