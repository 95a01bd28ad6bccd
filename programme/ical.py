"""Activities as an iCalendar: pure functions from activities to text.

An all-day ``DTEND`` is exclusive. The UID stays whatever is changed, and is the same in every
calendar and language; ``SEQUENCE`` rises with every save; a cancelled activity stays, with its
status (RFC 5545). There is no ``METHOD``: what is subscribed to is not an invitation (RFC 5546).
"""

import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

DAY = datetime.timedelta(days=1)
READ_AGAIN = datetime.timedelta(hours=12)


def calendar_of(activities, *, name, source, absolute):
    """The dated ``activities`` as the bytes of the calendar found at ``source``; ``absolute``
    makes whole addresses of paths."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//AMPCPP//programme//{get_language().upper()}")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # for programs older than RFC 7986
    calendar.add("x-wr-timezone", str(timezone.get_default_timezone()))
    calendar.add("source", source, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")  # the same, for Outlook
    for activity in activities:
        if activity.happens_on:
            calendar.add_component(event_of(activity, absolute))
    return calendar.to_ical()


def event_of(activity, absolute):
    """One dated activity: whole days, or from its hour on the first day to the end of the last."""
    event = Event()
    event.add("uid", f"activity-{activity.pk}@ampcpp")
    event.add("dtstamp", activity.updated_at)
    event.add("last-modified", activity.updated_at)
    event.add("sequence", activity.revision)
    event.add("status", "CANCELLED" if activity.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # whoever subscribes is not busy for it
    event.add("summary", summarise(activity))
    event.add("url", absolute(activity.get_absolute_url()))
    for name, value in days_of(activity).items():
        event.add(name, value)
    if activity.kind:
        event.add("categories", [activity.get_kind_display()])
    if description := describe(activity):
        event.add("description", description)
    return event


def days_of(activity):
    """``dtstart`` and ``dtend``; an hour alone has no end, as nobody wrote one."""
    if not activity.start_time:
        return {"dtstart": activity.happens_on, "dtend": activity.last_day + DAY}
    days = {"dtstart": moment(activity.happens_on, activity.start_time)}
    if activity.happens_until:
        days["dtend"] = moment(activity.happens_until + DAY, datetime.time())
    return days


def moment(day, hour):
    """A day and an hour of Morocco's clocks, in UTC.

    Not with a ``VTIMEZONE``: programs put their own table of Casablanca's hours in its place, and
    many of those tables know nothing of Ramadan.
    """
    return timezone.make_aware(datetime.datetime.combine(day, hour)).astimezone(datetime.UTC)


def summarise(activity):
    """The title. That it is cancelled is said in words too, for programs that drop the status."""
    if activity.is_cancelled:
        return _("Cancelled: %(activity)s") % {"activity": activity}
    return str(activity)


def describe(activity):
    """Content, topics and note, a line each."""
    return "\n".join(filter(None, [activity.content, *activity.topic_list, activity.note]))
