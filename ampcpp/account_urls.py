"""The addresses of an account: signing in, the second factor, the sessions.

Those of django-allauth's that we use, and no others: nobody signs up, and no password is sent by
mail. The names are its own. None is kept by a cache or listed by a search engine.
"""

from functools import wraps

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.views.decorators.cache import never_cache

from ampcpp.views.sessions import Sessions


def private(route, view, name):
    @never_cache
    @wraps(view)
    def never_listed(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return path(route, never_listed, name=name)


urlpatterns = [
    private("login/", account.login, "account_login"),
    private("logout/", account.logout, "account_logout"),
    private("inactive/", account.account_inactive, "account_inactive"),
    private("confirm/", account.reauthenticate, "account_reauthenticate"),
    private("password/", account.password_change, "account_change_password"),
    private("sessions/", Sessions.as_view(), "usersessions_list"),
    private("second-factor/", second_factor.index, "mfa_index"),
    private("second-factor/code/", second_factor.authenticate, "mfa_authenticate"),
    private("second-factor/confirm/", second_factor.reauthenticate, "mfa_reauthenticate"),
    private("second-factor/app/add/", totp.activate_totp, "mfa_activate_totp"),
    private("second-factor/app/remove/", totp.deactivate_totp, "mfa_deactivate_totp"),
    private("second-factor/codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    private(
        "second-factor/codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"
    ),
    private(
        "second-factor/codes/file/", codes.download_recovery_codes, "mfa_download_recovery_codes"
    ),
    private("passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    private("passkeys/add/", passkeys.add_webauthn, "mfa_add_webauthn"),
    private("passkeys/login/", passkeys.login_webauthn, "mfa_login_webauthn"),
    private("passkeys/confirm/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    private("passkeys/<int:pk>/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    private("passkeys/<int:pk>/remove/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
]
