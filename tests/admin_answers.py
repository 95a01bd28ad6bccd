"""What the admin answers to what is sent: refusals in words, pages that ask, what was done."""

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ampcpp.models import Banner, Message
from news.models import Category, Release
from tests.admin_forms import admin_url, fields_of
from tests.admin_pages import WITHOUT_ADDING
from tests.publishables import MAKERS
from tests.signing_in import PASSWORD
from tests.steps import confirm


def answers(office):
    """(what was sent, the answer), in the language that is active; each leaves the office open."""
    for part in (refused_forms, refused_accounts, chosen_rows, saved_forms, taken_steps):
        yield from part(office)


def refused_forms(office):
    """Every form of the admin sent empty; files that are none; a text that a colleague saved."""
    post = office.client.post
    for model in admin.site._registry:
        if model not in WITHOUT_ADDING:
            path = admin_url(model, "add")
            empty = dict.fromkeys(fields_of(office.client.get(path)), "")
            management = {k: "0" for k in empty if k.endswith("_FORMS")}
            yield f"empty {model.__name__}", post(path, empty | management)
    word = admin_url(Release, "from_word")
    yield "no Word file", post(word)
    yield "no file of Word", post(word, {"word-file": SimpleUploadedFile("a.docx", b"PK")})
    for model, row in office.versioned.items():
        path = admin_url(model, "change", row.pk)
        stale = {"version": "2022-01-01T00:00:00+00:00", "title_ar": "عنوان آخر"}
        yield f"conflict {model.__name__}", post(path, fields_of(office.client.get(path)) | stale)


def refused_accounts(office):
    """Passwords and codes that are wrong, too short, too common; too many of them."""
    post, wrong = office.client.post, {"oldpassword": "x", "password1": "12345", "password2": "1"}
    yield "password", post(reverse("account_change_password"), wrong)
    common = {"oldpassword": PASSWORD, "password1": "password", "password2": "password"}
    yield "common password", post(reverse("account_change_password"), common)
    yield "confirm", post(reverse("account_reauthenticate"), {"password": "x"})
    yield "code", office.half.post(reverse("mfa_authenticate"), {"code": "000000"})
    yield "no code", office.half.post(reverse("mfa_authenticate"), {"code": ""})
    yield "app", office.without_factor.post(reverse("mfa_activate_totp"), {"code": "1"})
    weak = {"password1": "password", "password2": "pass", "usable_password": "true"}
    yield "new password", post(admin_url(User, "password_change", office.writer.pk), weak)
    taken = {"username": "karim", "password1": "1", "password2": "1", "email": "x"}
    yield "taken name", post(admin_url(User, "add"), taken)
    door = Client(REMOTE_ADDR="192.0.2.9")
    for _attempt in range(6):
        answer = door.post(reverse("account_login"), {"login": "nobody", "password": "x"})
        yield "log-in", answer


def chosen_rows(office):
    """What is done with the chosen rows of a list; without any it says so."""
    for model in (Category, Banner, Message):
        path = admin_url(model, "changelist")
        yield "none chosen", office.client.post(path, {"action": "delete_selected"}, follow=True)
        chosen = {"action": "delete_selected", "_selected_action": [office.one(model).pk]}
        yield "delete", office.client.post(path, chosen)
    handled = {"action": "mark_as_handled", "_selected_action": [office.one(Message).pk]}
    yield "handled", office.client.post(admin_url(Message, "changelist"), handled, follow=True)


def saved_forms(office):
    """What is said after a save, by each of the buttons."""
    for model in (Category, User, *MAKERS):
        path = admin_url(model, "change", office.one(model).pk)
        for button in ("_save", "_continue", "_addanother"):
            data = fields_of(office.client.get(path)) | {button: "1"}
            yield f"{model.__name__}{button}", office.client.post(path, data, follow=True)
    path = admin_url(Category, "add")
    new = {"name_ar": "صنف", "name_fr": "Genre", "name_en": "Kind", "slug": "new"}
    yield "added", office.client.post(path, fields_of(office.client.get(path)) | new, follow=True)
    gone = admin_url(Category, "delete", Category.objects.get(slug="new").pk)
    yield "deleted", office.client.post(gone, {"post": "yes"}, follow=True)
    preview = admin_url(Release, "preview", office.versioned[Release].pk)
    for link in ("revoke", "make"):
        yield f"link {link}", office.client.post(preview, {"link": link}, follow=True)


def taken_steps(office):
    """Each step: refused for want of what it asks, then taken."""
    category, release = office.one(Category), office.release
    given = {"category": category.pk, "moved_to": release.pk}
    for model, rows in office.rows.items():
        keys = [row.pk for row in rows.values()]
        for step in admin.site._registry[model].steps:
            texts = model.objects.filter(pk__in=keys)
            row = next(text for text in texts if step.may(office.administrator, text))
            path = f"{admin_url(model, 'step', step.name)}?rows={row.pk}"
            if asked := step.form_class.base_fields:
                wrong = dict.fromkeys(asked, "") | {"published_at_0": "x"}
                yield f"{step.name} refused", office.client.post(path, wrong)
            if step.name == "publish":
                past = {"published_at_0": "2020-01-01", "published_at_1": "10:00"}
                yield "past moment", office.client.post(path, past)
            yield f"{step.name} of an older version", office.client.post(path, given)
            page = office.client.get(path)
            yield step.name, confirm(office.client, page, path, follow=True, **given)
