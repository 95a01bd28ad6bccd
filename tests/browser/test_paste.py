"""What is left of a text pasted from elsewhere: exactly what is stored in the end."""

from pathlib import Path

import pytest

from news.models import Release
from tests.browser.paste import paste, paste_here
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_category

DATA = Path(__file__).parent.parent / "data"
WORD = (
    "<h2>بلاغ صحفي</h2>"
    "<h2>السياق العام</h2>"
    "<p>عقدت <strong>الجمعية المغربية</strong> لرؤساء مجالس العمالات والأقاليم "
    "<em>اجتماعها</em> بمدينة الرباط يوم 5 غشت 2026، بحضور الأعضاء.</p>"
    "<ol><li><p>عرض برنامج العمل</p>"
    "<p>a. دورات التكوين</p><p>b. الأيام الدراسية</p></li>"
    "<li><p>المصادقة على التقرير المالي</p></li></ol>"
    "<h3>التوصيات</h3>"
    "<ul><li><p>توصية أولى</p><ul><li><p>تفصيل</p></li></ul></li>"
    "<li><p>توصية ثانية</p></li></ul>"
    "<p>وتقرر ما يلي:</p>"
    "<p>أ- عقد اجتماع مقبل</p><p>ب- مراسلة "
    '<a href="https://www.collectivites-territoriales.gov.ma/" rel="noopener">'
    "المديرية العامة للجماعات الترابية</a></p>"
    "<table><tbody><tr><th><p><strong>النشاط</strong></p></th>"
    "<th><p><strong>التاريخ</strong></p></th></tr>"
    '<tr><td colspan="2"><p>ندوة وطنية</p></td></tr></tbody></table>'
    '<p dir="ltr">Association marocaine des présidents.</p>'
)
GOOGLE_DOCS = (
    "<h2>لقاء تواصلي</h2>"
    "<p>نظمت الجمعية <strong>لقاء تواصليا</strong><em> بمدينة فاس</em>، انظر "
    '<a href="https://www.ampcpp.ma/" rel="noopener">الموقع</a>.</p>'
    "<ol><li><p>المحور الأول</p><p>a. فرع أول</p></li>"
    "<li><p>المحور الثاني</p></li></ol>"
    "<ul><li><p>نقطة</p></li></ul>"
    "<h3>جدول الحضور</h3>"
    "<table><tbody><tr><td><p>الاسم</p></td>"
    "<td><p>الصفة</p></td></tr></tbody></table>"
)
#: Pasted HTML → what is stored.
SMALL = {
    "numbers go on": (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>"
        "<span style='mso-list:Ignore'>٣.&nbsp;</span>ثالث</p>",
        '<ol start="3"><li><p>ثالث</p></li></ol>',
    ),
    "an ordinal": (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>"
        "<span style='mso-list:Ignore'>ثانياً:&nbsp;</span>القرار</p>",
        '<ol start="2"><li><p>القرار</p></li></ol>',
    ),
    "a numbered heading keeps its number": (
        "<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2-"
        "<span>&nbsp;&nbsp;</span></span>النتائج</h2>",
        "<h2>2- النتائج</h2>",
    ),
    "letters stay as they are written": (
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>أ-<span>&nbsp;</span>"
        "</span>بند</p>"
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>ب-</span>آخر</p>"
        "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1)</span>أول</p>"
        "<p style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>أ)</span>فرع</p>"
        "<p style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>ب)</span>فرع</p>"
        "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2)</span>ثان</p>"
        "<p style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>IV.</span>باب</p>",
        "<p>أ- بند</p><p>ب- آخر</p>"
        "<ol><li><p>أول</p><p>أ) فرع</p><p>ب) فرع</p></li><li><p>ثان</p></li></ol>"
        "<p>IV. باب</p>",
    ),
    "letters that only a style draws": (
        "<ol style='list-style-type: arabic-abjad'><li>بند<ul><li>نقطة</li></ul></li>"
        "<li><p>آخر</p></li><li> </li><li><b>رابع</b> بند</li></ol>"
        "<ol><li>أول<ol type=a start=2><li>فرع</li><li>فرع<ol type=I><li>باب</li></ol></li></ol>"
        "</li><li>ثان</li></ol>",
        "<p>أ- بند</p><ul><li><p>نقطة</p></li></ul><p>ب- آخر</p><p>د- <strong>رابع</strong> بند</p>"
        "<ol><li><p>أول</p><p>b. فرع</p><p>c. فرع</p><p>I. باب</p></li><li><p>ثان</p></li></ol>",
    ),
    "entries whose letters Word's sheet tells": (
        "<style>@list l0:level1 {mso-level-number-format:arabic-alpha; mso-level-tab-stop:none}"
        '@list l1:level1 {mso-level-number-format:alpha-upper; mso-level-text:"%1\\)";}</style>'
        "<ol start=3 type=1><li class=MsoNormal style='mso-list:l0 level1 lfo1'>بند</li></ol>"
        "<ol type=1><li class=MsoNormal style='mso-list:l1 level1 lfo2'>آخر</li></ol>",
        "<p>ت- بند</p><p>A) آخر</p>",
    ),
    "numbers after bullets": (
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>-</span>أ</p>"
        "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1)</span>ب</p>",
        "<ul><li><p>أ</p></li></ul><ol><li><p>ب</p></li></ol>",
    ),
    "outlined, deleted, hidden": (
        "<p style='mso-outline-level:1'>عنوان</p><p>بقي<del>حذف</del>"
        "<span style='display:none;mso-hide:all'>خفي</span></p>",
        "<h2>عنوان</h2><p>بقي</p>",
    ),
    "Word in the browser": (
        '<div class="OutlineElement Rtl SCXW1"><p class="Paragraph SCXW1" role="heading" '
        'aria-level="1"><span class="TextRun" lang="AR-MA"><span class="NormalTextRun">جدول '
        'الأعمال</span></span><span class="EOP">&nbsp;</span></p></div>'
        + "".join(
            f'<div class="ListContainerWrapper SCXW1"><{kind} role="list" start="{start}"><li '
            f'data-aria-level="{level}" role="listitem" class="OutlineElement Rtl"><p '
            f'class="Paragraph SCXW1"><span class="TextRun">{text}</span><span class="EOP">'
            f"&nbsp;</span></p></li></{kind}></div>"
            for kind, start, level, text in [
                ("ol", 1, 1, "أولا"),
                ("ul", 1, 2, "فرع"),
                ("ol", 2, 1, "ثانيا"),
            ]
        ),
        "<h2>جدول الأعمال</h2><ol><li><p>أولا</p><ul><li><p>فرع</p></li></ul></li>"
        "<li><p>ثانيا</p></li></ol>",
    ),
    "the other direction, by its letters": (
        "<p dir=ltr>نص</p><p>Bureau exécutif</p><p>AMPCPP جمعية</p><p>12/2026</p>"
        "<ul><li>Le rapport</li></ul>",
        '<p>نص</p><p dir="ltr">Bureau exécutif</p><p>AMPCPP جمعية</p><p>12/2026</p>'
        '<ul><li><p dir="ltr">Le rapport</p></li></ul>',
    ),
    "the other direction first and last": (
        "<p>Bureau exécutif</p><p>نص</p><p>Comités</p>",
        '<p dir="ltr">Bureau exécutif</p><p>نص</p><p dir="ltr">Comités</p>',
    ),
    "the other direction alone": ("<p>Bureau exécutif</p>", '<p dir="ltr">Bureau exécutif</p>'),
    "what runs and what fetches": (
        "<p onclick='x()'>نص<img src=x onerror='window.broken = 1'></p>"
        "<script>window.broken = 1</script><p><a href='javascript:x()'>رابط</a></p>",
        "<p>نص</p><p>رابط</p>",
    ),
    "a web page": (
        "<div dir=ltr align=left><div>سطر</div><div>سطر آخر<br></div>"
        "<div><span>&nbsp;</span></div></div>",
        "<p>سطر</p><p>سطر آخر</p>",
    ),
}
#: The editor learns of a key that moves the cursor a moment later, by an event.
CURSOR_IS_KNOWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))"


@pytest.fixture
def form(page, client, live_server, clerk):
    """The form of a new release, with a title."""
    make_category()
    sign_in(page, client, live_server, clerk)
    page.goto("/admin/news/release/add/")
    page.locator("#id_title_ar").fill("خبر")
    page.locator("#id_category").select_option(index=1)
    return page


def stored(form, html):
    paste(form, form.locator(".field-body_ar [contenteditable=true]"), html)
    form.locator("[name=_save]").click()
    form.wait_for_url("**/admin/news/release/")
    return Release.objects.get().body_ar


@pytest.mark.parametrize(
    ("file", "expected"),
    [("word-clipboard.html", WORD), ("google-docs-clipboard.html", GOOGLE_DOCS)],
)
def test_a_text_keeps_its_build_and_nothing_else(form, file, expected):
    assert stored(form, (DATA / file).read_text(encoding="utf-8")) == expected


@pytest.mark.parametrize(("html", "expected"), SMALL.values(), ids=SMALL)
def test_small_pastes(form, html, expected):
    assert stored(form, html) == expected
    assert form.evaluate("window.broken") is None


def test_within_a_paragraph_the_other_direction_keeps_to_its_own_and_a_word_joins(form):
    editor = form.locator(".field-body_ar [contenteditable=true]")
    editor.click()
    form.keyboard.type("قبل بعد")
    for _ in range(3):
        form.keyboard.press("ArrowRight")
    form.evaluate(CURSOR_IS_KNOWN)
    paste_here(form, "<p>Bureau exécutif</p><p>نص</p><p>Comités</p>")
    form.keyboard.press("Control+Home")
    form.evaluate(CURSOR_IS_KNOWN)
    paste_here(form, "<p class=MsoNormal>AMPCPP</p>")
    form.locator("[name=_save]").click()
    form.wait_for_url("**/admin/news/release/")
    assert Release.objects.get().body_ar == (
        '<p>AMPCPPقبل </p><p dir="ltr">Bureau exécutif</p><p>نص</p>'
        '<p dir="ltr">Comités</p><p>بعد</p>'
    )


def test_what_the_editor_copied_itself_is_pasted_as_it_was(form):
    editor = form.locator(".field-body_ar [contenteditable=true]")
    paste(form, editor, "<h3>عنوان</h3><ol start=4><li>بند</li></ol>")
    form.keyboard.press("Control+a")
    form.keyboard.press("Control+c")
    form.keyboard.press("ArrowDown")
    form.keyboard.press("Control+End")
    form.keyboard.press("Control+a")
    form.keyboard.press("Control+v")
    form.locator("[name=_save]").click()
    form.wait_for_url("**/admin/news/release/")
    body = Release.objects.get().body_ar
    assert body == '<h3>عنوان</h3><ol start="4"><li><p>بند</p></li></ol>'


#: Whether the last letter of a paragraph stands to the right of its first one.
ENDS_AT_THE_RIGHT = """block => {
    const words = block.firstChild;
    const place = index => {
        const range = document.createRange();
        range.setStart(words, index);
        range.setEnd(words, index + 1);
        return range.getBoundingClientRect().left;
    };
    return place(words.length - 1) > place(0);
}"""


def test_a_paragraph_of_the_other_direction_keeps_its_own(form):
    """The full stop of a French paragraph stands at its right, in the editor and to the reader."""
    french = "Association marocaine des présidents."
    stored(form, (DATA / "word-clipboard.html").read_text(encoding="utf-8"))
    release = Release.objects.get()
    form.goto(f"/admin/news/release/{release.pk}/change/")
    written = form.locator(".field-body_ar [contenteditable=true] > p", has_text=french)
    assert written.evaluate("p => getComputedStyle(p).direction") == "ltr"
    assert written.evaluate(ENDS_AT_THE_RIGHT)
    form.goto(release.get_absolute_url())
    shown = form.locator(".prose > p", has_text=french)
    assert shown.evaluate("p => getComputedStyle(p).direction") == "ltr"
    assert shown.evaluate(ENDS_AT_THE_RIGHT)
    assert not form.locator(".prose > p").first.evaluate(ENDS_AT_THE_RIGHT)
