"""The names of people in the text of a release, linked to their pages."""

import re
from html import escape, unescape

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from ampcpp.templatetags.site import rich
from governance.names import KnownPerson, Names

register = template.Library()

TAG = re.compile(r"""(<(?:"[^"]*"|'[^']*'|[^'"<>])*>)""")
TAG_NAME = re.compile(r"<(/?)([a-z0-9]+)", re.IGNORECASE)
#: What stands in these stays as it is: links, headings, photos with their captions.
LEFT_ALONE = {"a", "h2", "h3", "h4", "figure"}


@register.simple_tag
def texts_with_links(release, mentions):
    """``lead`` and ``body`` of a release; whom its ``mentions`` name is linked once, at first."""
    people = {mention.person.number: mention.person for mention in mentions}
    names = Names(people=tuple(map(KnownPerson.of, people.values())))
    return {
        "lead": mark_safe(linked(escape(release.lead or "", quote=False), names, people)),
        "body": mark_safe(linked(rich(release, "body"), names, people)),
    }


def linked(html, names, people):
    """HTML with a link at the first sighting of each of ``people``, who then leaves them."""
    pieces, inside = [], 0
    for piece in TAG.split(html) if people else [html]:
        tag = TAG_NAME.match(piece)
        if tag and tag[2].lower() in LEFT_ALONE:
            inside = max(inside + (-1 if tag[1] else 1), 0)
        is_text = not tag and not inside
        pieces.append(linked_text(piece, names, people) if is_text and people else piece)
    return "".join(pieces)


def linked_text(html, names, people):
    """A stretch of text without tags; one that names nobody stays as it is written."""
    text, pieces, end = unescape(html), [], 0
    for seen in names.sightings(text):
        if person := people.pop(seen.number, None):
            link = format_html('<a href="{}">{}</a>', person.get_absolute_url(), seen.written)
            pieces += [escape(text[end : seen.start], quote=False), link]
            end = seen.end
    return "".join([*pieces, escape(text[end:], quote=False)]) if pieces else html
