"""For pages that show people: the letters of a drawn portrait, an office without its body."""

from django import template

register = template.Library()

ARTICLE = "ال"


@register.filter
def initials(name):
    """The first letters of the first and the last word, «ع د» for «عبد العزيز الدرويش».

    An Arabic article is passed over; the space keeps Arabic letters from joining.
    """
    words = name.split()
    if not words:
        return ""
    last = words[-1]
    if last.startswith(ARTICLE) and len(last) > len(ARTICLE) + 1:
        last = last.removeprefix(ARTICLE)
    letters = [words[0][0], last[0]] if len(words) > 1 else [words[0][0]]
    return " ".join(letters).upper()


@register.simple_tag
def office_title(seat, person):
    """«رئيسة»: what a person is in a body that is named beside it."""
    return seat.office.title(person.gender)
