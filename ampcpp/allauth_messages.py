"""Messages of django-allauth's own that our catalogues translate anew. Nothing imports this module.

``makemessages`` only keeps what stands in a source file, so its ids are repeated here: those that
our pages show and whose Arabic or French reads as a machine wrote it.
"""

from django.utils.translation import gettext_lazy as _

FIELDS = [
    _("Username"),
    _("Password"),
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
    _("Code"),
    _("Authenticator code"),
]
ERRORS = [
    _("Please type your current password."),
    _("You must type the same password each time."),
    _("Be patient, you are sending too many requests."),
]
WAYS = [
    _("Use your password"),
    _("Use authenticator app or code"),
    _("Use a security key"),
]
NAMES = [_("Master key"), _("Backup key"), _("Key nr. {number}")]
DONE = [
    _("You have signed out."),
    _("Password successfully changed."),
    _("Authenticator app activated."),
    _("Authenticator app deactivated."),
    _("Security key added."),
    _("Security key removed."),
    _("A new set of recovery codes has been generated."),
]
