"""What the public has read is never just gone: its address leads on."""

import pytest
from django.utils import timezone

from news.models import Release, Removal
from tests.factories import make_release
from tests.steps import take

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, publisher):
    client.force_login(publisher)
    return client


@pytest.mark.parametrize(
    "given", ["{number}", "https://ampcpp.ma{path}", "/n/{number}", "/fr{path}"]
)
def test_a_removed_release_leads_to_another(desk, given):
    old, new = make_release("قديم"), make_release("جديد")
    given = given.format(number=new.pk, path=new.get_absolute_url())
    assert take(desk, "remove", old, moved_to=given).status_code == 302
    desk.logout()
    for path in (old.get_absolute_url(), f"/news/{old.pk}/", f"/n/{old.pk}"):
        assert desk.get(path).status_code == 301
        assert desk.get(path, follow=True).context["release"] == new
    assert desk.get(f"/fr{old.get_absolute_url()}").url == f"/fr/news/{new.pk}/"


@pytest.mark.parametrize("given", ["", "x", "/news/", "99999999", "/pages/about/", "{draft}"])
def test_it_must_lead_to_what_can_be_read(desk, given):
    old, draft = make_release(), make_release(state="draft", published_at=None)
    response = take(desk, "remove", old, moved_to=given.format(draft=draft.pk))
    assert response.status_code == 200
    assert set(Release.objects.published()) == {old}
    assert not Removal.objects.exists()


def test_it_does_not_lead_to_itself(desk):
    old = make_release()
    assert take(desk, "remove", old, moved_to=str(old.pk)).status_code == 200
    assert old.is_public


def test_a_chain_of_removals_is_followed(desk):
    first, second, third = (make_release(f"{n}") for n in range(3))
    take(desk, "remove", first, moved_to=str(second.pk))
    take(desk, "remove", second, moved_to=str(third.pk))
    assert desk.get(f"/news/{first.pk}/", follow=True).context["release"] == third


def test_a_restored_release_has_its_address_again_but_is_not_public(desk):
    old, new = make_release(), make_release()
    take(desk, "remove", old, moved_to=str(new.pk))
    take(desk, "restore", old)
    old.refresh_from_db()
    assert old.stage == "withdrawn"
    assert not Removal.objects.exists()
    take(desk, "publish", old)
    old.refresh_from_db()
    assert old.is_public
    assert old.published_at <= timezone.now()
