"""Tags of what search engines read: the way to a page, and the things it is about (schema.org)."""

import json

from django import template
from django.db.models import Model
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ampcpp import schema

register = template.Library()

#: What would end a script, begin a comment or a line in it.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
#: The rooms of the site by namespace: the name of each, and the page that opens it.
SECTIONS = {
    "news": (_("News"), "news:list"),
    "governance": (_("Bureau and committees"), "governance:index"),
    "programme": (_("Annual programme"), "programme:index"),
    "documents": (_("Documents"), "documents:list"),
}


@register.simple_tag(takes_context=True)
def structured_data(context):
    """What the page is about, where its view gives a ``structured_data``: a function of the
    association's details and of ``absolute``."""
    if "structured_data" not in context:
        return ""
    absolute = context["request"].build_absolute_uri
    return script(context["structured_data"](context["site_details"], absolute))


@register.inclusion_tag("components/breadcrumbs.html", takes_context=True)
def breadcrumbs(context, *things):
    """From the home page through the room of this page to the last of ``things``, where one is:
    texts, or things with an address; what is None is passed over."""
    request = context["request"]
    rooms = [(_("Home"), "home"), SECTIONS.get(request.resolver_match.namespace)]
    trail = [{"name": name, "path": reverse(url)} for name, url in filter(None, rooms)]
    trail += map(crumb_of, filter(None, things))
    trail[-1]["path"] = ""
    pairs = [(str(crumb["name"]), crumb["path"]) for crumb in trail]
    data = schema.breadcrumbs_of(pairs, request.build_absolute_uri)
    return {"trail": trail, "data": script(data)}


def crumb_of(thing):
    """Name and path of a step; a thing and the field of its name as well, which may be foreign."""
    if not isinstance(thing, Model):
        return {"name": thing, "path": ""}
    field = next((name for name in ("title", "name") if hasattr(thing, name)), None)
    name = getattr(thing, field) if field else str(thing)
    path = thing.get_absolute_url() if hasattr(thing, "get_absolute_url") else ""
    return {"name": capfirst(name), "path": path, "thing": thing, "field": field}


def script(data):
    """A dict, or a list of them, as a block of JSON-LD. Browsers run none of it."""
    if not data:
        return ""
    graph = {"@graph": data} if isinstance(data, list) else data
    text = json.dumps({"@context": "https://schema.org", **graph}, ensure_ascii=False)
    return mark_safe(f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>')
