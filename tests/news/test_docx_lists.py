"""The numbers and letters of a Word file's lists are those that Word shows."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from news import docx, numbering


def word_list(kind, pattern="%1-", start=1, number=70):
    """A list of one's own kind, its inner level in numbers and brackets."""
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="arabicAbjad"/>'
        '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>',
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>',
        f'<w:num {nsdecls("w")} w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    )


class Lists:
    """A Word file, line by line; each is of a list, at a level, or a paragraph."""

    def __init__(self, *kind, **options):
        self.file = Document()
        self.file.add_heading("عنوان", 1)
        lists = self.file.part.numbering_part.element
        abstract, *numbers = word_list(*kind, **options) if kind else ("", "")
        if kind:
            lists.insert(0, parse_xml(abstract))
            for one in numbers:
                lists.append(parse_xml(one))

    def line(self, words, number=None, level=0, style=None):
        paragraph = self.file.add_paragraph(words, style=style)
        if number:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                    f'<w:numId w:val="{number}"/></w:numPr>'
                )
            )
        return self

    @property
    def body(self):
        out = BytesIO()
        self.file.save(out)
        return docx.read(SimpleUploadedFile("بلاغ.docx", out.getvalue())).body


def test_numbers_go_on_after_a_paragraph():
    style = {"style": "List Number"}
    word = Lists().line("أول", **style).line("ثان", **style).line("شرح").line("ثالث", **style)
    assert word.body == (
        '<ol><li>أول</li><li>ثان</li></ol><p>شرح</p><ol start="3"><li>ثالث</li></ol>'
    )


def test_another_list_begins_anew_where_word_says_so():
    word = Lists("decimal", start=4).line("رابع", 70).line("شرح").line("خامس", 70)
    word.line("شرح").line("أول", 71).line("شرح").line("ثان", 70)
    assert word.body == (
        '<ol start="4"><li>رابع</li></ol><p>شرح</p><ol start="5"><li>خامس</li></ol><p>شرح</p>'
        '<ol><li>أول</li></ol><p>شرح</p><ol start="2"><li>ثان</li></ol>'
    )


def test_an_empty_entry_is_counted_as_word_counts_it():
    word = Lists("decimal").line("أول", 70).line("", 70).line("شرح").line("ثالث", 70)
    assert word.body == '<ol><li>أول</li></ol><p>شرح</p><ol start="3"><li>ثالث</li></ol>'


@pytest.mark.parametrize(
    ("kind", "marks"),
    [
        ("arabicAlpha", ["أ-", "ب-", "ت-"]),
        ("arabicAbjad", ["أ-", "ب-", "ج-"]),
        ("upperRoman", ["I-", "II-", "III-"]),
        (("decimal", "المادة %1:"), ["المادة 1:", "المادة 2:", "المادة 3:"]),
    ],
)
def test_letters_are_written_before_their_paragraphs(kind, marks):
    word = Lists(*([kind] if isinstance(kind, str) else kind))
    for words in ("بند", "فرع", "ختم"):
        word.line(words, 70, style="List Number")
    expected = zip(marks, ("بند", "فرع", "ختم"), strict=True)
    assert word.body == "".join(f"<p>{mark} {words}</p>" for mark, words in expected)


def test_letters_between_numbers():
    word = Lists("decimal").line("أول", 70).line("فرع", 70, 1).line("آخر", 70, 1).line("ثان", 70)
    assert word.line("فرع", 70, 1).body == (
        "<ol><li>أول</li></ol><p>1.أ) فرع</p><p>1.ب) آخر</p>"
        '<ol start="2"><li>ثان</li></ol><p>2.أ) فرع</p>'
    )


def test_points_below_letters():
    bullet = {"style": "List Bullet"}
    word = Lists("arabicAlpha").line("بند", 70).line("نقطة", 70, 1)
    [level] = word.file.part.numbering_part.element.xpath("w:abstractNum[1]/w:lvl[2]/w:numFmt")
    level.set(qn("w:val"), "bullet")
    assert word.line("آخر", 70).line("نقطة", **bullet).body == (
        "<p>أ- بند</p><ul><li>نقطة</li></ul><p>ب- آخر</p><ul><li>نقطة</li></ul>"
    )


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        (28, "arabicAlpha", "ي"),
        (29, "arabicAlpha", "أأ"),
        (27, "lowerLetter", "aa"),
        (49, "lowerRoman", "xlix"),
        (10**12, "arabicAlpha", "1000000000000"),
        (0, "upperRoman", "0"),
    ],
)
def test_how_numbers_are_written(number, kind, expected):
    assert numbering.written(number, kind) == expected
