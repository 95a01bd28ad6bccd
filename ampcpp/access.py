"""Who may enter the admin, and how: what the settings hand to django-allauth and django-axes.

A password for everybody, and a second factor for those who publish or administer: they reach
nothing of the admin before they have set one up (`ampcpp/admin_site.py`). Whoever fails five times
is asked to wait, password and code counted together, in the database and so for all processes.
"""

import unicodedata

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from ampcpp.groups import ADMINISTRATOR, PUBLISHER
from ampcpp.log import ENTERED, LEFT, REFUSED, record, record_change
from ampcpp.sender import sender_ip

#: Recovery codes are not among them: they only stand in for one of these.
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
NEEDS_SECOND_FACTOR = Q(is_superuser=True) | Q(groups__name__in=[PUBLISHER, ADMINISTRATOR])
#: What allauth names its notices after → the message id of what was changed.
CHANGES = {
    "account/email/password_changed": "password",
    "account/email/password_set": "password",
    "mfa/email/recovery_codes_generated": gettext_noop("recovery codes"),
}


def lacks_second_factor(user):
    """Whether somebody has yet to set up the second factor that their role asks for."""
    if not hasattr(user, "has_yet_to_set_up"):  # asked several times in a request
        rows = User.objects.filter(NEEDS_SECOND_FACTOR, pk=user.pk)
        user.has_yet_to_set_up = rows.exclude(authenticator__type__in=SECOND_FACTORS).exists()
    return user.has_yet_to_set_up


def is_administrator(user):
    """Whether the admin may neither make nor change somebody's rights, but a command only."""
    return user.is_superuser or any(group.name == ADMINISTRATOR for group in user.groups.all())


def remove_second_factor(user):
    """For who lost it: they sign in with the password alone, once, and set up another. Whoever
    found the telephone is signed out."""
    user.authenticator_set.all().delete()
    for session in user.usersession_set.all():
        session.end()


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up; who comes, goes and is refused stands in the log."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The user name or the password is not right."),
        "incorrect_password": _("This password is not right."),
        "too_many_login_attempts": _("Too many attempts failed. Try again in an hour."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return sender_ip(request)

    def login(self, request, user):
        super().login(request, user)
        record(user, ENTERED, request)

    def logout(self, request):
        if request.user.is_authenticated:
            record(request.user, LEFT, request)
        super().logout(request)

    def authentication_failed(self, request, **credentials):
        # During the hour of a lock nothing is tried, and nothing is counted.
        if request.axes_failures_since_start is not None:
            user = User.objects.filter(username__iexact=credentials["username"]).first()
            if user:
                record(user, REFUSED, request)

    def is_reauthentication_required(self, *, app, **kwargs):
        """Who signed in a moment ago need not give the password again."""
        records = get_authentication_records(self.request, self.request.user)
        moment_ago = timezone.now().timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return all(record["at"] < moment_ago for record in records)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """No mail; what was changed stands in the log."""
        record_change(user, CHANGES.get(template_prefix, "second factor"))


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or no longer: give the one shown now."),
    }

    def build_totp_svg(self, url):
        """A QR code that stands in the page itself: the policy allows no picture in an address."""
        code = segno.make_qr(url, error="m")
        return code.svg_inline(svgclass="access__qr", lineclass=None, light="#fff", omitsize=True)


class CountedCode:
    """A form whose wrong codes count as failed log-ins, and which a lock closes too."""

    def clean_code(self):
        request, credentials = context.request, {"username": self.user.get_username()}
        if not AxesProxyHandler.is_allowed(request, credentials):
            request.axes_locked_out = True
            raise ValidationError(AccountAdapter.error_messages["too_many_login_attempts"])
        try:
            return super().clean_code()
        except ValidationError:
            user_login_failed.send(sender=__name__, credentials=credentials, request=request)
            record(self.user, REFUSED, request)
            raise


class CodeForm(CountedCode, AuthenticateForm):
    """The second step of signing in."""


class CodeAgainForm(CountedCode, ReauthenticateForm):
    """The code asked again before something of the account is changed."""


def tried_name(request, credentials):
    """The user name that somebody tries, however it is typed: «Admin» is counted as «admin»."""
    name = (credentials or {}).get("username") or ""
    return unicodedata.normalize("NFKC", name).casefold()[:255]


def locked_out(request, response, credentials):
    """What django-axes answers whom it asks to wait."""
    response = render(request, "account/locked.html", status=429)
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)
    return response
