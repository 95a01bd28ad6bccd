"""A year as it is drawn: its months, what falls into each, and what has no day.

Pure functions over activities that are already there: nothing here asks the database.
"""

import calendar
import datetime
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass
class Mark:
    """The days of an activity that fall into one month."""

    activity: object
    first_day: datetime.date
    last_day: datetime.date


@dataclass
class Month:
    """``marks`` are of all that happens in it, ``activities`` of what begins in it; after a gap
    it does not follow the month before it in the year."""

    first_day: datetime.date
    is_now: bool
    is_past: bool
    follows_gap: bool = False
    marks: list = field(default_factory=list)
    activities: list = field(default_factory=list)

    @property
    def last_day(self):
        _weekday, length = calendar.monthrange(self.first_day.year, self.first_day.month)
        return self.first_day.replace(day=length)


def months_of(year, activities, today):
    """The twelve months of ``year``, and those of other years that an activity reaches.

    A month is past only in the year that is still going on: elsewhere it would tell nothing.
    """
    starts = {datetime.date(year, number, 1) for number in range(1, 13)}
    dated = sorted(filter(lambda activity: activity.happens_on, activities), key=by_day)
    for activity in dated:
        starts |= {day.replace(day=1) for day in (activity.happens_on, activity.last_day)}
    now = today.replace(day=1)
    months = [
        Month(start, is_now=start == now, is_past=year == today.year and start < now)
        for start in sorted(starts)
    ]
    for before, month in pairwise(months):
        month.follows_gap = month.first_day - before.last_day > datetime.timedelta(1)
    for month in months:
        fill(month, dated)
    return months


def by_day(activity):
    """Morning before evening; what has no hour first."""
    return (
        activity.happens_on,
        activity.start_time or datetime.time(),
        activity.position,
    )


def fill(month, dated):
    """Puts into a month what happens in it."""
    for activity in dated:
        first = max(activity.happens_on, month.first_day)
        last = min(activity.last_day, month.last_day)
        if first <= last:
            month.marks.append(Mark(activity, first, last))
        if month.first_day <= activity.happens_on <= month.last_day:
            month.activities.append(activity)
