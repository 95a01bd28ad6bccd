"""The log says which step was taken, in the words of who reads it."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from ampcpp.admin.log import LogAdmin
from news.copies import changes_to
from news.models import Release
from news.workflow import STEPS
from tests.admin_forms import admin_url
from tests.ampcpp.test_workflow import STAGES
from tests.factories import make_category, make_release
from tests.signing_in import log_in, make_account
from tests.steps import take

pytestmark = pytest.mark.django_db

#: Step → the stage it is taken from, and its line in Arabic and in French.
LINES = {
    "submit": ("draft", "إرسال للمراجعة", "envoi pour relecture"),
    "publish": ("draft", "نشر", "publication"),
    "return": ("in_review", "إعادة مع ملاحظة", "renvoi avec une remarque"),
    "withdraw": ("published", "سحب", "retrait"),
    "trash": ("draft", "نقل إلى سلة المهملات", "mise à la corbeille"),
    "restore": ("trashed", "استرجاع من سلة المهملات", "reprise de la corbeille"),
    "propose": ("published", "إعداد تعديل", "préparation de modifications"),
    "apply": (None, "نشر التعديل", "publication de modifications"),
    "duplicate": ("published", "استنساخ", "duplication"),
    "categorise": ("draft", "وضع في صنف", "choix d’une rubrique"),
    "remove": ("published", "حذف مع إعادة التوجيه", "suppression avec redirection"),
}


def lines(language="ar"):
    """Of the log, the oldest first: whose, of what, which words."""
    rows = LogEntry.objects.select_related("user").order_by("pk")
    with override(language):
        return [(row.user.username, row.object_repr, LogAdmin.details(None, row)) for row in rows]


@pytest.mark.parametrize("step", [step.name for step in STEPS])
def test_each_step_has_its_line(client, publisher, step):
    stage, arabic, french = LINES[step]
    release = changes_to(make_release()) if stage is None else make_release(**STAGES[stage])
    given = {"category": make_category("other").pk, "moved_to": str(make_release("بديل").pk)}
    client.force_login(publisher)
    assert take(client, step, release, **given).status_code == 302
    assert lines() == [("publisher", "خبر", arabic)]
    assert lines("fr") == [("publisher", "خبر", french)]


def test_what_waits_for_its_moment_was_scheduled(client, publisher):
    client.force_login(publisher)
    release = make_release(state="draft", published_at=None)
    take(client, "publish", release, published_at_0="2030-01-01", published_at_1="10:00")
    assert lines() == [("publisher", "خبر", "برمجة")]


def test_a_restored_version_has_its_line(client, publisher):
    client.force_login(publisher)
    release = make_release()
    old = release.history.first().history_id
    client.post(f"{admin_url(Release, 'compare', release.pk)}?old={old}")
    assert lines() == [("publisher", "خبر", "استرجاع نسخة قديمة")]


def test_links_for_people_without_an_account_have_their_lines(client, writer):
    client.force_login(writer)
    path = admin_url(Release, "preview", make_release(state="draft", published_at=None).pk)
    for link in ("make", "revoke"):
        client.post(path, {"link": link})
    assert lines() == [
        ("writer", "خبر", "إنشاء رابط معاينة"),
        ("writer", "خبر", "إلغاء رابط المعاينة"),
    ]


def test_an_administrator_made_by_a_command_has_a_line(db):
    for _time in range(2):
        call_command("make_administrator", "amina")
    assert lines() == [
        ("amina", "amina", "إنشاء حساب مدير بأمر على الخادم"),
        ("amina", "amina", "إعادة فتح حساب المدير بأمر على الخادم"),
    ]


def test_the_emptied_trash_has_a_line_in_the_name_of_who_filled_it(client, writer, noon):
    client.force_login(writer)
    take(client, "trash", make_release(state="draft", published_at=None))
    make_release("بلا صاحب", state="draft", published_at=None, trashed_at=timezone.now())
    noon.shift(datetime.timedelta(days=30))
    call_command("empty_trash")
    assert lines()[1:] == [("writer", "خبر", "بعد 30 يوما في سلة المهملات")]
    assert not Release.objects.exists()


def test_sessions_ended_elsewhere_have_a_line(client):
    user = make_account()
    log_in(client)
    log_in(Client())
    client.post("/admin/account/sessions/")
    assert User.objects.get() == user
    assert lines()[2:] == [("souad", "souad", "الخروج من كل الأجهزة الأخرى")]


def test_a_deleted_row_has_no_details(staff):
    category = make_category()
    staff.post(admin_url(type(category), "delete", category.pk), {"post": "yes"})
    assert lines() == [("admin", "لقاءات", "")]
