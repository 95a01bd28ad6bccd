"""What search engines read of each page, held against schema.org's own definitions."""

import datetime
import re

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from ampcpp.models import SiteDetails
from ampcpp.templatetags.structured import script
from governance.models import Presidency
from news.models import Photo
from tests import kinds
from tests.factories import (
    make_activity,
    make_council,
    make_office,
    make_person,
    make_programme,
    make_release,
    make_seat,
    make_term,
)
from tests.pictures import picture
from tests.schema_org import blocks, faults, things

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
ORGANISATION = {"@type": "Organization", "name": "جمعية"}


@pytest.fixture
def site(db):
    return SiteDetails.objects.create(
        name_ar="جمعية",
        name_fr="Association",
        short_name="AMPCPP",
        founded_on="2019-01-28",
        email="contact@ampcpp.example",
        facebook_url="https://facebook.example/ampcpp",
    )


def get(client, thing, language="ar"):
    with translation.override(language):
        return client.get(thing.get_absolute_url()).text


def of_type(html, name):
    return [thing for thing in things(html) if thing["@type"] == name]


# Every kind of page


@pytest.mark.parametrize("content", [kinds.rich, kinds.empty])
def test_every_page_is_valid(client, noon, content):
    noon.move_to("2026-11-20T12:00:00+01:00")
    seen = set()
    for kind, path in content().items():
        for prefix in ("", "/fr"):
            html = client.get(prefix + path, follow=True).text
            found = blocks(html)
            assert [fault for block in found for fault in faults(block)] == [], kind
            seen |= {thing["@type"] for block in found for thing in block.get("@graph", [block])}
            if kind not in ("home", "not-found"):
                assert len(of_type(html, "BreadcrumbList")) == 1, kind
    everywhere = {"BreadcrumbList", "NewsArticle", "Organization", "Person"}
    assert seen == everywhere | ({"Event"} if content is kinds.rich else set())


def test_breadcrumbs_are_those_one_sees(client, demo):
    html = client.get("/governance/2022-01-29/health/").text
    seen = html.partition('<nav class="breadcrumbs"')[2].partition("</nav>")[0]
    [said] = of_type(html, "BreadcrumbList")
    steps = said["itemListElement"]

    assert re.findall(r">([^<>]+)</(?:a|span)>", seen) == [step["name"] for step in steps]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    paths = re.findall(r'href="([^"]+)"', seen)
    assert paths == ["/", "/governance/", "/governance/2022-01-29/"]
    assert [step["item"]["@id"] for step in steps[:-1]] == [HOST + path for path in paths]
    assert "item" not in steps[-1]
    assert seen.count('aria-current="page"') == 1


def test_a_foreign_step_says_its_language(client, db):
    html = get(client, make_release("بالعربية فقط"), "fr")
    seen = html.partition('<nav class="breadcrumbs"')[2].partition("</nav>")[0]
    assert '<span aria-current="page" lang="ar" dir="rtl">بالعربية فقط</span>' in seen
    assert seen.count('lang="ar"') == 1


# Releases


def test_a_release(client, site, noon):
    release = make_release(
        "عنوان",
        lead_ar="مقدمة",
        place_ar="الرباط",
        published_at=datetime.datetime(2022, 4, 10, 9, tzinfo=datetime.UTC),
    )
    Photo.objects.create(
        release=release,
        image=ContentFile(picture("JPEG", (40, 30)), name="x.jpg"),
        caption_ar="تعليق",
        credit="التواصل",
        is_decorative=True,
    )
    [article] = of_type(get(client, release), "NewsArticle")

    publisher = article.pop("author")
    assert publisher == {
        "@type": "Organization",
        "@id": f"{HOST}/#association",
        "name": "جمعية",
        "url": f"{HOST}/",
        "logo": f"{HOST}/static/img/icon-512.png",
    }
    assert article == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": HOST + release.get_absolute_url(),
        "headline": "عنوان",
        "description": "مقدمة",
        "inLanguage": "ar",
        "datePublished": "2022-04-10T09:00:00+00:00",  # Ramadan
        "dateModified": "2022-06-15T12:00:00+01:00",
        "articleSection": "لقاءات",
        "contentLocation": {"@type": "Place", "name": "الرباط"},
        "isAccessibleForFree": True,
        "publisher": {"@id": f"{HOST}/#association"},
        "image": [
            {
                "@type": "ImageObject",
                "url": HOST + release.cover.image.url,
                "width": "40 px",
                "height": "30 px",
                "caption": "تعليق",
                "creditText": "التواصل",
            }
        ],
    }


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        ({}, "ar"),
        ({"title_fr": "Titre"}, "ar"),
        ({"body_fr": "<p>Texte</p>"}, "ar"),
        ({"title_fr": "Titre", "body_fr": "<p>Texte</p>"}, "fr"),
    ],
)
def test_a_release_is_the_page_of_its_canonical_address(client, site, texts, language):
    html = get(client, make_release("عنوان", **texts), "fr")
    [article] = of_type(html, "NewsArticle")
    assert article["inLanguage"] == language
    assert f'<link rel="canonical" href="{article["mainEntityOfPage"]}">' in html
    assert article["author"]["name"] == {"ar": "جمعية", "fr": "Association"}[language]


def test_of_what_is_not_published_nothing_is_said(staff, db):
    for state in ("draft", "withdrawn"):
        html = get(staff, make_release(state=state))
        assert [thing["@type"] for thing in things(html)] == ["BreadcrumbList"]
    programme = make_programme(state="withdrawn")
    make_activity(programme, happens_on="2022-07-01")
    assert of_type(get(staff, programme), "Event") == []


# The association, people, activities


def test_the_association(client, site):
    [organisation] = of_type(client.get("/fr/").text, "Organization")
    assert organisation == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": f"{HOST}/#association",
        "name": "Association",
        "url": f"{HOST}/fr/",
        "logo": f"{HOST}/static/img/icon-512.png",
        "alternateName": ["AMPCPP", "جمعية"],
        "foundingDate": "2019-01-28",
        "contactPoint": {"@type": "ContactPoint", "email": "contact@ampcpp.example"},
        "sameAs": ["https://facebook.example/ampcpp"],
    }


def test_a_person_has_the_offices_held_now(client, site, noon):
    """
    president   [--------------->
    treasurer   [-----)
              01-29  06-01   ^ 06-15
    """
    sara = make_person("سارة", name_fr="Sara", gender="f", variants="سارا\n\nسارة")
    seat = make_seat()
    make_term(seat, sara, "2022-01-29", is_acting=True)
    treasurer = make_seat(seat.roster, make_office("أمين المال", "أمينة المال"), position=2)
    make_term(treasurer, sara, "2022-01-29", "2022-06-01")
    for ends_on, name in ((None, "المجلس الإقليمي لصفرو"), ("2022-06-15", "مجلس آخر")):
        Presidency.objects.create(council=make_council(name), person=sara, ends_on=ends_on)
    [person] = of_type(get(client, sara), "Person")

    assert person["name"] == "سارة"
    assert person["alternateName"] == ["Sara", "سارا", "سارة"]
    assert person["jobTitle"] == ["رئيسة الجمعية (بالنيابة)", "رئيسة المجلس الإقليمي لصفرو"]
    assert person["memberOf"]["name"] == "جمعية"
    assert person["affiliation"] == [
        {"@type": "GovernmentOrganization", "name": "المجلس الإقليمي لصفرو"}
    ]
    assert of_type(get(client, sara, "fr"), "Person")[0]["name"] == "Sara"


def test_activities(client, site, noon):
    programme = make_programme(year=2022)
    values = [
        {"nature": "يوم", "happens_on": "2022-07-01"},
        {"nature": "أيام", "happens_on": "2022-07-01", "happens_until": "2022-07-03"},
        {"nature": "ساعة", "happens_on": "2022-04-10", "start_time": "10:30", "note_ar": "ملاحظة"},
        {"nature": "ملغى", "happens_on": "2022-12-01", "is_cancelled": True},
        {"nature": "بلا تاريخ"},
    ]
    rows = [make_activity(programme, **one) for one in values]
    html = get(client, programme)
    names = ("name", "startDate", "endDate", "eventStatus", "description")

    scheduled, cancelled = (f"https://schema.org/Event{s}" for s in ("Scheduled", "Cancelled"))
    events = sorted(of_type(html, "Event"), key=lambda event: event["url"])
    assert [tuple(event.get(name) for name in names) for event in events] == [
        ("يوم", "2022-07-01", None, scheduled, None),
        ("أيام", "2022-07-01", "2022-07-03", scheduled, None),
        ("ساعة", "2022-04-10T10:30:00+00:00", None, scheduled, "ملاحظة"),
        ("ملغى", "2022-12-01", None, cancelled, None),
    ]
    assert [event["url"] for event in events] == [
        HOST + row.get_absolute_url() for row in rows if row.happens_on
    ]
    assert {event["organizer"]["name"] for event in events} == {"جمعية"}


# What is written into the page


def test_no_text_can_end_the_script():
    text = "</script><!--<script>&\u2028\u2029"
    block = script({"@type": "Thing", "name": text})
    inner = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inner)
    assert blocks(block) == [{"@context": "https://schema.org", "@type": "Thing", "name": text}]


def test_of_nothing_there_is_no_script():
    assert script([]) == script({}) == ""
