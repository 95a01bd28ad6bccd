"""How a found row is shown, with the words that were asked for marked."""

from django import template

from ampcpp.fields import RichTextField
from ampcpp.richtext import to_text
from ampcpp.search import highlight
from ampcpp.typography import keep_whole

register = template.Library()


@register.filter
def marked(text, question):
    return highlight.marked(keep_whole(str(text)), question)


register.filter("beginning", highlight.beginning)


@register.filter
def offices_to_show(person):
    """Those held today; without one, the last that was held."""
    return [term for term in person.offices if term.is_serving] or person.offices[:1]


@register.simple_tag
def answer_of(row, question):
    """Where a row answers besides its title: the name of the field, and some of its words; else the
    beginning of its lead. None when there is neither."""
    texts = [(name, text_of(row, name)) for name in row.SEARCHED[1:]]
    answering = [(name, text) for name, text in texts if highlight.answers(text, question)]
    leads = [(name, text) for name, text in texts if name in ("lead", "body") and text]
    for name, text in answering or leads:
        return {"field": name, "text": highlight.excerpt(text, question)}
    return None


def text_of(row, name):
    """A field in the language of the reader, or as it falls back, without tags."""
    text = getattr(row, name) or ""
    return to_text(text) if isinstance(row._meta.get_field(name), RichTextField) else text


@register.simple_tag
def results_in(groups):
    """How many results all groups have together; None when one has too many to count."""
    counts = [group["results"].count for group in groups]
    return None if None in counts else sum(counts)
