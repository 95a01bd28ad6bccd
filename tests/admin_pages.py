"""Every address of the admin, and what it answers the one who opens it.

``examples`` is complete by construction: a pattern that is not in it fails a test.
"""

from typing import NamedTuple

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import LocalePrefixPattern, URLPattern, get_resolver, reverse

from ampcpp.models import Document, EmptySearch, Message, SiteDetails
from news.models import Release
from tests.admin_forms import admin_url
from tests.publishables import MAKERS

#: Of which nobody adds a row here.
WITHOUT_ADDING = {EmptySearch, LogEntry, Message, SiteDetails}


class Visit(NamedTuple):
    path: str
    status: int = 200
    client: Client = None  # the administrator's, unless another is given


def patterns(resolver=None, route=""):
    """The name of each pattern below /admin/, or its route when it has none."""
    for entry in (resolver or get_resolver()).url_patterns:
        part = "" if isinstance(entry.pattern, LocalePrefixPattern) else str(entry.pattern)
        here = route + part.removeprefix("^")
        if not isinstance(entry, URLPattern):
            yield from patterns(entry, here)
        elif here.startswith("admin/"):
            yield entry.name or here


def examples(office):
    """Name of a pattern → its visits, in the language that is active."""
    found = of_the_site(office) | of_accounts(office) | of_releases(office)
    for model in admin.site._registry:
        found |= of_model(office, model)
    for model in MAKERS:
        found |= of_publishable(office, model)
    return found


def of_model(office, model):
    """What Django makes for each model; nothing is deleted that has a trash or a history."""
    row, name = office.one(model), f"{model._meta.app_label}_{model._meta.model_name}"
    is_kept = model in {User, LogEntry, SiteDetails} | set(MAKERS)
    listed = admin_url(model, "changelist")
    route = "admin/" + name.replace("_", "/", 1)
    return {
        f"{name}_changelist": [Visit(listed), Visit(f"{listed}?q=سؤال+لا+جواب+له")],
        f"{name}_add": [Visit(admin_url(model, "add"), 403 if model in WITHOUT_ADDING else 200)],
        f"{name}_history": [Visit(admin_url(model, "history", row.pk))],
        f"{name}_delete": [Visit(admin_url(model, "delete", row.pk), 403 if is_kept else 200)],
        f"{name}_change": [Visit(admin_url(model, "change", row.pk))],
        f"{route}/<path:object_id>/": [Visit(f"{listed}{row.pk}/", 302)],
    }


def of_publishable(office, model):
    """Its trash; each step with one text and with many; two of its versions."""
    name, rows = f"{model._meta.app_label}_{model._meta.model_name}", office.rows[model]
    listed = admin_url(model, "changelist")
    keys = ",".join(str(row.pk) for row in rows.values())
    steps = []
    for step in admin.site._registry[model].steps:
        path = admin_url(model, "step", step.name)
        row = next(row for row in rows.values() if step.may(office.administrator, row))
        steps += [Visit(f"{path}?rows={chosen}") for chosen in (row.pk, keys)]
    row = office.versioned[model]
    new, old = row.history.values_list("history_id", flat=True)[:2]
    others = [Visit(admin_url(model, "change", row.pk)) for row in rows.values()]
    return {
        f"{name}_change": others,
        f"{name}_changelist": [Visit(listed), Visit(f"{listed}?state=trashed")],
        f"{name}_step": steps,
        f"{name}_compare": [
            Visit(f"{admin_url(model, 'compare', row.pk)}?old={old}&new={new}"),
            Visit(f"{admin_url(model, 'compare', row.pk)}?old={new}&new={new}"),
        ],
    }


def of_releases(office):
    release = office.release
    preview = admin_url(Release, "preview", release.pk)
    draft = office.rows[Release]["draft"]
    return {
        "news_release_photo_add": [Visit(admin_url(Release, "photo_add", release.pk), 405)],
        "news_release_advice": [Visit(admin_url(Release, "advice"), 405)],
        "news_release_photos": [Visit(admin_url(Release, "photos", release.pk))],
        "news_release_from_word": [Visit(admin_url(Release, "from_word"))],
        "news_release_source": [Visit(admin_url(Release, "source", release.pk))],
        "news_release_preview": [
            Visit(preview),
            Visit(f"{preview}?language=fr&width=wide"),
            Visit(admin_url(Release, "preview", draft.pk)),
        ],
    }


def of_the_site(office):
    """What belongs to no model."""
    number = ContentType.objects.get_for_model(Release).pk
    field = "app_label=news&model_name=release&field_name=documents"
    rooms = sorted({model._meta.app_label for model in admin.site._registry})
    found = {
        "index": Visit(reverse("admin:index")),
        "login": Visit(reverse("admin:login"), 302),
        "logout": Visit(reverse("admin:logout")),
        "password_change": Visit(reverse("admin:password_change"), 302),
        "password_change_done": Visit(reverse("admin:password_change_done")),
        "autocomplete": Visit(f"{reverse('admin:autocomplete')}?{field}"),
        "jsi18n": Visit(reverse("admin:jsi18n")),
        "view_on_site": Visit(reverse("admin:view_on_site", args=[number, office.release.pk]), 302),
        "auth_user_second_factor": Visit(admin_url(User, "second_factor", office.publisher.pk)),
        "auth_user_password_change": Visit(admin_url(User, "password_change", office.writer.pk)),
        "ampcpp_document_choices": Visit(admin_url(Document, "choices")),
        "admin_logentry_export": Visit(admin_url(LogEntry, "export")),
        "admin/(?P<url>.*)$": Visit(f"{reverse('admin:index')}nothing/", 404),
    }
    lists = [Visit(reverse("admin:app_list", args=[room])) for room in rooms]
    return {name: [visit] for name, visit in found.items()} | {"app_list": lists}


def of_accounts(office):
    """The pages of an account, each opened by somebody whom it is for."""
    found = {
        "account_login": [office.anonymous],
        "account_logout": [office.client],
        "account_inactive": [office.anonymous],
        "account_reauthenticate": [office.client, office.without_factor],
        "account_change_password": [office.client],
        "usersessions_list": [office.client],
        "mfa_index": [office.client, office.without_factor],
        "mfa_authenticate": [office.half],
        "mfa_reauthenticate": [office.client],
        "mfa_activate_totp": [office.without_factor],
        "mfa_deactivate_totp": [office.client],
        "mfa_view_recovery_codes": [office.client],
        "mfa_generate_recovery_codes": [office.client],
        "mfa_download_recovery_codes": [office.client],
        "mfa_list_webauthn": [office.client, office.without_factor],
        "mfa_add_webauthn": [office.client],
        "mfa_reauthenticate_webauthn": [office.client],
    }
    visits = {
        name: [Visit(reverse(name), client=client) for client in clients]
        for name, clients in found.items()
    }
    visits["mfa_login_webauthn"] = [Visit(reverse("mfa_login_webauthn"), 302)]
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        visits[name] = [Visit(reverse(name, args=[office.passkey.pk]))]
    return visits
