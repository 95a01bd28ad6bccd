"""The desk: exactly what waits, for each, on the first page of the admin."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from news.desk import MOST_SHOWN, desk_of
from news.models import Photo, Release
from tests.admin_forms import admin_url
from tests.factories import make_release
from tests.pictures import picture
from tests.publishables import MAKERS, make_in_every_state
from tests.steps import take

pytestmark = pytest.mark.django_db
TRANSLATED = {"title_fr": "x", "body_fr": "<p>x</p>", "title_en": "x", "body_en": "<p>x</p>"}
HOUR = datetime.timedelta(hours=1)


def seen(user):
    """Heading → titles of what stands under it."""
    return {str(one.title): {row.title_ar for row in one.shown} for one in desk_of(user)}


def test_everything_stands_where_it_belongs(publisher, noon):
    make_in_every_state(Release, **TRANSLATED)
    make_release("قديم", published_at=timezone.now() - 8 * 24 * HOUR, **TRANSLATED)
    make_release("متجاوز", published_at=timezone.now() - 9 * 24 * HOUR, stale="fr", **TRANSLATED)
    make_release("بلا ترجمة", published_at=timezone.now() - 10 * 24 * HOUR)
    draft = make_release("مسودتي", state="draft", published_at=None)
    draft.history.update(history_user=publisher)
    silent = make_release("صامت", state="draft", published_at=None)
    for is_decorative, words, release in ((False, "", silent), (True, "", draft)):
        Photo.objects.create(
            release=release,
            image=ContentFile(picture(), "a.png"),
            is_decorative=is_decorative,
            alternative_text_ar=words,
        )
    assert seen(publisher) == {
        "في انتظار مراجعتكم": {"review"},
        "مسوداتكم": {"مسودتي"},
        "مبرمج للنشر": {"scheduled"},
        "نُشر هذا الأسبوع": {"published"},
        "ترجمات متجاوزة بعد تعديل النص العربي": {"متجاوز"},
        "لم يترجم بعد": {"بلا ترجمة"},
        "صور بلا نص بديل": {"صامت"},
    }


def test_a_writer_waits_for_a_publisher(writer):
    make_release("خبر", state="in_review", published_at=None)
    assert seen(writer) == {"في انتظار ناشر": {"خبر"}}


@pytest.mark.parametrize("model", [model for model in MAKERS if model is not Release])
def test_whatever_else_waits_stands_there_too(client, writer, publisher, model):
    make_in_every_state(model)
    waiting = model.objects.get(state="in_review")
    kind = model._meta.verbose_name_plural
    heading = f"في انتظار مراجعتكم – {kind}"
    assert seen(publisher) == {heading: {"review"}}
    client.force_login(publisher)
    page = client.get(reverse("admin:index")).text
    assert f'href="{admin_url(model, "change", waiting.pk)}"' in page
    (section,) = desk_of(publisher)
    section.rows *= MOST_SHOWN + 1
    assert section.more_url == f"{admin_url(model, 'changelist')}?state=in_review"
    assert seen(writer) == {f"في انتظار ناشر – {kind}": {"review"}}


def test_each_line_leads_to_the_thing_and_the_rest_to_a_list(client, publisher):
    client.force_login(publisher)
    rows = [
        make_release(f"{n}", state="in_review", published_at=None) for n in range(MOST_SHOWN + 1)
    ]
    page = client.get(reverse("admin:index")).text
    assert f'href="{reverse("admin:news_release_change", args=[rows[-1].pk])}"' in page
    assert page.count('class="state state-in_review"') == MOST_SHOWN
    more = f"{reverse('admin:news_release_changelist')}?state=in_review"
    assert more in page
    assert client.get(more).context["cl"].result_count == MOST_SHOWN + 1


@pytest.mark.parametrize("filter", ["missing", "stale"])
def test_the_lists_of_translations_hold_the_same(client, publisher, filter):
    client.force_login(publisher)
    stale = make_release(stale="fr", **TRANSLATED)
    missing = make_release()
    listed = client.get(reverse("admin:news_release_changelist"), {"translation": filter})
    expected = {"missing": {missing}, "stale": {stale}}[filter]
    assert set(listed.context["cl"].result_list) == expected


def test_an_empty_desk_says_so(client, writer):
    client.force_login(writer)
    assert "لا شيء في انتظارك" in client.get(reverse("admin:index")).text


def test_the_desk_costs_the_same_with_many(publisher, django_assert_max_num_queries):
    for number in range(12):
        make_release(f"{number}", state="in_review", published_at=None)
    publisher.has_perm("news.publish_release")
    with django_assert_max_num_queries(10):
        desk_of(publisher)


def test_a_draft_is_of_who_wrote_it_and_not_of_who_returned_it(client, writer, publisher):
    client.force_login(writer)
    draft = make_release("مسودة", state="draft", published_at=None)
    draft.history.update(history_user=writer)
    take(client, "submit", draft)
    client.force_login(publisher)
    take(client, "return", draft)
    assert seen(writer)["مسوداتكم"] == {"مسودة"}
    assert "مسوداتكم" not in seen(publisher)


def test_a_draft_is_of_who_submitted_it_last(client, writer, publisher):
    draft = make_release("مسودة", state="draft", published_at=None)
    draft.history.update(history_user=publisher)
    client.force_login(writer)
    take(client, "submit", draft)
    client.force_login(publisher)
    take(client, "return", draft)
    assert seen(writer)["مسوداتكم"] == {"مسودة"}


def test_all_releases_with_silent_photos_are_listed(client, publisher):
    client.force_login(publisher)
    silent = [make_release(f"{n}", state="draft", published_at=None) for n in range(MOST_SHOWN + 1)]
    make_release("بلا صور")
    for release in silent:
        Photo.objects.create(release=release, image=ContentFile(picture(), "a.png"))
    more = f"{reverse('admin:news_release_changelist')}?photos=silent"
    assert more in client.get(reverse("admin:index")).text
    assert set(client.get(more).context["cl"].result_list) == set(silent)
