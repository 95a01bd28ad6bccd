"""A release is read before it is public: by staff in a frame, by others through a link."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from news.preview import path_of, release_of, revoke, share
from tests.factories import make_release

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(noon):
    return make_release("مسودة البلاغ", state="draft", published_at=None)


def test_a_link_opens_the_text_and_leaves_no_trace(client, draft):
    share(draft)
    response = client.get(path_of(draft))
    assert "مسودة البلاغ" in response.text
    assert "هذه معاينة خاصة بكم" in response.text
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_a_link_lives_for_a_week(client, draft, noon):
    share(draft)
    path = path_of(draft)
    noon.shift(datetime.timedelta(days=7, seconds=-1))
    assert client.get(path).status_code == 200
    noon.shift(datetime.timedelta(seconds=1))
    assert client.get(path).status_code == 404
    assert path_of(draft) is None


def test_a_link_is_revoked_and_a_new_one_does_not_bring_it_back(client, draft, noon):
    share(draft)
    old = path_of(draft)
    revoke(draft)
    assert client.get(old).status_code == 404
    noon.shift(datetime.timedelta(seconds=5))
    share(draft)
    assert client.get(old).status_code == 404
    assert client.get(path_of(draft)).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1],
        lambda token: ("1" if token[0] == "2" else "2") + token[1:],
        lambda token: "x:y",
        str.swapcase,
    ],
)
def test_a_forged_link_opens_nothing(client, draft, change):
    share(draft)
    token = path_of(draft).split("/")[-2]
    assert release_of(token) == draft
    assert client.get(reverse("news:preview", args=[change(token)])).status_code == 404


def test_a_link_of_one_draft_does_not_open_another(client, draft):
    other = make_release("سر", state="draft", published_at=None)
    share(draft)
    share(other)
    token = path_of(draft).split("/")[-2]
    forged = token.replace(f"{draft.pk}-", f"{other.pk}-", 1)
    assert client.get(reverse("news:preview", args=[forged])).status_code == 404


def test_what_is_in_the_trash_is_not_previewed(client, draft):
    share(draft)
    path = path_of(draft)
    draft.trashed_at = timezone.now()
    draft.save()
    assert client.get(path).status_code == 404


def test_a_writer_makes_and_revokes_a_link_in_the_admin(client, writer, draft):
    client.force_login(writer)
    page = reverse("admin:news_release_preview", args=[draft.pk])
    client.post(page, {"link": "make"})
    draft.refresh_from_db()
    assert path_of(draft) in client.get(page).text
    client.post(page, {"link": "revoke"})
    draft.refresh_from_db()
    assert path_of(draft) is None


def test_the_frame_may_show_the_draft_and_nothing_else(client, writer, draft):
    client.force_login(writer)
    page = client.get(reverse("admin:news_release_preview", args=[draft.pk]), {"language": "fr"})
    assert f'src="/fr{draft.get_absolute_url()}"' in page.text
    assert "frame-src 'self'" in page["Content-Security-Policy"]

    shown = client.get("/fr" + draft.get_absolute_url())
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    public = client.get(make_release().get_absolute_url())
    assert "frame-ancestors 'none'" in public["Content-Security-Policy"]
    assert public["X-Frame-Options"] == "DENY"


def test_a_stranger_sees_no_preview(client, draft, django_user_model):
    page = reverse("admin:news_release_preview", args=[draft.pk])
    assert client.get(page).status_code == 302
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(page).status_code == 403
    assert client.post(page, {"link": "make"}).status_code == 403
    draft.refresh_from_db()
    assert draft.preview_until is None


def test_a_revoked_link_stays_so_when_an_old_version_is_restored(staff, draft):
    share(draft)
    path = path_of(draft)
    draft.save()  # a version that holds the link
    revoke(draft)
    address = reverse("admin:news_release_compare", args=[draft.pk])
    old = draft.history.latest().history_id
    assert staff.post(f"{address}?old={old}").status_code == 302
    assert staff.get(path).status_code == 404


def test_the_link_is_read_in_each_language_and_leads_nowhere_else(client, draft):
    """What is only at the address of the draft would be a dead link to who has no account."""
    share(draft)
    path = path_of(draft)
    for prefix in ("", "/fr", "/en"):
        page = client.get(prefix + path)
        assert page.status_code == 200
        for other in ("", "/fr", "/en"):
            assert f'href="{other}{path}"' in page.text
        assert draft.get_absolute_url() not in page.text
        assert f"/n/{draft.pk}" not in page.text
        for word in ('rel="canonical"', 'rel="alternate" hreflang', "og:", 'class="share"'):
            assert word not in page.text


@pytest.mark.parametrize("prefix", ["", "/fr"])
def test_once_the_text_is_public_the_link_leads_to_its_page(client, draft, prefix):
    share(draft)
    path = path_of(draft)
    draft.state, draft.published_at = "published", timezone.now()
    draft.save()
    address = prefix + draft.get_absolute_url()
    answer = client.get(prefix + path)
    assert (answer.status_code, answer.url) == (302, address)
    assert "no-store" in answer["Cache-Control"]


def test_a_link_is_revoked_while_it_lives_though_the_text_is_public(client, publisher, draft):
    share(draft)
    draft.state, draft.published_at = "published", timezone.now()
    draft.save()
    client.force_login(publisher)
    page = reverse("admin:news_release_preview", args=[draft.pk])
    assert 'value="revoke"' in client.get(page).text
    assert 'value="make"' not in client.get(page).text
    client.post(page, {"link": "revoke"})
    assert 'value="revoke"' not in client.get(page).text
