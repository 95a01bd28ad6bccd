"""Tags and filters of the public pages: dates, languages, addresses."""

import re

from django import template
from django.template.defaultfilters import stringfilter
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, override

from ampcpp import dates, languages, richtext, typography

register = template.Library()

register.filter("day", dates.format_date)
register.filter("day_with_weekday", dates.format_weekday)
register.filter("hour", dates.format_hour)
register.filter("clock", dates.format_moment)
register.filter("to_text", richtext.to_text)
register.filter("whole", stringfilter(typography.keep_whole), is_safe=True)


@register.filter
def breakable(address):
    """An address that may go on below after its slashes, rather than in the middle of a word."""
    return mark_safe(re.sub("/+", r"\g<0><wbr>", escape(address)))


@register.filter
def until(first, last):
    """«22–24 مارس 2022»: a range, both days included; one day when there is no last."""
    return dates.format_range(first, last)


@register.filter
def lang_attributes(instance, field):
    """`` lang="ar" dir="rtl"`` when a text is shown in another language than the page's."""
    language = languages.shown_language(instance, field)
    if language in (None, get_language()):
        return ""
    return format_html(' lang="{}" dir="{}"', language, languages.direction(language))


@register.filter
def rich(instance, field):
    """The HTML of a field (`richtext.py` has cleaned it), each table in a box of its own: a wide
    one scrolls, and the keyboard reaches it. Photos that it places come from the gallery of the
    instance, which the page has read already; one that is no longer there is left out."""
    html = getattr(instance, field) or ""
    with override(languages.shown_language(instance, field) or get_language()):
        box = format_html(
            '<div class="table-box" role="group" tabindex="0" aria-label="{}">', gettext("Table")
        )
        if "<figure" in html:
            html = richtext.with_photos(html, _photo_of(instance))
    html = html.replace("<table>", f"{box}<table>").replace("</table>", "</table></div>")
    return mark_safe(html)


def _photo_of(instance):
    """A function from the name of a photo of the instance's gallery to its figure."""
    photos = instance.photos.all() if hasattr(instance, "photos") else []
    numbered = {photo.reference: (number, photo) for number, photo in enumerate(photos, 1)}

    def render(name):
        number, photo = numbered.get(name, (0, None))
        context = {"photo": photo, "number": number, "is_eager": number == 1}
        context["sizes"] = "(min-width: 48rem) 46rem, 100vw"
        return render_to_string("components/photo.html", context).strip() if photo else ""

    return render


@register.filter
def not_in(photos, html):
    """Those that a text does not place itself: no page shows a photo twice."""
    names = richtext.photos_in(html)
    return [photo for photo in photos if photo.reference not in names] if names else photos


@register.filter
def is_foreign(instance):
    """Whether a publishable thing is shown in another language than the page's."""
    return not instance.has_translation(get_language())


@register.simple_tag(takes_context=True)
def alternates(context):
    """The page in every language (see ``languages.alternates``); none of what is not there."""
    request = context["request"]
    if request.resolver_match is None:
        return []
    is_preview = context.get("is_preview", False)
    return languages.alternates(request, context.get("object"), is_preview=is_preview)


register.simple_tag(languages.homes)


@register.simple_tag(takes_context=True)
def absolute(context, path):
    """A path with scheme and host."""
    return context["request"].build_absolute_uri(path)


@register.filter
def canonical_path(pages):
    """The path that search engines should keep: Arabic's, when the page is not translated."""
    page = next(page for page in pages if page["code"] == get_language())
    return page["url"] if page["is_translated"] else pages[0]["url"]


@register.simple_tag
def seat_title(seat, person):
    """The title of a seat in the form that suits a person."""
    return typography.keep_whole(seat.title(person.gender))


@register.simple_tag
def page_range(page_obj):
    """The page numbers around this one, with gaps."""
    return page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=2, on_ends=1)


@register.filter
def with_slug(pages, slug):
    """The one of these pages that has this slug; None while it is not public."""
    return next((page for page in pages if page.slug == slug), None)
