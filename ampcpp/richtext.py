"""The one allow-list of HTML: what the editor can write is what is kept, wherever it comes from.

A photo in a text is a reference, ``<figure data-photo="…"></figure>``, to one of the same gallery.
Pages put the photo there (the filter ``rich``).
"""

import html
import re

import nh3

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"  # what XML, and so a feed, cannot hold
CONTROL = re.compile(f"[{CONTROLS}]")
INVISIBLE = re.compile(f"[{CONTROLS}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
PHOTO_NAME = r"[A-Za-z0-9_-]{1,64}"
SCHEMES = {"http", "https", "mailto", "tel"}
SCHEME = re.compile(r"([^/?#:]*):")


def _allowed_value(tag, attribute, value):
    """The value of an allowed attribute, or None for what it may not be.

    Invisible letters go before the scheme of an address is looked at: they are dropped from the
    whole text in the end, and must not leave an address that runs.
    """
    if attribute == "dir":
        return value if value in ("ltr", "rtl") else None
    if attribute == "data-photo":
        return value if re.fullmatch(PHOTO_NAME, value) else None
    value = INVISIBLE.sub("", value).strip()
    scheme = SCHEME.match(value) if attribute == "href" else None
    return None if scheme and scheme[1].lower() not in SCHEMES else value


CLEANER = nh3.Cleaner(
    tags={
        *("p", "h2", "h3", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote"),
        *("table", "thead", "tbody", "tr", "th", "td", "figure"),
    },
    clean_content_tags={"script", "style", "title", "xml"},  # Word hides its settings in <xml>
    attributes={
        "*": set(),
        **dict.fromkeys(("p", "h2", "h3"), {"dir"}),
        "a": {"href"},
        "ol": {"start"},
        "th": {"colspan", "rowspan", "scope"},
        "td": {"colspan", "rowspan"},
        "figure": {"data-photo"},
    },
    attribute_filter=_allowed_value,
    url_schemes=SCHEMES,
    link_rel="noopener",
)
RENAMED = re.compile(r"<(/?)(b|i|div|h[1456])(?=[\s>])", re.IGNORECASE)
# Without a scheme it would be read as a path of our own.
NO_SCHEME = re.compile(r"(<a\b[^>]*\bhref=[\"']?)www\.", re.IGNORECASE)
NEW_NAMES = {"b": "strong", "i": "em", "div": "p", "h1": "h2"}  # and h4 to h6 become h3
END_OF_BLOCK = re.compile(r"<br\s*/?>|</(p|h[1-6]|li|blockquote|t[hdr])>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
FIGURE_TAG = re.compile(r"</?figure[^>]*>")
PHOTO = re.compile(rf'<figure data-photo="({PHOTO_NAME})"></figure>')


def sanitize(source):
    """Only the allowed HTML of ``source``; an empty string when no text or photo would be left.

    ``<b>``, ``<div>`` and ``<h1>`` are renamed first: the sanitiser would drop them. Bidi controls
    and zero-width marks pasted from Word go: they turn sentences around invisibly.
    """
    source = NO_SCHEME.sub(r"\1https://www.", source or "")
    source = RENAMED.sub(lambda m: f"<{m[1]}{NEW_NAMES.get(m[2].lower(), 'h3')}", source)
    clean = INVISIBLE.sub("", CLEANER.clean(source)).strip()
    clean = FIGURE_TAG.sub(_alone, clean)
    return clean if to_text(clean) or PHOTO.search(clean) else ""


def _alone(match):
    """A reference holds nothing; what stood in it comes after it."""
    return f"{match[0]}</figure>" if "data-photo" in match[0] else ""


def photos_in(source):
    """The names of the photos that sanitised HTML places itself."""
    return set(PHOTO.findall(source or ""))


def with_photos(source, render):
    """Sanitised HTML with what ``render`` makes of each photo's name in the place of the photo."""
    return PHOTO.sub(lambda match: render(match[1]), source)


def to_text(source):
    """The words of sanitised HTML, blocks apart, without tags and with characters as they are."""
    text = html.unescape(TAG.sub("", END_OF_BLOCK.sub(" ", source or "")))
    return re.sub(r"\s+", " ", text).strip()
