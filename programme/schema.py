"""Activities as search engines read them (schema.org); pure functions, as in ``ampcpp.schema``."""

import datetime

from django.utils import timezone

from ampcpp.schema import filled, moment, publisher_of
from programme.ical import describe


def events_of(programme, activities, site, absolute):
    """The activities of a programme that have a day."""
    organiser = publisher_of(site, absolute)
    return [event_of(programme, one, organiser, absolute) for one in activities if one.happens_on]


def event_of(programme, activity, organiser, absolute):
    """One dated activity: whole days, or from its hour on the first day."""
    status = "EventCancelled" if activity.is_cancelled else "EventScheduled"
    return filled(
        {
            "@type": "Event",
            "name": str(activity),
            "url": absolute(f"{programme.get_absolute_url()}#{activity.anchor}"),
            "startDate": start_of(activity),
            "endDate": activity.happens_until and activity.happens_until.isoformat(),
            "eventStatus": f"https://schema.org/{status}",
            "description": describe(activity),
            "organizer": organiser,
        }
    )


def start_of(activity):
    """The first day, with its hour by Morocco's clocks when it is known."""
    if not activity.start_time:
        return activity.happens_on.isoformat()
    begins = datetime.datetime.combine(activity.happens_on, activity.start_time)
    return moment(timezone.make_aware(begins))
