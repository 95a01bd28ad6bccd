"""Who is in office on a day. Each case is drawn: a line a seat or a mandate, `[` its first day,
`)` the first day no longer held, `?` an unknown start, `>` still held."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from governance.models import Mandate, Presidency, Term
from tests.factories import (
    make_council,
    make_office,
    make_person,
    make_roster,
    make_seat,
    make_term,
)

pytestmark = pytest.mark.django_db


def day(text):
    return datetime.date.fromisoformat(text)


def serving(on):
    """The names of those in office on a day."""
    return {term.person.name for term in Term.objects.serving(day(on)).select_related("person")}


def test_held_from_the_first_day_to_the_eve_of_the_end():
    """
    mandate 2022-01-29 [---------------------------->
    seat               [--- ali ---)
                       01-29       06-10
    """
    make_term(person=make_person("علي"), starts_on="2022-01-29", ends_on="2022-06-10")

    assert serving("2022-01-28") == set()
    assert serving("2022-01-29") == {"علي"}
    assert serving("2022-06-09") == {"علي"}
    assert serving("2022-06-10") == set()


def test_vacant_between_two_holders():
    """
    mandate [------------------------------------->
    seat    [--- ali ---)          [--- sara ------>
            01-29       06-10      09-01
    """
    seat = make_seat()
    make_term(seat, make_person("علي"), "2022-01-29", "2022-06-10")
    make_term(seat, make_person("سارة"), "2022-09-01")

    assert serving("2022-06-09") == {"علي"}
    assert serving("2022-07-01") == set()
    assert serving("2022-09-01") == {"سارة"}


def test_replaced_on_a_day_belongs_to_the_new_holder():
    """
    seat    [--- ali ---)[--- sara --->
            01-29       06-10
    """
    seat = make_seat()
    make_term(seat, make_person("علي"), "2022-01-29", "2022-06-10", end_reason="resigned")
    make_term(seat, make_person("سارة"), "2022-06-10")

    assert serving("2022-06-10") == {"سارة"}


def test_an_acting_holder_serves_and_says_so():
    """
    seat    [--- ali ---)[= sara, acting =)[--- omar --->
            01-29       06-10             07-01
    """
    seat = make_seat()
    make_term(seat, make_person("علي"), "2022-01-29", "2022-06-10")
    make_term(seat, make_person("سارة"), "2022-06-10", "2022-07-01", is_acting=True)
    make_term(seat, make_person("عمر"), "2022-07-01")

    [term] = Term.objects.serving(day("2022-06-15"))
    assert (term.person.name, term.is_acting) == ("سارة", True)
    assert serving("2022-07-01") == {"عمر"}


def test_an_unknown_start_counts_from_the_beginning_of_the_mandate():
    """
    mandates [--- 2019 ---)[--- 2022 --->
    seat     ?--- saad --->
             2019-01-28    2022-01-29
    """
    make_roster("2022-01-29")
    make_term(make_seat(make_roster("2019-01-28")), make_person("سعد"))

    assert serving("2019-01-27") == set()
    assert serving("2019-01-28") == {"سعد"}
    assert serving("2022-01-28") == {"سعد"}
    assert serving("2022-01-29") == set()


def test_two_bureaus_on_the_day_of_renewal():
    """
    mandates [--- 2019 ---)[--- 2022 --->
    old seat [--- saad ---------------->     (nobody wrote its end)
    new seat               [--- aziz --->
    """
    make_term(make_seat(make_roster("2019-01-28")), make_person("سعد"), "2019-01-28")
    make_term(make_seat(make_roster("2022-01-29")), make_person("عزيز"), "2022-01-29")

    assert serving("2022-01-28") == {"سعد"}
    assert serving("2022-01-29") == {"عزيز"}


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        ("2022-03-01", "2022-04-01"),  #     [---)            within
        ("2022-01-29", "2022-02-10"),  # [--)                 across the beginning
        ("2022-06-09", "2022-08-01"),  #            [-----)   across the end, by one day
        ("2022-01-29", None),  #         [------------------> around
        (None, "2022-03-01"),  #         ?---)                from an unknown start
        (None, None),  #                 ?------------------>
    ],
)
def test_no_overlap(starts_on, ends_on):
    """
    seat    [----- ali -----)
            2022-02-05      2022-06-10
    """
    seat = make_seat()
    make_term(seat, make_person("علي"), "2022-02-05", "2022-06-10")

    with pytest.raises(ValidationError) as error:
        make_term(seat, make_person("سارة"), starts_on, ends_on)
    assert error.value.error_dict["__all__"][0].code == "overlap"


def test_one_open_term_per_seat_is_kept_by_the_database():
    seat = make_seat()
    make_term(seat, starts_on="2022-01-29")

    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.create(seat=seat, person=make_person("سارة"), starts_on=day("2022-05-01"))


def test_postgresql_refuses_overlaps_by_itself():
    """Where the database has exclusion constraints, even rows that were not validated."""
    seat = make_seat()
    make_term(seat, starts_on="2022-02-01", ends_on="2022-06-10")
    overlapping = {"starts_on": day("2022-06-09"), "ends_on": day("2022-07-01")}

    def create():
        with transaction.atomic():
            Term.objects.create(seat=seat, person=make_person("سارة"), **overlapping)
            connection.check_constraints()

    if connection.vendor == "postgresql":
        with pytest.raises(IntegrityError):
            create()
    else:
        create()
        assert Term.objects.count() == 2


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        ("2019-01-27", None),
        ("2019-02-01", "2022-01-30"),
        (None, "2019-01-01"),
        ("2022-02-01", None),
    ],
)
def test_a_term_lies_within_its_mandate(starts_on, ends_on):
    """
    mandates [--- 2019-01-28 ---)[--- 2022-01-29 --->
    """
    make_roster("2022-01-29")
    seat = make_seat(make_roster("2019-01-28"))

    with pytest.raises(ValidationError) as error:
        make_term(seat, starts_on=starts_on, ends_on=ends_on)
    assert error.value.error_dict["__all__"][0].code == "outside_mandate"


def test_the_end_is_after_the_beginning():
    with pytest.raises(ValidationError):
        make_term(starts_on="2022-05-01", ends_on="2022-05-01")


def test_titles_follow_the_holder_and_the_committee():
    office = make_office("النائب الحادي عشر للرئيس", "النائبة الحادية عشرة للرئيس")
    woman = make_person("اعتماد الزاهيدي", gender="f")
    assert make_term(make_seat(office=office), woman).title == "النائبة الحادية عشرة للرئيس"

    health = make_roster(slug="health", kind="committee", name_ar="لجنة الصحة")
    chair = make_office("رئيس", "رئيسة")
    seat = make_seat(health, chair)
    assert make_term(seat, woman).title == "رئيسة لجنة الصحة"
    assert str(seat) == "رئيس لجنة الصحة"


def test_history_refuses_deletion():
    term = make_term()
    for row in (term.person, term.seat, term.seat.roster, term.seat.office):
        with pytest.raises(ProtectedError):
            row.delete()
    with pytest.raises(ProtectedError):
        term.seat.roster.mandate.delete()


def test_presidencies_of_one_council_do_not_overlap():
    """
    council [--- ali ---)[--- sara --->
            2021-09-01  2023-01-01
    """
    council = make_council()
    ali = Presidency(
        council=council,
        person=make_person("علي"),
        starts_on=day("2021-09-01"),
        ends_on=day("2023-01-01"),
    )
    ali.full_clean()
    ali.save()
    sara = Presidency(council=council, person=make_person("سارة"), starts_on=day("2022-12-31"))
    with pytest.raises(ValidationError):
        sara.full_clean()
    sara.starts_on = day("2023-01-01")
    sara.full_clean()
    sara.save()

    assert [p.person.name for p in Presidency.objects.serving(day("2022-12-31"))] == ["علي"]
    assert [p.person.name for p in Presidency.objects.serving(day("2023-01-01"))] == ["سارة"]


@pytest.mark.parametrize(
    ("mandate", "shown"),
    [("2019-01-28", "2022-01-28"), ("2022-01-29", "2022-06-15"), ("2023-01-01", "2023-01-01")],
)
def test_the_day_a_mandate_is_shown_on(mandate, shown):
    """
    mandates [--- 2019 ---)[--- 2022 ---)[--- 2023 --->
    today                     ^ 2022-06-15
    """
    for starts_on in ("2019-01-28", "2022-01-29", "2023-01-01"):
        Mandate.objects.create(starts_on=starts_on)
    found = Mandate.objects.with_end().get(starts_on=mandate)
    assert found.day_shown(day("2022-06-15")) == day(shown)


def test_a_reason_needs_an_end():
    with pytest.raises(ValidationError) as error:
        make_term(starts_on="2022-01-29", end_reason="died")
    assert list(error.value.error_dict) == ["ends_on"]
