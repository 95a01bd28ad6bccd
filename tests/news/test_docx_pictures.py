"""Pictures of a Word file stand in the text of the draft where they stood in the file."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from news import docx
from news.admin.docx import save
from news.models import Release
from tests.factories import make_category
from tests.news.word_files import release_file
from tests.pictures import picture


def read(data):
    return docx.read(SimpleUploadedFile("بلاغ.docx", data))


class Word:
    """A Word file, paragraph by paragraph; a number is a picture, that wide."""

    def __init__(self):
        self.file = Document()
        self.write(self.file.add_heading("", 1), "عنوان")

    def write(self, paragraph, *parts, bold=False):
        for part in parts:
            run = paragraph.add_run()
            run.bold = bold or None
            if isinstance(part, int):
                run.add_picture(BytesIO(picture("PNG", (part, 2))))
            else:
                run.add_text(part)
        return paragraph

    def line(self, *parts, style=None, **options):
        self.write(self.file.add_paragraph(style=style), *parts, **options)
        return self

    def bytes(self):
        out = BytesIO()
        self.file.save(out)
        return out.getvalue()

    @property
    def draft(self):
        return read(self.bytes())


def placed(*numbers):
    return "".join(map(docx.FIGURE.format, numbers))


@pytest.mark.parametrize(
    ("parts", "body"),
    [
        ([3], placed(1)),
        ([3, " ", 4], placed(1, 2)),
        (["قبل ", 3, "بعد"], f"<p>قبل بعد</p>{placed(1)}"),
        ([3, "بعد"], f"{placed(1)}<p>بعد</p>"),
        ([3, "نص", 4], f"{placed(1)}<p>نص</p>{placed(2)}"),
        (["نص", 3, 4, 3], f"<p>نص</p>{placed(1, 2, 1)}"),
    ],
)
@pytest.mark.parametrize("bold", [False, True])
def test_beside_the_words_of_their_paragraph(parts, body, bold):
    if bold:
        body = body.replace("<p>", "<p><strong>").replace("</p>", "</strong></p>")
    draft = Word().line("أول").line(*parts, bold=bold).line("آخر").draft
    assert draft.body == f"<p>أول</p>{body}<p>آخر</p>"


def test_in_lists_quotations_tables_and_headings():
    word = Word().line("بند ", 3, style="List Bullet").line("فرع", 4, style="List Bullet 2")
    word.line(5, style="List Bullet").line("قول ", 6, style="Quote").line(
        7, "محور", style="Heading 2"
    )
    table = word.file.add_table(1, 2)
    word.write(table.cell(0, 0).paragraphs[0], 8)
    word.write(table.cell(0, 1).paragraphs[0], "خانة", 9)
    draft = word.draft
    assert [one.name for one in draft.pictures] == ["picture.png"] * 7
    assert draft.body == (
        f"<ul><li>بند {placed(1)}</li><li>فرع{placed(2)}</li><li>{placed(3)}</li></ul>"
        f"<blockquote>قول </blockquote>{placed(4)}{placed(5)}<h2>محور</h2>"
        f"<table><tbody><tr><td>{placed(6)}</td><td><p>خانة</p>{placed(7)}</td></tr></tbody></table>"
    )


def test_in_an_entry_with_a_list_of_its_own():
    html = '<ul><li>بند<img src="1" /><ol><li>فرع</li></ol></li></ul>'
    assert docx.LINE.sub(docx.beside, html) == (
        f"<ul><li>بند{placed(1)}<ol><li>فرع</li></ol></li></ul>"
    )


def test_that_of_the_title_begins_the_text():
    word = Word()
    word.write(word.file.paragraphs[0], 3)
    assert word.line("نص").draft.body == f"{placed(1)}<p>نص</p>"
    assert word.draft.title == "عنوان"


def test_words_of_the_file_place_nothing():
    """Neither HTML that somebody typed nor the description of a picture."""
    word = Word().line('<img src="1" /> <figure data-photo="1"></figure>').line(3)
    [shape] = word.file.inline_shapes
    shape._inline.docPr.set("descr", 'a"> <img src="7" /> src="9"')
    assert word.draft.body == (
        '<p dir="ltr">&lt;img src="1" /&gt; &lt;figure data-photo="1"&gt;&lt;/figure&gt;</p>'
        + placed(1)
    )


def test_as_many_pictures_as_a_server_can_take():
    """Each is counted once."""
    most = [picture("PNG", (10, height)) for height in range(1, 17)]
    assert len(read(release_file([*most[:15], most[0]])).pictures) == 15
    with pytest.raises(ValidationError) as refusal:
        read(release_file(most))
    assert refusal.value.code == "too_many_pictures"


def test_pictures_that_unpack_into_too_much(monkeypatch):
    """What goes beyond the limit is not unpacked any more."""
    monkeypatch.setattr(docx, "MOST_PIXELS", 30)
    unpacked, reencode = [], docx.reencode
    monkeypatch.setattr(docx, "reencode", lambda file: unpacked.append(file) or reencode(file))
    first, second = picture("PNG", (10, 3)), picture("PNG", (1, 1))
    assert len(read(release_file([first])).pictures) == 1
    with pytest.raises(ValidationError) as refusal:
        read(release_file([first, second]))
    assert (refusal.value.code, len(unpacked)) == ("too_many_pictures", 2)


@pytest.mark.django_db
def test_the_draft_shows_its_photos_there(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = SimpleUploadedFile("بلاغ.docx", Word().line("أول").line(30).line("ثان", 40).bytes())
    release = save(docx.read(file), make_category(), file)
    first, second = release.photos.all()
    assert [first.width, second.width] == [30, 40]
    assert Release.objects.get().body_ar == (
        f"<p>أول</p>{placed(first.reference)}<p>ثان</p>{placed(second.reference)}"
    )
    Release.objects.update(state="published", published_at="2022-01-01T00:00Z")
    page = client.get(release.get_absolute_url()).text.partition('"release__text"')[2]
    order = [page.index(part) for part in ("أول", first.image.url, "ثان", second.image.url)]
    assert order == sorted(order)
    assert page.count('class="photo"') == 2
