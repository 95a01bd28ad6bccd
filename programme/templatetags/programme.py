"""Days and months as the year and the entries of a programme write them, in parts."""

from django import template

from ampcpp.dates import TO, format_date

register = template.Library()


@register.filter
def month_name(first_day, year):
    """«مارس»; with its year when that is not ``year``."""
    return format_date(first_day, "LLLL" if first_day.year == year else "LLLL y")


@register.filter
def day_span(mark):
    """The days of a mark: «22–24»."""
    first, last = mark.first_day.day, mark.last_day.day
    return str(first) if first == last else f"{first}–{last}"


@register.filter
def crosses_months(activity):
    """Whether it begins in one month and ends in another."""
    first, last = activity.happens_on, activity.last_day
    return (first.year, first.month) != (last.year, last.month)


@register.filter
def day_numbers(activity):
    """«17», «22–24»; with months and years where there are two: «29 شتنبر – 1 أكتوبر»."""
    first, last = activity.happens_on, activity.last_day
    if crosses_months(activity):
        pattern = "d MMMM" if first.year == last.year else "d MMMM y"
        return f"{format_date(first, pattern)}{TO}{format_date(last, pattern)}"
    return str(first.day) if first == last else f"{first.day}–{last.day}"


@register.filter
def weekdays(activity):
    """«الخميس», or the first and the last: «الثلاثاء – الخميس»; of no use over two months."""
    first, last = activity.happens_on, activity.last_day
    names = [format_date(day, "EEEE") for day in ([first] if first == last else [first, last])]
    return TO.join(names)
