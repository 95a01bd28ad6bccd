"""Word files that tests upload: real ones, written by python-docx, and bent ones."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from tests.pictures import picture


def turned_picture(size=(60, 40)):
    """A JPEG as a telephone held upright takes it: lying, with a note to turn it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Telephone"
    return picture("JPEG", size, exif=exif)


def arabic(paragraph):
    """Marks a paragraph as running from right to left, as Word does."""
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    return paragraph


def release_file(pictures=(), title="بلاغ صحفي حول الدورة التكوينية"):
    """A press release with what the office writes: headings, lists, a table, pictures."""
    word = Document()
    arabic(word.add_heading(title, 1))
    opening = word.add_paragraph("نظمت ")
    opening.add_run("الجمعية").bold = True
    opening.add_run(" دورة تكوينية بمدينة الرباط.")
    arabic(opening)
    arabic(word.add_heading("المحاور", 2))
    for text in ("التدبير المالي", "الشراكة"):
        arabic(word.add_paragraph(text, style="List Number"))
    arabic(word.add_paragraph("توصية", style="List Bullet"))
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("المجلس", "الجهة", "صفرو", "فاس مكناس"), strict=True):
        cell.paragraphs[0].text = text
    head = table.rows[0]._tr.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    head.append(mark)
    for data in pictures:
        word.add_picture(BytesIO(data))
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def with_parts(source, **parts):
    """A Word file with parts replaced or added: ``word__document.xml`` is word/document.xml."""
    out = BytesIO()
    named = {name.replace("__", "/"): data for name, data in parts.items()}
    with ZipFile(BytesIO(source)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in named:
                new.writestr(entry, old.read(entry))
        for name, data in named.items():
            new.writestr(name, data)
    return out.getvalue()


def part(source, name):
    with ZipFile(BytesIO(source)) as parts:
        return parts.read(name).decode()
