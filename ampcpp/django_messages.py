"""Messages of Django's own that our catalogues translate anew. Nothing imports this module.

``makemessages`` only keeps what stands in a source file, so Django's ids are repeated here. Django
writes Arabic months as the Mashriq does; Morocco says يناير فبراير مارس أبريل ماي يونيو يوليوز غشت
شتنبر أكتوبر نونبر دجنبر. Its Arabic admin lacks some messages, orders people about in others
(«احذف») and says «added» where something was changed. French repeats Django's words but a few.

The admin's calendar and the text editor read ``locale/*/LC_MESSAGES/djangojs.po``, kept by hand.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

# The months, in the four contexts of ``django/utils/dates.py``.
# fmt: off
MONTHS = [
    _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
    _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
]
MONTHS_3 = [
    _("jan"), _("feb"), _("mar"), _("apr"), _("may"), _("jun"),
    _("jul"), _("aug"), _("sep"), _("oct"), _("nov"), _("dec"),
]
MONTHS_AP = [
    pgettext_lazy("abbrev. month", "Jan."), pgettext_lazy("abbrev. month", "Feb."),
    pgettext_lazy("abbrev. month", "March"), pgettext_lazy("abbrev. month", "April"),
    pgettext_lazy("abbrev. month", "May"), pgettext_lazy("abbrev. month", "June"),
    pgettext_lazy("abbrev. month", "July"), pgettext_lazy("abbrev. month", "Aug."),
    pgettext_lazy("abbrev. month", "Sept."), pgettext_lazy("abbrev. month", "Oct."),
    pgettext_lazy("abbrev. month", "Nov."), pgettext_lazy("abbrev. month", "Dec."),
]
MONTHS_ALT = [
    pgettext_lazy("alt. month", "January"), pgettext_lazy("alt. month", "February"),
    pgettext_lazy("alt. month", "March"), pgettext_lazy("alt. month", "April"),
    pgettext_lazy("alt. month", "May"), pgettext_lazy("alt. month", "June"),
    pgettext_lazy("alt. month", "July"), pgettext_lazy("alt. month", "August"),
    pgettext_lazy("alt. month", "September"), pgettext_lazy("alt. month", "October"),
    pgettext_lazy("alt. month", "November"), pgettext_lazy("alt. month", "December"),
]
# fmt: on

# Forms and files: what a reader or a secretary is told about a field.
DATA = [
    _("This field is required."),
    _("Hold down “Control”, or “Command” on a Mac, to select more than one."),
    _("Enter a valid date."),
    _("Enter a valid date/time."),
    _("Enter a valid time."),
    _("Enter a valid URL."),
    _("Enter a valid email address."),
    _("Enter a whole number."),
    _("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    _("%(model_name)s with this %(field_label)s already exists."),
    _("%(model_name)s with this %(field_labels)s already exists."),
    _("%(model)s instance with %(field)s %(value)r is not a valid choice."),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
    ngettext_lazy("Please submit at most %(num)d form.", "Please submit at most %(num)d forms."),
    ngettext_lazy("Please submit at least %(num)d form.", "Please submit at least %(num)d forms."),
    _("Currently"),
    _("Currently:"),
    _("Clear"),
    ngettext_lazy("%(size)d byte", "%(size)d bytes"),
    _("%s KB"),
    _("%s MB"),
    _("%s GB"),
]

# The admin's pages: index, lists, forms, history.
PAGES = [
    _("Log in"),
    _("Log in again"),
    _("Thanks for spending some quality time with the web site today."),
    _(
        "Please enter the correct %(username)s and password for a staff account. Note that both "
        "fields may be case-sensitive."
    ),
    _(
        "You are authenticated as %(username)s, but are not authorized to access this page. "
        "Would you like to login to a different account?"
    ),
    _("Welcome,"),
    _("View site"),
    _("View on site"),
    _("Breadcrumbs"),
    _("Toggle navigation"),
    _("Toggle theme (current theme: auto)"),
    _("Toggle theme (current theme: light)"),
    _("Toggle theme (current theme: dark)"),
    _("Start typing to filter…"),
    _("Filter navigation items"),
    _("Models in the %(name)s application"),
    _("Model name"),
    _("Add link"),
    _("Change or view list link"),
    _("You don’t have permission to view or edit anything."),
    _("Recent actions"),
    _("My actions"),
    _("None available"),
    _("Added:"),
    _("Changed:"),
    _("Deleted:"),
    _("Add"),
    _("Change"),
    _("View"),
    _("Add %(name)s"),
    _("Add %s"),
    _("Change %s"),
    _("View %s"),
    _("%(app)s administration"),
    _("Go"),
    _("Run the selected action"),
    _("Filter"),
    _(" By %(filter_title)s "),
    _("Clear all filters"),
    _("Show all"),
    _("All dates"),
    _("Time:"),
    _("Date/time"),
    _("Lookup"),
    _("Select %s"),
    _("Select %s to change"),
    _("Select %s to view"),
    _("Select this object for an action - {}"),
    _("Select all objects on this page for an action"),
    _("Items must be selected in order to perform actions on them. No items have been changed."),
    _("No action selected."),
    _("Save"),
    _("Save and add another"),
    _("Save and continue editing"),
    _("Save and view"),
    _("Remove"),
    _("Add another %(verbose_name)s"),
    _("Add another %(model)s"),
    _("Change selected %(model)s"),
    _("Delete selected %(model)s"),
    _("View selected %(model)s"),
    ngettext_lazy("Please correct the error below.", "Please correct the errors below."),
    _("The {name} “{obj}” was added successfully."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    _("History"),
    _("Change history: %s"),
    _("Action"),
    ngettext_lazy("entry", "entries"),
    _("Added."),
    _("Added {name} “{object}”."),
    _("Changed {fields}."),
    _("and"),
    _("Changed {fields} for {name} “{object}”."),
    _("Deleted {name} “{object}”."),
    _("No fields changed."),
    _("LogEntry Object"),
    _("This object doesn’t have a change history. It probably wasn’t added via this admin site."),
]

# Deleting: Django's Arabic says the wrong thing about protected rows.
DELETION = [
    _("Delete"),
    _("Delete?"),
    _("Cannot delete %(name)s"),
    _("Delete multiple objects"),
    _("Objects"),
    _("Delete selected %(verbose_name_plural)s"),
    _("Successfully deleted %(count)d %(items)s."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _(
        "Deleting %(class_name)s %(instance)s would require deleting the following protected "
        "related objects: %(related_objects)s"
    ),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would result in deleting related "
        "objects, but your account doesn't have permission to delete the following types of "
        "objects:"
    ),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would require deleting the following "
        "protected related objects:"
    ),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? All of the '
        "following related items will be deleted:"
    ),
    _(
        "Deleting the selected %(objects_name)s would result in deleting related objects, but "
        "your account doesn't have permission to delete the following types of objects:"
    ),
    _(
        "Deleting the selected %(objects_name)s would require deleting the following protected "
        "related objects:"
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? All of the following "
        "objects and their related items will be deleted:"
    ),
    _("Yes, I’m sure"),
    _("No, take me back"),
]

# Users and passwords.
ACCOUNTS = [
    _("Authentication and Authorization"),
    _("Personal info"),
    _("first name"),
    _("last name"),
    _("email address"),
    _("Email"),
    _("last login"),
    _("date joined"),
    _("user"),
    _("log entry"),
    _("log entries"),
    _("username"),
    _("A user with that username already exists."),
    _("salt"),
    _("hash"),
    _("staff status"),
    _("Designates whether the user can log into this admin site."),
    _("superuser status"),
    _("Designates that this user has all permissions without explicitly assigning them."),
    _("active"),
    _(
        "Designates whether this user should be treated as active. Unselect this instead of "
        "deleting accounts."
    ),
    _(
        "The groups this user belongs to. A user will get all permissions granted to each of "
        "their groups."
    ),
    _("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only."),
    _(
        "Enter a valid username. This value may contain only unaccented lowercase a-z and "
        "uppercase A-Z letters, numbers, and @/./+/-/_ characters."
    ),
    _("After you’ve created a user, you’ll be able to edit more user options."),
    _("Password change"),
    _("Change password"),
    _("Change my password"),
    _("Change password: %s"),
    _("Set password"),
    _("Set password: %s"),
    _("Reset password"),
    _("Your password was changed."),
    _(
        "Please enter your old password, for security’s sake, and then enter your new password "
        "twice so we can verify you typed it in correctly."
    ),
    _("Your old password was entered incorrectly. Please enter it again."),
    _("The two password fields didn’t match."),
    _("Enter the same password as before, for verification."),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    _("Your password can’t be too similar to your other personal information."),
    _("Your password can’t be a commonly used password."),
    _("Your password can’t be entirely numeric."),
    _("The password is too similar to the %(verbose_name)s."),
    _("This password is too common."),
    _("This password is entirely numeric."),
    _("Enter a new password for the user <strong>%(username)s</strong>."),
    _("Password-based authentication"),
    _("Enabled"),
    _("Disabled"),
    _(
        "Whether the user will be able to authenticate using a password or not. If disabled, "
        "they may still be able to authenticate using other backends, such as Single Sign-On or "
        "LDAP."
    ),
    _("Enable password-based authentication"),
    _("Disable password-based authentication"),
    _("This action will <strong>enable</strong> password-based authentication for this user."),
    _("Enable password-based authentication for this user by setting a password."),
    _("Password-based authentication was disabled."),
    _("Conflicting form data submitted. Please try again."),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
]
