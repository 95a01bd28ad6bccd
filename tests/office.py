"""An office in the middle of its week: texts in every state, versions, accounts, a full log."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from ampcpp.models import EmptySearch, Page
from governance.models import Roster
from news.copies import duplicate
from news.models import Category, Release
from news.preview import share
from programme.models import Programme
from tests import kinds
from tests.admin_forms import admin_url, fields_of
from tests.conftest import with_second_factor
from tests.factories import make_category, make_document, make_message
from tests.publishables import MAKERS, state_values
from tests.signing_in import CODE, code_of, log_in, make_account

TITLES = {
    "draft": "مسودة بلاغ",
    "review": "بلاغ للمراجعة",
    "scheduled": "بلاغ مبرمج",
    "published": "بلاغ منشور",
    "withdrawn": "بلاغ مسحوب",
    "withdrawn-early": "بلاغ سحب قبل نشره",
    "trashed": "بلاغ محذوف",
}


def passkey(user):
    """A passkey as a device would have registered it."""
    key = ES256({1: 2, 3: -7, -1: 1, -2: b"x" * 32, -3: b"y" * 32})
    credential = AttestedCredentialData.create(b"\0" * 16, b"credential", key)
    data = AuthenticatorData.create(b"\0" * 32, AuthenticatorData.FLAG.AT, 0, credential)
    response = {
        "clientDataJSON": websafe_encode(
            b'{"type": "webauthn.create", "challenge": "", "origin": ""}'
        ),
        "attestationObject": websafe_encode(bytes(AttestationObject.create("none", data, {}))),
    }
    answer = {"id": websafe_encode(b"credential"), "type": "public-key", "response": response}
    return WebAuthn.add(user, "هاتفي", answer | {"rawId": answer["id"]}).instance


class Office:
    """Its rows, and the browsers of those who work in it."""

    def __init__(self):
        kinds.rich()
        self.release = Release.objects.get(place_ar="الرباط", happened_on="2022-11-29")
        self.release.source_file.save("x.docx", ContentFile(b"PK"))
        make_message("سؤال من قارئ", name="قارئ")
        EmptySearch.objects.count_one("سؤال بلا جواب")
        make_document("وثيقة غير مستعملة")
        self.rows = {model: self.in_every_state(model) for model in MAKERS}
        public = self.rows[Release]["published"]
        self.rows[Release]["copy"] = copy = duplicate(public, copy_of=public)
        copy.title_ar, copy.title_fr = "بلاغ منشور معدل", "Un communiqué modifié"
        copy.save()
        share(self.rows[Release]["draft"])
        self.versioned = {model: self.twice_saved(rows) for model, rows in self.rows.items()}
        self.accounts()
        self.work()
        self.used = set()

    @property
    def typed(self):
        """What people typed in Latin letters and lists show."""
        return {
            *User.objects.values_list("username", flat=True),
            *Category.objects.values_list("slug", flat=True),
            *Page.objects.values_list("slug", flat=True),
        }

    def in_every_state(self, model):
        rows = {}
        for number, (state, values) in enumerate(state_values().items()):
            if model is Programme:
                values |= {"year": 2001 + number}
            rows[state] = MAKERS[model](TITLES[state], **values)
        rows["review"].remark = "المرجو إضافة المكان."
        rows["review"].save()
        return rows

    def twice_saved(self, rows):
        row = rows["draft"]
        row.title_ar, row.title_fr = "مسودة بلاغ معدلة", "Un brouillon"
        row.save()
        return row

    def accounts(self):
        self.administrator = make_account("superuser", "amina")
        self.writer = make_account("writer", "karim")
        self.publisher = with_second_factor(make_account("publisher", "souad"))
        for user, name in (
            (self.administrator, "أمينة"),
            (self.writer, "كريم"),
            (self.publisher, "سعاد"),
        ):
            user.first_name = name
            user.save()
        with_second_factor(self.administrator)
        RecoveryCodes.activate(self.administrator)
        self.passkey = passkey(self.administrator)
        self.anonymous, self.half, self.without_factor, self.client = (Client() for _ in range(4))
        log_in(self.anonymous, "souad", "not the password")  # for the log
        log_in(self.half, "souad")
        log_in(self.without_factor, "karim")
        log_in(self.client, "amina")
        self.client.post(CODE, {"code": code_of(self.administrator)})

    def work(self):
        """A change of each kind of row, and what is deleted: for the log and the histories."""
        for model in admin.site._registry:
            if model not in {LogEntry, EmptySearch}:
                self.change(model)
        gone = make_category("gone")
        self.client.post(admin_url(Category, "delete", gone.pk), {"post": "yes"})

    def change(self, model):
        row = self.one(model)
        path = admin_url(model, "change", row.pk)
        data = fields_of(self.client.get(path))
        name = next((n for n in data if n.endswith("_ar") and "-" not in n), "first_name")
        response = self.client.post(
            path, data | {name: f"{data.get(name, '')} (مجدد)", "is_handled": "on"}
        )
        assert response.status_code == 302, (path, response.context["errors"])

    def one(self, model):
        """The row of a model that its pages are opened with."""
        if model is User:
            return self.writer
        if model is Release:
            return self.release
        if model is Roster:
            return Roster.objects.get(body__slug="bureau", mandate__starts_on="2022-01-29")
        return self.versioned.get(model) or model.objects.order_by("pk").first()
