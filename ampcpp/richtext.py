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
        "*": set(),
        "a": {"href"},
        "ol": {"start"},
        "th": {"colspan", "rowspan", "scope"},
        "td": {"colspan", "rowspan"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener",
)
RENAMED = re.compile(r"<(/?)(b|i|div|h[1456])(?=[\s>])", re.IGNORECASE)
# Without a scheme it would be read as a path of our own.
NO_SCHEME = re.compile(r"(<a\b[^>]*\bhref=[\"']?)www\.", re.IGNORECASE)
NEW_NAMES = {"b": "strong", "i": "em", "div": "p", "h1": "h2"}  # and h4 to h6 become h3
CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff"  # what XML, and so a feed, cannot hold
CONTROL = re.compile(f"[{CONTROLS}]")
INVISIBLE = re.compile(f"[{CONTROLS}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]")
END_OF_BLOCK = re.compile(r"<br\s*/?>|</(p|h[1-6]|li|blockquote|t[hdr])>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def sanitize(source):
    """Only the allowed HTML of ``source``; an empty string when no text would be left.

    ``<b>``, ``<div>`` and ``<h1>`` are renamed first: the sanitiser would drop them. Bidi controls
    and zero-width marks pasted from Word go: they turn sentences around invisibly.
    """
    source = NO_SCHEME.sub(r"\1https://www.", source or "")
    source = RENAMED.sub(lambda m: f"<{m[1]}{NEW_NAMES.get(m[2].lower(), 'h3')}", source)
    clean = INVISIBLE.sub("", CLEANER.clean(source)).strip()
    return clean if to_text(clean) else ""


def to_text(source):
    """The words of sanitised HTML, blocks apart, without tags and with characters as they are."""
    text = html.unescape(TAG.sub("", END_OF_BLOCK.sub(" ", source or "")))
    return re.sub(r"\s+", " ", text).strip()
