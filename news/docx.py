"""A Word file (.docx) read as a release: its title, its text, its pictures. Nothing is stored here.

The file is not trusted: it is measured before it is unpacked, its XML may declare nothing of its
own, and nothing outside it is opened.
"""

import hashlib
import re
from dataclasses import dataclass, field
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

import mammoth
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from ampcpp.pictures import Picture, pixel_count, reencode
from ampcpp.richtext import sanitize, to_text
from news.numbering import numbered, with_starts

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_XML_BYTES = 16 * 1024 * 1024  # a text of a thousand pages has less; read, it takes 30 times
MOST_PARTS = 2_000
#: They take half of the minute that gunicorn gives a request, on a machine that is busy.
MOST_PICTURES = 15
MOST_PIXELS = 200_000_000
LONGEST_TITLE = 250  # letters, as the column
LONGEST_FIRST_LINE = 150  # of a paragraph that may be a title
HEADINGS_AMONG = 10  # the first paragraphs, in which a heading is the title

OLD_WORD = b"\xd0\xcf\x11\xe0"  # also what a password makes of a .docx
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
"""
BLOCK = re.compile(r"<(h[1-6]|p)>(.*?)</\1>", re.DOTALL)
NOT_PLAIN = re.compile(r"<(table|ul|ol)\b.*?</\1>", re.DOTALL)
#: Places within the file: notes and bookmarks.
ANCHOR = re.compile(r'<a (?:id="[^"]*"|href="#[^"]*")[^>]*>(?:↑|(.*?))</a>', re.DOTALL)
EMPTY_LINE = re.compile(r"<(p|h[23])>\s*</\1>")
#: A line of text with its pictures. An entry of a list ends where an inner list begins.
LINE = re.compile(
    r"<(h[1-6]|p|blockquote|li)>(.*?)(</(?:h[1-6]|p|blockquote|li)>|<[ou]l\b[^>]*>)", re.S
)
#: An inner list whose entry is none: the letters before it are no list.
ORPHAN = re.compile(r"<([ou]l)><li>(<([ou]l)\b[^>]*>(?:(?!</?[ou]l\b).)*</\3>)</li></\1>", re.S)
PICTURE = re.compile(r'<img\b[^>]*\bsrc="(\d+)"[^>]*>')
NO_WORDS = re.compile(r"(?:<[^>]*>|\s)*")
#: A paragraph, a heading or an entry that holds no other.
LEAF = re.compile(r"<(p|h2|h3|li)>((?:(?!</?(?:p|h2|h3|li|[ou]l|table)\b).)*)</\1>", re.S)
ARABIC, LATIN = re.compile("[\u0621-\u064a]"), re.compile("[A-Za-z]")
FIGURE = '<figure data-photo="{}"></figure>'

TOO_LARGE = _("This file is larger than 20 MB. Make its pictures smaller in Word, save it again.")
NOT_DOCX = _("This is not a Word file of the type .docx. Choose one.")
OLD = _(
    "This is an old Word file, or one with a password. Open it in Word, save it as "
    "“Word document (.docx)” without a password, then choose it again."
)
BROKEN = _(
    "This file is damaged and cannot be read. Open it in Word, save it again under a new name."
)
MACROS = _("This file holds programs (macros). Save it as “Word document (.docx)”, without them.")
BOMB = _("This file unpacks into far too much. Copy its text into a new Word file.")
TOO_MANY_PICTURES = _(
    "This file holds more than 15 pictures, or pictures of more than 200 megapixels together. "
    "Choose a copy of it without its pictures, then drop the pictures into the gallery."
)
EMPTY = _("No text was found in this file.")


@dataclass
class Draft:
    """What a release is made of; ``lost`` counts the pictures that could not be read.

    The text names its pictures by their numbers, from 1 on, as it will name photos.
    """

    title: str
    body: str
    pictures: list[Picture] = field(default_factory=list)
    lost: int = 0


def read(file):
    """The draft of an uploaded .docx. Raises ``ValidationError`` with a sentence for the reader."""
    check(file)
    gallery = Gallery()
    try:
        html = mammoth.convert_to_html(
            numbered(file),
            convert_image=mammoth.images.img_element(gallery.take),
            style_map=STYLES,
            include_embedded_style_map=False,
        ).value
    except ValidationError:
        raise
    except Exception as error:  # whatever a bent file makes the library do
        raise ValidationError(BROKEN, code="broken") from error
    html = ORPHAN.sub(r"\2", with_starts(html))
    title, body = split(LINE.sub(beside, ANCHOR.sub(r"\1", html)))
    body = LEAF.sub(directed, EMPTY_LINE.sub("", sanitize(body)))
    return Draft(title, body, gallery.pictures, gallery.lost)


class Gallery:
    """The pictures of a text in their order, each once, re-encoded as they come."""

    def __init__(self):
        self.pictures, self.lost, self.pixels, self.numbers = [], 0, 0, {}

    def take(self, image):
        """The number of a picture. What Word draws and browsers cannot show is counted as lost,
        linked pictures too."""
        try:
            with image.open() as stream:
                data = stream.read(MOST_BYTES)  # cut, a larger one cannot be read
        except (ValueError, KeyError):
            self.lost += 1
            return {}
        digest = hashlib.sha256(data).digest()
        if digest not in self.numbers:
            self.numbers[digest] = self.add(ContentFile(data, name="picture"))
        return {"src": self.numbers[digest]}

    def add(self, file):
        """The number of one more picture, or none when it cannot be read."""
        self.pixels += pixel_count(file)
        if len(self.pictures) >= MOST_PICTURES or self.pixels > MOST_PIXELS:
            raise ValidationError(TOO_MANY_PICTURES, code="too_many_pictures")
        try:
            self.pictures.append(reencode(file))
        except ValidationError:
            self.lost += 1
            return ""
        return str(len(self.pictures))


def beside(match):
    """A line without its pictures: those it begins with stand before it, the others after it, and
    those of a list within their entry."""
    name, line, end = match.groups()
    first = NO_WORDS.match(line).end()
    before, after = figures(line[:first]), figures(line[first:])
    words = PICTURE.sub("", line)
    if name == "li":
        return f"<li>{words}{before}{after}{end}"
    if (before or after) and not to_text(words):
        return before + after
    return f"{before}<{name}>{words}{end}{after}"


def directed(match):
    """A line in Latin letters only runs from left to right, as where it is pasted: else its full
    stop would stand at the wrong end."""
    name, line = match.groups()
    words = to_text(line)
    if not LATIN.search(words) or ARABIC.search(words):
        return match[0]
    if name == "li":
        return f'<li><p dir="ltr">{line}</p></li>'
    return f'<{name} dir="ltr">{line}</{name}>'


def figures(html):
    return "".join(map(FIGURE.format, PICTURE.findall(html)))


def check(file):
    """Refuses what is not a plain .docx of a bearable size."""
    if file.size > MOST_BYTES:
        raise ValidationError(TOO_LARGE, code="too_large")
    file.seek(0)
    beginning = file.read(4)
    if beginning == OLD_WORD:
        raise ValidationError(OLD, code="old")
    if beginning != b"PK\x03\x04":
        raise ValidationError(NOT_DOCX, code="not_docx")
    try:
        with ZipFile(file) as parts:
            check_parts(parts)
    except (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ValidationError(BROKEN, code="broken") from error
    except (expat.ExpatError, ValueError, KeyError) as error:
        raise ValidationError(BROKEN, code="broken") from error


def check_parts(parts):
    entries = parts.infolist()
    names = {entry.filename for entry in entries}
    markup = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise ValidationError(NOT_DOCX, code="not_docx")
    if (
        len(entries) > MOST_PARTS
        or sum(entry.file_size for entry in entries) > MOST_UNPACKED_BYTES
        or sum(entry.file_size for entry in markup) > MOST_XML_BYTES
    ):
        raise ValidationError(BOMB, code="bomb")
    if any("vbaproject" in name.lower() for name in names):
        raise ValidationError(MACROS, code="macros")
    for entry in markup:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = refuse_declarations
        parser.Parse(parts.read(entry), True)


def refuse_declarations(*declaration):
    """Word declares nothing; entities are declared to read other files or to fill the memory."""
    raise ValidationError(BROKEN, code="declarations")


def split(html):
    """Title and text: the title is a heading near the beginning, else a short first paragraph."""
    blocks = list(BLOCK.finditer(NOT_PLAIN.sub("", html)))
    blocks = [(block, words) for block in blocks if (words := to_text(sanitize(block[2])))]
    headings = [pair for pair in blocks[:HEADINGS_AMONG] if pair[0][1] != "p"]
    first = [pair for pair in headings if pair[0][1] == "h1"] or headings or blocks
    if not first:
        if not (words := to_text(sanitize(html))):
            raise ValidationError(EMPTY, code="empty")
        return shortened(words, LONGEST_FIRST_LINE), html
    block, words = first[0]
    if block[1] == "p" and len(words) > LONGEST_FIRST_LINE:
        return shortened(words, LONGEST_FIRST_LINE), html
    return shortened(words, LONGEST_TITLE), html.replace(block[0], "", 1)


def shortened(words, most):
    """Cut at a word."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0][: most - 1] + "…"
