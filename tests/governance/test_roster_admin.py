"""A roster is edited whole, on one page. Timelines as in ``test_terms``."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

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


@pytest.fixture
def roster_clerk(client):
    """Keeps rosters and seats, but may not say who holds them."""
    user = User.objects.create_user("roster-clerk", is_staff=True)
    names = ["view_roster", "change_roster", "view_seat", "change_seat", "view_person"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def test_who_holds_an_office_takes_a_right_of_its_own(roster_clerk):
    roster = make_roster()
    make(make_seat(roster), make_person("علي"), "2022-01-29")
    path, data = roster_form(roster_clerk, roster)
    data |= {
        "seats-0-position": 4,
        "seats-0-terms-TOTAL_FORMS": 2,
        "seats-0-terms-0-ends_on": "2022-06-10",
        "seats-0-terms-0-DELETE": "on",
        "seats-0-terms-1-person": make_person("سارة").pk,
        "seats-0-terms-1-starts_on": "2022-06-10",
    }
    roster_clerk.post(path, data)

    term = Term.objects.get()
    assert (term.person.name, term.ends_on) == ("علي", None)
    assert Seat.objects.get().position == 4


@pytest.mark.parametrize("end", [None, "2022-09-01"])
def test_a_page_opened_before_a_colleague_s_save_is_refused(staff, end):
    """
    page opened   [--- ali ---->
    meanwhile     [--- ali ---)[--- omar ---)   (or still open)
    then sent     [--- ali ---)[--- sara --->
                  01-29       06-10
    """
    roster = make_roster()
    seat = make_seat(roster)
    ali = make(seat, make_person("علي"), "2022-01-29")
    path, data = roster_form(staff, roster)
    Term.objects.filter(pk=ali.pk).update(ends_on="2022-06-10")
    make(seat, make_person("عمر"), "2022-06-10", end)

    data |= {
        "seats-0-terms-0-ends_on": "2022-06-10",
        "seats-0-terms-1-person": make_person("سارة").pk,
        "seats-0-terms-1-starts_on": "2022-06-10",
    }
    response = staff.post(path, data)
    assert response.status_code == 200
    assert 'class="errornote"' in response.text
    assert not Term.objects.filter(person__name_ar="سارة").exists()


def test_a_term_removed_meanwhile_is_told(staff):
    roster = make_roster()
    make(make_seat(roster), make_person("علي"), "2022-01-29")
    path, data = roster_form(staff, roster)
    Term.objects.all().delete()
    response = staff.post(path, data)
    assert response.status_code == 200
    assert 'class="errornote"' in response.text


def test_two_seats_at_one_place_are_refused(staff):
    roster = make_roster()
    office = make_office()
    make_seat(roster, office, 1)
    make_seat(roster, office, 2)
    path, data = roster_form(staff, roster)
    assert staff.post(path, data | {"seats-1-position": 1}).status_code == 200
    swapped = {"seats-0-position": 2, "seats-1-position": 1}
    assert staff.post(path, data | swapped).status_code == 302


def test_a_seat_that_was_held_is_not_deleted(staff):
    roster = make_roster()
    make(make_seat(roster), make_person("علي"), "2022-01-29")
    path, data = roster_form(staff, roster)
    response = staff.post(path, data | {"seats-0-DELETE": "on"})
    assert response.status_code == 200
    assert Seat.objects.count() == 1


@pytest.mark.parametrize("query", ["لخريبكة", "المجلس الإقليمي", "Khouribga"])
def test_councils_are_found_as_they_are_written(staff, demo, query):
    found = staff.get(admin_url(Council, "changelist"), {"q": query}).context["cl"]
    assert "khouribga" in [council.name_fr.split()[-1].lower() for council in found.result_list]
