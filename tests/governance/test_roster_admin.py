"""A roster is edited whole, on one page. Timelines as in ``test_terms``."""

import pytest
from django.contrib.admin.models import LogEntry

from governance.models import Council, Person, Presidency, Roster, Seat, Term
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_council, make_office, make_person, make_roster, make_seat
from tests.factories import make_term as make

pytestmark = pytest.mark.django_db


def roster_form(staff, roster):
    path = admin_url(Roster, "change", roster.pk)
    return path, fields_of(staff.get(path))


def test_a_holder_is_replaced_on_the_page_of_the_roster(staff):
    """
    seat    [--- ali ---->         becomes   [--- ali ---)[--- sara --->
            01-29                            01-29       06-10
    """
    roster = make_roster()
    seat = make_seat(roster)
    ali, sara = make_person("علي"), make_person("سارة", gender="f")
    make(seat, ali, "2022-01-29")
    path, data = roster_form(staff, roster)

    data |= {
        "seats-0-terms-0-ends_on": "2022-06-10",
        "seats-0-terms-0-end_reason": "resigned",
        "seats-0-terms-1-person": sara.pk,
        "seats-0-terms-1-starts_on": "2022-06-10",
    }
    response = staff.post(path, data)
    assert response.status_code == 302, errors(response)

    held = Term.objects.values_list("person__name_ar", "starts_on", "ends_on")
    assert [(name, str(start), str(end)) for name, start, end in held] == [
        ("علي", "2022-01-29", "2022-06-10"),
        ("سارة", "2022-06-10", "None"),
    ]
    assert LogEntry.objects.count() == 1


def test_an_ended_term_is_reopened_while_the_next_is_ended(staff):
    """The database allows one open term per seat at any moment: the order of saving matters."""
    roster = make_roster()
    seat = make_seat(roster)
    make(seat, make_person("علي"), "2022-01-29", "2022-03-01")
    make(seat, make_person("سارة"), "2022-03-01")
    path, data = roster_form(staff, roster)
    data |= {
        "seats-0-terms-0-starts_on": "2022-06-10",
        "seats-0-terms-0-ends_on": "",
        "seats-0-terms-1-ends_on": "2022-06-10",
    }
    response = staff.post(path, data)
    assert response.status_code == 302, errors(response)
    assert Term.objects.get(ends_on=None).person.name == "علي"


def test_overlapping_holders_are_refused_and_nothing_is_saved(staff):
    roster = make_roster()
    make(make_seat(roster), make_person("علي"), "2022-01-29")
    path, data = roster_form(staff, roster)
    data |= {
        "seats-0-position": 9,
        "seats-0-terms-1-person": make_person("سارة").pk,
        "seats-0-terms-1-starts_on": "2022-06-10",
    }
    response = staff.post(path, data)

    assert response.status_code == 200
    assert 'class="errorlist nonform"' in response.text
    assert Term.objects.count() == 1
    assert Seat.objects.get().position == 1


def test_a_new_seat_and_its_holder_in_one_save(staff):
    roster = make_roster()
    path, data = roster_form(staff, roster)
    data |= {
        "seats-TOTAL_FORMS": 1,
        "seats-0-position": 1,
        "seats-0-office": make_office().pk,
        "seats-0-terms-TOTAL_FORMS": 1,
        "seats-0-terms-INITIAL_FORMS": 0,
        "seats-0-terms-0-person": make_person("علي").pk,
    }
    response = staff.post(path, data)
    assert response.status_code == 302, errors(response)
    assert Term.objects.get().seat.roster == roster


def test_a_holder_without_an_office_is_not_lost_silently(staff):
    roster = make_roster()
    path, data = roster_form(staff, roster)
    data |= {
        "seats-TOTAL_FORMS": 1,
        "seats-0-terms-TOTAL_FORMS": 1,
        "seats-0-terms-INITIAL_FORMS": 0,
        "seats-0-terms-0-person": make_person("علي").pk,
    }
    response = staff.post(path, data)
    assert response.status_code == 200
    assert Seat.objects.count() == 0


def test_presidencies_of_a_council_are_checked_together(staff):
    """
    council [--- ali ---->   becomes   [--- ali ---)[--- sara --->
            2021-09-01                 2021-09-01  2023-01-01
    """
    council, ali, sara = make_council(), make_person("علي"), make_person("سارة")
    Presidency.objects.create(council=council, person=ali, starts_on="2021-09-01")
    path = admin_url(Council, "change", council.pk)
    data = fields_of(staff.get(path)) | {
        "presidencies-TOTAL_FORMS": 2,
        "presidencies-1-person": sara.pk,
        "presidencies-1-starts_on": "2023-01-01",
    }
    response = staff.post(path, data)
    assert response.status_code == 200
    assert Presidency.objects.count() == 1

    response = staff.post(path, data | {"presidencies-0-ends_on": "2023-01-01"})
    assert response.status_code == 302, errors(response)
    assert Presidency.objects.count() == 2


def test_people_are_history(staff, demo):
    person = Person.objects.get(name_ar="عبد العزيز الدرويش")
    response = staff.post(admin_url(Person, "delete", person.pk), {"post": "yes"})
    assert response.status_code in (200, 403)
    assert Person.objects.filter(pk=person.pk).exists()
