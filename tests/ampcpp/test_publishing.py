"""The one door, on every subclass of Publishable."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ampcpp.publishing import Publishable
from tests.factories import make_document, make_page, make_programme, make_release
from tests.publishables import MAKERS, STATES, make_in_every_state

pytestmark = pytest.mark.django_db
ALL = set(STATES)


def leaves(model):
    """The concrete models below an abstract one."""
    for child in model.__subclasses__():
        if not child._meta.abstract:
            yield child


def titles(rows):
    return {row.title_ar for row in rows}


def test_every_publishable_is_under_contract():
    assert set(leaves(Publishable)) == set(MAKERS)


@pytest.mark.parametrize("model", MAKERS)
def test_the_door(model, noon):
    make_in_every_state(model)

    assert titles(model.objects.published()) == {"published"}
    assert titles(model.objects.readable()) == {"published", "withdrawn"}
    assert titles(model.objects.visible_to(AnonymousUser())) == {"published", "withdrawn"}


@pytest.mark.parametrize("model", MAKERS)
def test_staff_see_what_they_may_view_but_not_the_trash(model, noon, clerk):
    make_in_every_state(model)
    powerless = User.objects.create_user("powerless", is_staff=True)

    assert titles(model.objects.visible_to(clerk)) == ALL - {"trashed"}
    assert titles(model.objects.visible_to(powerless)) == {"published", "withdrawn"}


@pytest.mark.parametrize("model", MAKERS)
def test_is_public_agrees_with_the_queryset(model, noon):
    make_in_every_state(model)

    assert {row.title_ar for row in model.objects.all() if row.is_public} == titles(
        model.objects.readable()
    )


@pytest.mark.parametrize("model", MAKERS)
def test_a_scheduled_row_appears_at_its_moment(model, noon):
    moment = timezone.now() + datetime.timedelta(hours=1)
    row = MAKERS[model](published_at=moment)

    noon.move_to(moment - datetime.timedelta(seconds=1))
    assert (model.objects.published().exists(), row.is_scheduled) == (False, True)
    noon.move_to(moment)
    assert (model.objects.published().exists(), row.is_scheduled) == (True, False)


@pytest.mark.parametrize("model", MAKERS)
def test_a_published_row_has_a_moment(model, noon):
    row = MAKERS[model](state="draft", published_at=None)
    row.state = "published"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("model", MAKERS)
def test_the_stage_agrees_with_the_queryset(model, noon):
    rows = make_in_every_state(model)
    for stage in Publishable.Stage:
        found = {row.title_ar for row in rows.values() if row.stage == stage}
        assert titles(model.objects.at_stage(stage)) == found != set()


@pytest.mark.parametrize("model", MAKERS)
def test_constraint_is_told_in_words(model):
    row = MAKERS[model](state="draft", published_at=None)
    row.state = "published"
    with pytest.raises(ValidationError):
        row.validate_constraints()


def test_translated_and_has_translation_agree():
    complete = make_release(title_fr="Titre", body_fr="<p>Texte</p>")
    make_release(title_fr="Titre seul")
    make_release(body_fr="<p>Texte seul</p>", title_fr=None)

    french = type(complete).objects.translated("fr")
    assert set(french) == {complete}
    assert {r for r in type(complete).objects.all() if r.has_translation("fr")} == {complete}
    assert type(complete).objects.translated("ar").count() == 3


def test_numbers_are_never_given_again():
    for make in (make_release, make_document):
        row = make()
        number = row.number
        row.delete()
        assert make().number > number


def test_pages_and_programmes_have_addresses_of_their_own():
    assert make_page(slug="about").get_absolute_url() == "/pages/about/"
    assert make_programme(year=2031).get_absolute_url() == "/programme/2031/"
