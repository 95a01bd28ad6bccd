"""The three groups of people who enter the admin, and what each may do.

They are filled after every ``migrate``, so that they come with the tables and hold exactly what
is written here. Somebody who is in none of them may do nothing.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.utils.translation import gettext_noop as _

WRITER, PUBLISHER, ADMINISTRATOR = _("writer"), _("publisher"), _("administrator")
GROUPS = (WRITER, PUBLISHER, ADMINISTRATOR)

CONTENTS = ("ampcpp", "news", "governance", "programme")
#: The models a writer writes; the others of the contents are looked up, apart from the messages
#: of visitors.
WRITTEN = {"release", "photo", "mention", "attachment", "document"}
#: What an administrator may do besides: nobody is deleted, as the log names them.
ACCOUNTS = {("user", "view"), ("user", "add"), ("user", "change"), ("logentry", "view")}


def is_right(group, app, model, action):
    """Whether a permission belongs to a group. ``delete`` of a text is the trash, ``publish`` all
    that changes what the public reads."""
    if app not in CONTENTS:
        return group == ADMINISTRATOR and (model, action) in ACCOUNTS
    if group != WRITER:
        return True
    if model in WRITTEN:
        return action != "publish"
    return action == "view" and model != "message"


def fill_groups(using, **kwargs):
    """After ``migrate``: the groups, with the permissions of every model."""
    from django.contrib.auth.models import Group, Permission

    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0, using=using)
    permissions = Permission.objects.using(using).select_related("content_type")
    for name in GROUPS:
        group, _created = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(
            permission
            for permission in permissions
            if is_right(
                name,
                permission.content_type.app_label,
                permission.content_type.model,
                permission.codename.partition("_")[0],
            )
        )
