"""The log of who entered and who changed what: the rows that Django's admin writes, and ours.

Changes are written by the admin itself, steps in words of their own; ``record`` adds who signed in,
who left and who was refused, ``record_event`` what happened elsewhere. Nobody rewrites or deletes a
row (`ampcpp/admin/log.py` shows them).
"""

import json

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from ampcpp.sender import sender_ip

#: Beside those of Django's own (1 to 3).
ENTERED, LEFT, REFUSED = 4, 5, 6
KINDS = {
    ADDITION: _("added"),
    CHANGE: _("changed"),
    DELETION: _("deleted"),
    ENTERED: _("signed in"),
    LEFT: _("signed out"),
    REFUSED: _("sign-in refused"),
}
#: What a browser calls itself → what people call it. The first that fits: most name others too.
BROWSERS = {
    **{"Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet"},
    **{"Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"},
}
SYSTEMS = {
    **{"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows"},
    **{"Mac OS": "macOS", "Linux": "Linux"},
}


def browser_name(user_agent):
    """«Chrome, Android» of what a browser sends; nothing of what is unknown."""
    known = (
        next((name for word, name in names.items() if word in user_agent), None)
        for names in (BROWSERS, SYSTEMS)
    )
    return ", ".join(filter(None, known))


def record(user, kind, request):
    """Writes that somebody came or went, with the address and the browser it was from."""
    browser = browser_name(request.headers.get("User-Agent", ""))
    LogEntry.objects.create(
        user_id=user.pk,
        action_flag=kind,
        object_repr=" – ".join(filter(None, (sender_ip(request), browser))),
    )


def record_event(user, event, row, kind=CHANGE):
    """Writes what became of a row outside of the admin; ``event`` is a message id."""
    LogEntry.objects.create(
        user_id=user.pk,
        action_flag=kind,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        object_repr=str(row)[:200],
        change_message=event,
    )


def record_change(user, field):
    """Writes that somebody changed something of their account."""
    record_event(user, json.dumps([{"changed": {"fields": [field]}}]), user)
