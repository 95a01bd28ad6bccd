"""The words that a page says, to the eye or to a screen reader, in another language than its own.

A part that carries its own ``lang`` is left out, and so is what somebody types in a box.
"""

import re
from functools import cache

from django.utils.translation import trans_real
from lxml import html

NOT_SAID = {"script", "style", "template", "textarea", "code"}
ICONS = "material-icons"  # the letters of their names are drawn as pictures
#: Attributes that are shown or read out.
SAID = ("title", "placeholder", "aria-label", "aria-description", "alt", "label")
BUTTONS = ("submit", "button", "reset")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
AROUND = "«»“”\"'’()[]{}.,،:؛;!؟?…–—·›‹#*/|\u200e\u200f\u2066\u2067\u2068\u2069"
PLACEHOLDER = re.compile(r"%\(\w+\)\w|\{\w*\}|<[^>]*>")

#: Why → what may stand in Latin letters on an Arabic page.
ALLOWED = {
    "languages, each named in itself": {"Français", "English"},
    "kinds of files": {"CSV", "DOCX", "HEIC", "JPEG", "PDF", "PNG", "WebP"},
    "feeds": {"Atom", "RSS"},
    "programs": {"Excel", "JavaScript", "OpenDocument", "PowerPoint", "Word"},
    "apps for codes": {"Aegis", "Authenticator", "Google", "Microsoft"},
    "networks": {"X"},
    "what the association of the demo site is called for short": {"AMPCPP"},
    "an example of an address": {"pages/the-association"},
    "an example of a French and an English name": {"commission", "de", "la", "santé", "health"},
}
WORDS = set().union(*ALLOWED.values())
#: Addresses of pages, of people, of files: data, whatever the language.
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|/?(documents?|photo|portrait)/\S+|\d+\.\S+")
KEY = re.compile(r"[A-Z2-7]{32}")  # of an app for codes


def said(text):
    """The strings of an HTML page that are in its own language."""
    root = html.document_fromstring(text)
    yield from said_in(root, root.get("lang"))


def said_in(element, language):
    if not isinstance(element.tag, str) or element.tag in NOT_SAID:
        return
    if element.get("lang", language) != language or element.get("contenteditable"):
        return
    if ICONS in element.get("class", ""):
        return
    yield from filter(None, map(element.get, SAID))
    if element.tag == "input" and element.get("type") in BUTTONS:
        yield element.get("value", "")
    yield element.text or ""
    for child in element:
        yield from said_in(child, language)
        yield child.tail or ""


def latin(strings):
    """What stands in Latin letters: whole words, addresses and names of files."""
    chunks = (chunk.strip(AROUND) for string in strings for chunk in string.split())
    return {chunk for chunk in chunks if LATIN.search(chunk)}


def foreign(language, strings):
    """The words that are not of the language of the page; some of them may be ``WORDS``."""
    chunks = {c for c in latin(strings) if not (ADDRESS.fullmatch(c) or KEY.fullmatch(c))}
    if language == "en":
        return set()
    return chunks if language == "ar" else english(chunks - WORDS)


def english(chunks):
    """Those words among them that are English, and not French as well; a single letter is none."""
    return {word for chunk in chunks for word in words(chunk) if len(word) > 1} & english_words()


def words(text):
    return {word.lower() for word in WORD.findall(text)}


@cache
def english_words():
    """The words of the message ids, Django's and ours, that no French translation uses."""
    ids, french = set(), set()
    for key, value in trans_real.translation("fr")._catalog.items():
        message = key[0] if isinstance(key, tuple) else key
        ids |= words(PLACEHOLDER.sub(" ", message.rpartition("\x04")[2]))
        french |= words(PLACEHOLDER.sub(" ", value))
    return ids - french
