"""axe-core in the admin: the pages of it that are ours, or that we changed, in each language, size
and scheme; and, once the scripts have had their say, no word of another language.

The pages of an account, the notice of a kept draft and the drop of a Word file are looked at
where they are tested.
"""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import translation

from ampcpp.models import Banner, Document, Message, Page
from governance.models import Council, Person, Roster
from news.models import Category, Release
from programme.models import Programme
from tests.admin_forms import admin_url
from tests.browser.axe import violations_everywhere
from tests.office import Office
from tests.words import WORDS, foreign, said

LANGUAGES = ("ar", "fr", "en")


def steps(office):
    """The pages that ask: of one text, of many, of what cannot be done."""
    rows = office.rows[Release]
    keys = ",".join(str(row.pk) for row in rows.values())
    one = {name: rows[row].pk for name, row in (("publish", "review"), ("return", "review"))}
    publish = admin_url(Release, "step", "publish")
    return {
        "step of one": f"{publish}?rows={one['publish']}",
        "step of many": f"{publish}?rows={keys}",
        "step with a remark": f"{admin_url(Release, 'step', 'return')}?rows={one['return']}",
        "categorise": f"{admin_url(Release, 'step', 'categorise')}?rows={keys}",
        "apply": f"{admin_url(Release, 'step', 'apply')}?rows={rows['copy'].pk}",
        "remove": f"{admin_url(Release, 'step', 'remove')}?rows={rows['published'].pk}",
    }


def newsroom(office):
    """Name → path: the desk, releases and what is done with them; and the longest of forms."""
    draft, rows = office.versioned[Release], office.rows[Release]
    new, old = draft.history.values_list("history_id", flat=True)[:2]
    releases = admin_url(Release, "changelist")
    return steps(office) | {
        "desk": reverse("admin:index"),
        "releases": releases,
        "trash": f"{releases}?state=trashed",
        "nothing found": f"{releases}?q=لا+شيء",
        "from word": admin_url(Release, "from_word"),
        "release": admin_url(Release, "change", office.release.pk),
        "draft": admin_url(Release, "change", draft.pk),
        "in the trash": admin_url(Release, "change", rows["trashed"].pk),
        "changes": admin_url(Release, "change", rows["copy"].pk),
        "new release": admin_url(Release, "add"),
        "public, with changes": admin_url(Release, "change", rows["published"].pk),
        "versions": admin_url(Release, "history", draft.pk),
        "roster": admin_url(Roster, "change", office.one(Roster).pk),
        "compare": f"{admin_url(Release, 'compare', draft.pk)}?old={old}&new={new}",
        "preview": admin_url(Release, "preview", office.release.pk),
        "preview, wide": f"{admin_url(Release, 'preview', draft.pk)}?width=wide",
    }


def rest(office):
    """Name → path: everything else that the office keeps."""
    models = (Page, Document, Banner, Category, Message, Person, Council, Programme)
    lists = {f"{m.__name__} list": admin_url(m, "changelist") for m in (*models, Roster, User)}
    forms = {m.__name__: admin_url(m, "change", office.one(m).pk) for m in models}
    return lists | forms | {
        "unused": f"{admin_url(Document, 'changelist')}?use=none",
        "used": admin_url(Document, "change", office.release.documents.get().pk),
        "new document": admin_url(Document, "add"),
        "person in a window": f"{admin_url(Person, 'add')}?_popup=1",
        "deleting": admin_url(Banner, "delete", Banner.objects.get().pk),
        "deleting what is used": admin_url(Category, "delete", office.release.category_id),
        "history": admin_url(Category, "history", office.one(Category).pk),
        "app": reverse("admin:app_list", args=["governance"]),
        "account": admin_url(User, "change", office.publisher.pk),
        "log": reverse("admin:admin_logentry_changelist"),
    }  # fmt: skip


def sign_in(page, client, live_server, user):
    client.force_login(user)
    value = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])


@pytest.fixture
def office(page, live_server):
    office = Office()
    value = office.client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
    return office


def faults(page, office, language):
    """What is wrong with a page as it stands: to axe, on a telephone, in its words."""
    found = violations_everywhere(page)
    page.set_viewport_size({"width": 360, "height": 740})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("wider than a telephone")
    words = foreign(language, said(page.content())) - office.typed - WORDS
    return found + [f"word: {word}" for word in words]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pages", [newsroom, rest])
def test_no_page_has_a_violation(page, office, pages, language):
    found = []
    with translation.override(language):
        for name, path in pages(office).items():
            page.goto(path)
            found += [f"{name} {fault}" for fault in faults(page, office, language)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_a_conflict_has_a_violation(page, office, language):
    """A form is opened, saved by a colleague meanwhile, and saved."""
    release = office.rows[Release]["draft"]
    with translation.override(language):
        page.goto(admin_url(Release, "change", release.pk))
    page.locator("#id_title_ar").fill("عنوان كتبته أنا")
    release.title_ar = "عنوان كتبته زميلتي"
    release.save()
    page.locator("[name=_save]").click()
    page.locator(".conflict").wait_for()
    found = faults(page, office, language)
    assert not found, "\n".join(found)
