"""A programme as an iCalendar: pure functions from activities to text.

An all-day ``DTEND`` is exclusive. The UID stays whatever is changed; ``SEQUENCE`` rises with every
save; a cancelled activity stays, with its status (RFC 5545).
"""

import datetime

from django.utils import timezone
from django.utils.translation import get_language
from icalendar import Calendar, Event

DAY = datetime.timedelta(days=1)


def calendar_of(programme, activities):
    """The dated ``activities`` as the bytes of a calendar."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//AMPCPP//programme//{get_language().upper()}")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", programme.title)
    calendar.add("x-wr-timezone", str(timezone.get_default_timezone()))
    for activity in activities:
        if activity.happens_on:
            calendar.add_component(event_of(activity))
    return calendar.to_ical()


def event_of(activity):
    """One dated activity: whole days, or from its hour on the first day to the end of the last."""
    event = Event()
    event.add("uid", f"activity-{activity.pk}@ampcpp")
    event.add("dtstamp", activity.updated_at)
    event.add("last-modified", activity.updated_at)
    event.add("sequence", int((activity.updated_at - activity.created_at).total_seconds()))
    event.add("status", "CANCELLED" if activity.is_cancelled else "CONFIRMED")
    event.add("summary", str(activity))
    if activity.start_time:
        event.add("dtstart", moment(activity.happens_on, activity.start_time))
        if activity.happens_until:
            event.add("dtend", moment(activity.happens_until + DAY, datetime.time()))
    else:
        event.add("dtstart", activity.happens_on)
        event.add("dtend", activity.last_day + DAY)
    if description := describe(activity):
        event.add("description", description)
    return event


def moment(day, hour):
    """A day and an hour of Morocco's clocks, in UTC."""
    return timezone.make_aware(datetime.datetime.combine(day, hour)).astimezone(datetime.UTC)


def describe(activity):
    """Content, topics and note, a line each."""
    return "\n".join(filter(None, [activity.content, *activity.topic_list, activity.note]))
