"""Lines of a Word file that run from left to right."""

from io import BytesIO

import pytest
from docx import Document

from news import docx
from tests.news.test_docx import read


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("<p>Bureau <em>exécutif</em>.</p>", '<p dir="ltr">Bureau <em>exécutif</em>.</p>'),
        ("<h2>Annexe 1</h2>", '<h2 dir="ltr">Annexe 1</h2>'),
        ("<ul><li>Le rapport</li></ul>", '<ul><li><p dir="ltr">Le rapport</p></li></ul>'),
        ("<ul><li>بند<ol><li>Annexe</li></ol></li></ul>",
         '<ul><li>بند<ol><li><p dir="ltr">Annexe</p></li></ol></li></ul>'),
        ("<p>AMPCPP جمعية</p><p>12/2026</p>", "<p>AMPCPP جمعية</p><p>12/2026</p>"),
    ],
)  # fmt: skip
def test_a_line_in_the_letters_of_the_other_direction_keeps_its_own(line, kept):
    assert docx.LEAF.sub(docx.directed, line) == kept


def test_a_french_paragraph_of_an_arabic_file():
    word = Document()
    for text in ("بلاغ صحفي", "نص بالعربية.", "Communiqué de presse."):
        word.add_paragraph(text)
    out = BytesIO()
    word.save(out)
    assert read(out.getvalue()).body == '<p>نص بالعربية.</p><p dir="ltr">Communiqué de presse.</p>'
