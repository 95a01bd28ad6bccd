"""Every page of the admin says in two or three sentences what is done there and what comes next."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from ampcpp.models import EmptySearch
from ampcpp.publishing import Publishable
from news.models import Release
from tests.admin_forms import admin_url
from tests.factories import make_banner, make_document, make_message, make_release

pytestmark = [pytest.mark.django_db, pytest.mark.markup]
HELP = re.compile(r'<p class="page-help">(.*?)</p>', re.DOTALL)
SENTENCE = re.compile(r"[.?!؟](?:\s|$)")
ADMINS = admin.site._registry
#: Their rows have no page that anything leads to.
LISTED_ONLY = {LogEntry, EmptySearch}


def help_of(response):
    """The words of help that a page shows; there is one paragraph of them."""
    assert response.status_code == 200, response.request["PATH_INFO"]
    (words,) = HELP.findall(response.text)
    return strip_tags(words).strip()


def form_of(model):
    return admin_url(model, "change", model.objects.first().pk)


def other_pages(release):
    """The pages that are neither a list nor the form of a row."""
    compare = admin_url(Release, "compare", release.pk)
    version = release.history.first().history_id
    return {
        "desk": reverse("admin:index"),
        "step": admin_url(Release, "step", "submit") + f"?rows={release.pk}",
        "versions": admin_url(Release, "history", release.pk),
        "compare": f"{compare}?old={version}&new={version}",
        "preview": reverse("admin:news_release_preview", args=[release.pk]),
        "from Word": reverse("admin:news_release_from_word"),
        "trash": admin_url(Release, "changelist") + f"?state={Publishable.Stage.TRASHED}",
    }


@pytest.fixture
def rows(demo):
    """A row of everything that the demo site has none of."""
    make_banner()
    make_message()
    make_document("تقرير")
    EmptySearch.objects.count_one("سؤال")


@pytest.fixture
def release(rows):
    return make_release("مسودة", state="draft", published_at=None)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_page_says_what_is_done_there(staff, release, language):
    with translation.override(language):
        paths = other_pages(release)
        for model in ADMINS:
            paths[f"{model.__name__} list"] = admin_url(model, "changelist")
            if model not in LISTED_ONLY:
                paths[f"{model.__name__} form"] = form_of(model)
        said = {name: help_of(staff.get(path)) for name, path in paths.items()}
    counts = {name: len(SENTENCE.findall(words)) for name, words in said.items()}
    assert {name: count for name, count in counts.items() if count not in (2, 3)} == {}
    assert len(set(said.values())) == len(said) == len(ADMINS) * 2 - len(LISTED_ONLY) + 7


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_words_of_help_are_translated(language):
    texts = [
        text
        for model_admin in ADMINS.values()
        for text in (model_admin.help, getattr(model_admin, "form_help", model_admin.help))
    ]
    for text in texts:
        with translation.override(language):
            translated = str(text)
        with translation.override("en"):
            assert translated != str(text)


def test_a_form_that_may_only_be_read_says_so(writer, rows):
    client = Client()
    client.force_login(writer)
    said = {help_of(client.get(form_of(model))) for model in ADMINS if is_looked_up(model)}
    assert said == {
        "يمكنكم الاطلاع على هذا المحتوى دون تعديله. وتبين الأزرار أسفل الصفحة ما يمكنكم القيام به."
    }


def is_looked_up(model):
    """Whether a writer may read the rows of a model and not change them."""
    return model.__name__ in {"Page", "Category", "Person", "Council", "Roster", "Programme"}
