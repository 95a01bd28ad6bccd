"""The pages of the mandates and rosters: what they say of their days, and where they lead."""

import re

import pytest
from django.utils.translation import gettext

from governance.models import Presidency
from tests.factories import (
    make_council,
    make_office,
    make_person,
    make_release,
    make_roster,
    make_seat,
    make_term,
)
from tests.test_pages import main_of

pytestmark = pytest.mark.django_db


def links_in(main, css_class):
    (part,) = re.findall(rf'<nav class="{css_class}".*?</nav>', main, re.DOTALL)
    return dict(re.findall(r'<a href="([^"]+)"[^>]*>([^<]+?) ?</a>', part))


def test_a_mandate_that_is_over_says_whom_it_had_at_its_end(client, noon):
    make_roster("2019-01-28")
    make_roster("2022-01-29")
    at_its_end = gettext("Holders at the end of the mandate.")
    for path in ("/governance/2019-01-28/", "/governance/2019-01-28/bureau/"):
        main = main_of(client, path)
        assert "28 يناير 2019" in main
        assert at_its_end in main
        assert "28 يناير 2022" not in main  # its last day, which nobody calls its end
    for path in ("/governance/2022-01-29/", "/governance/2022-01-29/bureau/"):
        assert "15 يونيو 2022" in main_of(client, path)
        assert at_its_end not in main_of(client, path)


def test_mandates_are_listed_where_there_are_several(client, noon):
    make_roster("2022-01-29")
    councils = '<a class="more" href="/governance/councils/">'
    main = main_of(client, "/governance/")
    assert 'class="mandates"' not in main
    assert councils in main

    make_roster("2019-01-28")
    main = main_of(client, "/governance/")
    assert links_in(main, "mandates") == {
        "/governance/2022-01-29/": "منذ 29 يناير 2022",
        "/governance/2019-01-28/": "من 28 يناير 2019 إلى 29 يناير 2022",
    }
    assert councils in main


def test_a_body_leads_to_its_other_mandates(client, noon):
    for starts_on in ("2016-01-05", "2019-01-28", "2022-01-29"):
        make_roster(starts_on)
    make_roster("2022-01-29", "health", "committee", name_ar="لجنة الصحة")
    assert links_in(main_of(client, "/governance/2019-01-28/bureau/"), "mandates") == {
        "/governance/2022-01-29/bureau/": "منذ 29 يناير 2022",
        "/governance/2016-01-05/bureau/": "من 5 يناير 2016 إلى 28 يناير 2019",
    }
    assert 'class="mandates"' not in main_of(client, "/governance/2022-01-29/health/")


def test_a_committee_leads_to_the_others_and_one_seat_has_no_order(client, noon):
    health = make_roster("2022-01-29", "health", "committee", name_ar="لجنة الصحة")
    bureau = make_roster("2022-01-29")
    for roster in (health, bureau):
        make_seat(roster, make_office("رئيس", "رئيسة"))
    path = "/governance/2022-01-29/health/"
    others = 'href="/governance/2022-01-29/#committees"'
    order = f'<th scope="col">{gettext("Order")}</th>'
    assert others in main_of(client, path)
    assert order not in main_of(client, path)
    assert others not in main_of(client, "/governance/2022-01-29/bureau/")

    make_seat(health, make_office("عضو", "عضوة"), position=2)
    assert order in main_of(client, path)


def test_a_long_page_says_at_its_top_what_follows(client, noon):
    make_roster("2022-01-29")
    assert 'class="jumps"' not in main_of(client, "/en/governance/")
    make_roster("2022-01-29", "health", "committee", name_ar="لجنة الصحة")
    make_roster("2019-01-28")

    def jumps(path):
        main = main_of(client, path)
        addresses = links_in(main, "jumps")
        assert all(f'id="{address[1:]}"' in main for address in addresses)
        return addresses

    bureau = {"#bureau": "المكتب التنفيذي"}
    mandates = {"#mandates": "Mandates"}
    committees = {"#committees": "Permanent committees"}
    assert list(jumps("/en/governance/")) == ["#bureau", "#committees", "#mandates"]
    assert jumps("/en/governance/") == bureau | committees | mandates
    assert jumps("/en/governance/2019-01-28/") == bureau | mandates


def test_a_vacant_seat_has_no_period_and_vacant_seats_alone_no_column_of_it(client, noon):
    roster, path, label = (
        make_roster("2022-01-29"),
        "/governance/2022-01-29/bureau/",
        gettext("Period"),
    )
    seat = make_seat(roster)
    assert label not in main_of(client, path)

    make_seat(roster, make_office("عضو", "عضوة"), position=2)
    make_term(seat, make_person())
    assert main_of(client, path).count(f'data-label="{label}"></td>') == 1


def test_dates_that_are_not_known_are_said_to_be_those_in_office(client, noon):
    make_term(make_seat(make_roster("2022-01-29")), person := make_person())
    Presidency.objects.create(council=make_council(), person=person)
    assert gettext("dates in office not known") in main_of(client, "/governance/councils/")


def test_a_person_has_both_names_above_the_offices(client, noon):
    person = make_person("علي", name_fr="Ali")
    make_term(make_seat(make_roster("2022-01-29")), person)
    html = main_of(client, f"/fr{person.get_absolute_url()}")
    assert html.index(">علي<") < html.index("person__office")


def test_no_line_ends_within_a_part_of_a_name_or_of_an_office(client, noon):
    person = make_person("عبد العزيز الدرويش", name_fr="Ali El Fassi")
    office = make_office("نائب", "نائبة", title_masculine_fr="chargé de la santé")
    roster = make_roster("2022-01-29")
    make_term(make_seat(roster, office), person)
    release = make_release(happened_on="2022-05-01")
    release.mentions.create(person=person)
    things = (roster.mandate, roster, person, release)
    for path in [thing.get_absolute_url() for thing in things]:
        assert ">عبد~العزيز الدرويش<" in client.get(path).text.replace("\u00a0", "~")
        text = client.get(f"/fr{path}", follow=True).text.replace("\u00a0", "~")
        assert ">Ali El~Fassi<" in text
        assert "hargé de~la~santé" in text


def test_spellings_are_spoken_of_where_there_are_names(client, noon):
    seat = make_seat(make_roster("2022-01-29"))
    assert "translittération" not in main_of(client, "/fr/governance/")
    make_term(seat, make_person("علي", name_fr="Ali"))
    assert "translittération" in main_of(client, "/fr/governance/")


def test_no_council_leads_to_the_bureau(client, db):
    assert 'class="more" href="/governance/"' in main_of(client, "/governance/councils/")
    make_council()
    assert 'class="more"' not in main_of(client, "/governance/councils/")
