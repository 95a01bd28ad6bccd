"""axe-core in the admin: the pages of it that are ours, or that we changed.

What is excused is Django's own and cannot be mended from here; an excuse that has become needless
fails.
"""

import pytest
from django.urls import reverse

from ampcpp.models import Banner
from governance.models import Roster
from news.models import Release
from programme.models import Programme
from tests import kinds
from tests.browser.axe import violations_everywhere
from tests.factories import make_message

#: Rule and selector of what is left as it is → why.
EXCUSES = {
    ("label", ".datetime input"): "Django names a day and an hour by words beside them",
    ("label", ".delete input"): "Django names the box of a row by the head of its column",
    ("empty-table-header", "th.original"): "the first column of Django's inlines has no name",
    ("aria-input-field-name", "[class^=select2-selection]"): "Select2, which Django brings",
    ("scrollable-region-focusable", ".tableWrapper"): "a table of the editor, which has the focus",
}


def admin_pages():
    """Name → path of each."""
    release = Release.objects.order_by("-number").first()
    roster = Roster.objects.get(body__slug="bureau", mandate__starts_on="2022-01-29")
    programme = Programme.objects.get(year=2022)
    message = make_message("سؤال من قارئ")
    lists = ("news_release", "ampcpp_page", "ampcpp_message", "ampcpp_banner", "governance_person")
    return {
        "index": reverse("admin:index"),
        **{name: reverse(f"admin:{name}_changelist") for name in lists},
        "release": reverse("admin:news_release_change", args=[release.pk]),
        "release-add": reverse("admin:news_release_add"),
        "roster": reverse("admin:governance_roster_change", args=[roster.pk]),
        "programme": reverse("admin:programme_programme_change", args=[programme.pk]),
        "message": reverse("admin:ampcpp_message_change", args=[message.pk]),
        "banner": reverse("admin:ampcpp_banner_change", args=[Banner.objects.get().pk]),
    }


def sign_in(page, client, live_server, user):
    client.force_login(user)
    value = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_door_of_the_admin_has_no_violation(page, transactional_db, language):
    page.goto(("" if language == "ar" else "/fr") + "/admin/login/")
    found = violations_everywhere(page)
    assert not found, "\n".join(found)


def test_no_page_of_the_admin_has_a_violation(page, client, live_server, administrator):
    kinds.rich()
    sign_in(page, client, live_server, administrator)
    found, used = [], set()
    for name, path in admin_pages().items():
        page.goto(path)
        found += [f"{name} {fault}" for fault in violations_everywhere(page, EXCUSES, used)]
    assert not found, "\n".join(found)
    assert set(EXCUSES) - used == set()
