"""The one allow-list of HTML: what the editor can write is what is kept, wherever it comes from."""

import html
import re

import nh3

CLEANER = nh3.Cleaner(
    tags={
        *("p", "h2", "h3", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    },
    clean_content_tags={"script", "style", "title"},
    attributes={
        "a": {"href"},
        "ol": {"start"},
        "th": {"colspan", "rowspan", "scope"},
        "td": {"colspan", "rowspan"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener",
)
RENAMED = re.compile(r"<(/?)(b|i)(?=[\s>])", re.IGNORECASE)
NEW_NAMES = {"b": "strong", "i": "em"}
INVISIBLE = re.compile(r"[\x00\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
END_OF_BLOCK = re.compile(r"<br\s*/?>|</(p|h[1-6]|li|blockquote|t[hdr])>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def sanitize(source):
    """Only the allowed HTML of ``source``; an empty string when no text would be left.

    ``<b>`` and ``<i>`` become ``<strong>`` and ``<em>`` first: the sanitiser would drop them.
    Bidi controls and zero-width marks pasted from Word go: they turn sentences around invisibly.
    """
    source = RENAMED.sub(lambda m: f"<{m[1]}{NEW_NAMES[m[2].lower()]}", source or "")
    clean = CLEANER.clean(INVISIBLE.sub("", source)).strip()
    return clean if to_text(clean) else ""


def to_text(source):
    """The words of sanitised HTML, blocks apart, without tags and with characters as they are."""
    text = html.unescape(TAG.sub("", END_OF_BLOCK.sub(" ", source or "")))
    return re.sub(r"\s+", " ", text).strip()
