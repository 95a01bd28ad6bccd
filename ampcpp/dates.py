"""Today in Morocco, and dates as each language of the site writes them.

Arabic follows CLDR's ``ar_MA``: Moroccan months and Western digits. Every date is a calendar day
in Africa/Casablanca, the time zone of the settings.
"""

import datetime
import re

from babel.dates import format_date as babel_format_date
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

LOCALES = {"ar": "ar_MA", "fr": "fr", "en": "en_GB"}
TOGETHER = "\u00a0"  # a space at which no line ends: a date is read whole
TO = f"{TOGETHER}– "  # a range goes on below only after its dash


def today():
    """The calendar day it is in Morocco."""
    return timezone.localdate()


def as_day(value):
    """The day of a date, or of a moment as Morocco's clocks show it."""
    return timezone.localdate(value) if isinstance(value, datetime.datetime) else value


def start_of(day):
    """The moment at which a day begins in Morocco."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def format_date(value, pattern="d MMMM y"):
    """A day in the active language; ``pattern`` is CLDR's. French says « 1er octobre ».

    An empty value gives an empty string, as Django's own ``date`` filter does.
    """
    if not value:
        return ""
    language = get_language()
    text = babel_format_date(as_day(value), pattern, locale=LOCALES[language])
    text = text.replace(" ", TOGETHER)
    return re.sub(r"^1\b", "1er", text) if language == "fr" else text


def format_weekday(value):
    """A day with its weekday: «الجمعة 30 شتنبر 2022»."""
    comma = "," if get_language() == "en" else ""
    return f"{format_date(value, 'EEEE')}{comma} {format_date(value)}"


def format_hour(value):
    """An hour as it is written beside a day: «10:30», in French « 10 h 30 » and « 10 h »."""
    if not value:
        return ""
    if get_language() != "fr":
        return f"{value:%H:%M}"
    return TOGETHER.join([f"{value.hour}", "h", f"{value:%M}"][: 3 if value.minute else 2])


def format_moment(value):
    """A moment by Morocco's clocks, with its zone: «18 مارس 2022 على الساعة 11:00 (توقيت …)»."""
    if not value:
        return ""
    local = timezone.localtime(value)
    return _("%(day)s at %(hour)s (Casablanca time)") % {
        "day": format_weekday(value),
        "hour": format_hour(local),
    }


def format_range(first, last=None):
    """From a first to a last day, both included, what they share said once: «22–24 مارس 2022»."""
    if not last or last == first:
        return format_date(first)
    if first.year != last.year:
        return f"{format_date(first)}{TO}{format_date(last)}"
    if first.month != last.month:
        return f"{format_date(first, 'd MMMM')}{TO}{format_date(last)}"
    return f"{format_date(first, 'd')}–{format_date(last)}"
