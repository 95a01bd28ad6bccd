"""Tags of what is handed on: how a page looks when it is shared, and the links that share it."""

from functools import lru_cache
from urllib.parse import quote, urlencode

import segno
from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from ampcpp import schema

register = template.Library()

LOCALES = {"ar": "ar_MA", "fr": "fr_FR", "en": "en_GB"}  # as Open Graph writes languages
CARD = {"width": 1200, "height": 630}

register.filter("moment", schema.moment)


@register.simple_block_tag
def capture(content):
    """``{% capture as name %}…{% endcapture %}``: a text that is written in several places."""
    return mark_safe(content.strip())  # as escaped as it was written


@register.filter
def is_shared(instance):
    """Whether a page may offer itself: not while it is a draft, nor once it is withdrawn."""
    return not hasattr(instance, "is_public") or (instance.is_public and not instance.is_withdrawn)


@register.filter
def canonical_page(pages):
    """Of the page in every language, the one that holds the text that is read here."""
    page = next(page for page in pages if page["code"] == get_language())
    return page if page["is_translated"] else pages[0]


@register.filter
def locale(language):
    return LOCALES[language]


@register.simple_tag
def shared_picture(site_details, release=None, person=None):
    """A cover or a portrait; without one the drawn card of the category, or of the site."""
    if release and (cover := release.cover):
        alternative = "" if cover.is_decorative else cover.alternative_text
        return photo(cover.image, alternative or release.title)
    if person and person.portrait:
        return photo(person.portrait, person.name)
    pattern = release.category.pattern if release else "star"
    return {"url": static(f"img/cards/{pattern}.jpg"), **CARD, "alt": site_details.name}


def photo(image, alternative):
    size = {"width": image.shared.width, "height": image.shared.height}
    return {"url": image.shared.url, **size, "alt": alternative}


@register.simple_tag(takes_context=True)
def short_address(context, release):
    """«https://host/n/12»: what one can dictate, and what fits a message."""
    path = reverse("short", kwargs={"number": release.number})
    return context["request"].build_absolute_uri(path)


@register.simple_tag
def share_links(title, address):
    """Plain links, which need no script of anybody's."""
    query = {"quote_via": quote, "safe": ""}
    text = f"{title}\r\n\r\n{address}"
    return {
        "whatsapp": "https://wa.me/?" + urlencode({"text": f"{title}\n{address}"}, **query),
        "email": "mailto:?" + urlencode({"subject": title, "body": text}, **query),
        "facebook": "https://www.facebook.com/sharer/sharer.php?"
        + urlencode({"u": address}, **query),
        "x": "https://x.com/intent/post?" + urlencode({"text": title, "url": address}, **query),
    }


@register.simple_tag
@lru_cache(maxsize=500)
def qr_code(address):
    """A QR code for paper, as an SVG that takes its size from the style sheet."""
    code = segno.make_qr(address, error="m")
    return mark_safe(code.svg_inline(svgclass="share__qr", lineclass=None, omitsize=True))
