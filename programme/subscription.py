"""The links by which a calendar program takes up the calendar and keeps reading it.

They are plain links: nothing is loaded from Google or Microsoft unless a reader follows one.
"""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb"
MICROSOFT_365 = "https://outlook.office.com/calendar/0/addfromweb"


def calendar_name(programme=None, kind=None):
    """What a calendar is called in the list of the program that reads it."""
    name = programme.title if programme else _("Programme of the association")
    return f"{name} – {kind.label}" if kind else name


@dataclass
class Subscription:
    """A calendar, of one kind of activities or of all, of one programme or of all that there are
    and will be, on the host of the request."""

    request: object
    kind: object = None
    programme: object = None

    @property
    def name(self):
        return calendar_name(self.programme, self.kind)

    @property
    def address(self):
        given = {"year": self.programme and self.programme.year, "kind": self.kind}
        narrowed = {name: value for name, value in given.items() if value}
        return self.request.build_absolute_uri(reverse("programme:calendar", kwargs=narrowed))

    @property
    def webcal(self):
        """For the program that the reader's own device calls its calendar."""
        return urlsplit(self.address)._replace(scheme="webcal").geturl()

    @property
    def google(self):
        return f"{GOOGLE}?{urlencode({'cid': self.webcal})}"

    @property
    def outlook(self):
        return f"{OUTLOOK}?{urlencode({'url': self.address, 'name': self.name})}"

    @property
    def microsoft_365(self):
        return f"{MICROSOFT_365}?{urlencode({'url': self.address, 'name': self.name})}"
