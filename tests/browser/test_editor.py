"""The text editor: its names, its keyboard, and what its dialogs put into a text."""

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from news.models import Photo, Release
from tests.browser.axe import violations, violations_everywhere
from tests.browser.keyboard import go_to_the_end
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_document, make_release
from tests.pictures import picture

ARABIC_TOOLS = [
    "عنوان", "عنوان فرعي", "فقرة", "خط غليظ", "خط مائل", "لائحة منقطة", "لائحة مرقمة", "اقتباس",
    "إدراج رابط", "رابط إلى وثيقة", "صورة من معرض الخبر", "إدراج جدول", "تراجع", "إعادة",
]  # fmt: skip

FRENCH_TOOLS = [
    "Titre", "Sous-titre", "Paragraphe", "Gras", "Italique", "Liste à puces", "Liste numérotée",
    "Citation", "Insérer un lien", "Lien vers un document", "Photo de la galerie",
    "Insérer un tableau", "Annuler", "Rétablir",
]  # fmt: skip


@pytest.fixture
def office(page, client, live_server, clerk):
    sign_in(page, client, live_server, clerk)
    return page


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def make_photo(release, text, **values):
    image = ContentFile(picture("JPEG", (1200, 800)), name="x.jpg")
    return Photo.objects.create(release=release, image=image, alternative_text_ar=text, **values)


def opened(office, release, language="ar"):
    """The editor of the text, in a form that was opened."""
    prefix = "" if language == "ar" else f"/{language}"
    office.goto(f"{prefix}/admin/news/release/{release.pk}/change/")
    editor = office.locator(".field-body_ar .prose-editor[data-named]")
    editor.wait_for()
    return editor


def tools(editor):
    return editor.get_by_role("toolbar").get_by_role("button")


def saved(office):
    """What is stored after a save that stays in the form."""
    office.locator("[name=_continue]").click()
    office.locator(".messagelist .success").wait_for()
    return Release.objects.get().body_ar


def names(buttons):
    return buttons.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")


def test_the_tools_are_named_in_arabic_and_in_french(office):
    release = make_release()
    editor = opened(office, release)
    assert names(tools(editor)) == ARABIC_TOOLS
    titles = tools(editor).evaluate_all("all => all.map(one => one.title)")
    assert titles == ARABIC_TOOLS
    assert editor.get_by_role("toolbar").get_attribute("aria-label") == "أدوات النص"
    assert editor.get_by_role("textbox", name="النص").get_attribute("dir") == "rtl"

    assert names(tools(opened(office, release, "fr"))) == FRENCH_TOOLS


def test_the_keyboard_walks_through_the_tools(office):
    """One stop of Tab; arrows go the way the page is read; the text is a key away."""
    editor = opened(office, make_release(body_ar="<p>نص</p>"))
    text = editor.get_by_role("textbox")
    text.focus()
    office.keyboard.press("Control+a")
    office.keyboard.press("Alt+F10")
    focused = office.locator(":focus")
    assert focused.get_attribute("aria-label") == "عنوان"
    for _ in range(3):
        office.keyboard.press("ArrowLeft")
    assert focused.get_attribute("aria-label") == "خط غليظ"
    assert focused.get_attribute("aria-pressed") == "false"
    office.keyboard.press("Enter")
    assert text.evaluate("box => box.contains(document.activeElement)")
    bold = tools(editor).nth(3)
    assert bold.get_attribute("aria-pressed") == "true"
    assert bold.get_attribute("tabindex") == "0"
    office.keyboard.press("Shift+Tab")
    assert focused.get_attribute("aria-label") == "خط غليظ"
    office.keyboard.press("Home")
    office.keyboard.press("Enter")
    assert saved(office) == "<h2><strong>نص</strong></h2>"


def test_a_photo_goes_from_the_gallery_into_the_page(office, media, new_page):
    release = make_release(body_ar="<p>قبل</p>")
    first = make_photo(release, "الغلاف", position=1)
    second = make_photo(release, "المنصة", position=2, caption_ar="جانب من الاجتماع")
    make_photo(make_release("خبر آخر"), "صورة أخرى")

    editor = opened(office, release)
    go_to_the_end(office, editor.get_by_role("textbox"))
    tools(editor).nth(10).click()
    dialog = office.get_by_role("dialog", name="صورة من معرض الخبر")
    choices = dialog.get_by_role("listitem")
    choices.first.wait_for()
    assert choices.all_inner_texts() == ["الغلاف", "جانب من الاجتماع"]
    office.keyboard.press("Tab")
    assert office.locator(":focus").inner_text() == "جانب من الاجتماع"
    office.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    assert editor.locator("figure img").get_attribute("src") == second.image.version(320).url

    office.locator("[name=_continue]").click()
    office.locator(".messagelist .success").wait_for()
    release.refresh_from_db()
    stored = f'<p>قبل</p><figure data-photo="{second.reference}"></figure>'
    assert release.body_ar == stored
    editor = opened(office, release)
    expect(editor.locator("figcaption")).to_have_text("جانب من الاجتماع")

    reader = new_page()
    reader.goto(release.get_absolute_url())
    shown = reader.locator(".prose figure.photo")
    assert shown.locator("figcaption").inner_text() == "جانب من الاجتماع"
    image = shown.locator("img")
    assert image.get_attribute("alt") == "المنصة"
    assert (image.get_attribute("width"), image.get_attribute("height")) == ("1200", "800")
    assert image.get_attribute("srcset") == second.image.srcset
    assert not violations(reader)

    second.delete()
    reader.reload()
    assert reader.locator(".prose").inner_text() == "قبل"
    assert first.pk


def test_a_new_release_has_no_photo_to_choose_yet(office):
    make_release()
    office.goto("/admin/news/release/add/")
    office.locator(".field-body_ar [data-name=photo]").click()
    dialog = office.get_by_role("dialog")
    dialog.get_by_text("لا توجد بعد صورة محفوظة").wait_for()
    office.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert office.locator(":focus").get_attribute("contenteditable") == "true"


def test_a_text_without_a_gallery_offers_no_photo(office):
    make_release()
    office.goto("/admin/ampcpp/page/add/")
    editor = office.locator(".field-body_ar .prose-editor[data-named]")
    assert "صورة من معرض الخبر" not in names(tools(editor))


def test_a_published_document_is_found_and_linked(office):
    """The search folds hamza; a draft is not offered; the address stays."""
    report = make_document("التقرير الأدبي لسنة 2022", kind="report")
    make_document("تقرير لم ينشر", state="draft", published_at=None)
    make_document("النظام الأساسي")
    editor = opened(office, make_release(body_ar="<p>انظر</p>"))
    go_to_the_end(office, editor.get_by_role("textbox"))
    office.keyboard.press("Space")
    tools(editor).nth(9).click()
    dialog = office.get_by_role("dialog", name="رابط إلى وثيقة")
    dialog.get_by_text("الوثائق المنشورة: 2").wait_for()
    assert not violations_everywhere(office)
    office.keyboard.type("الادبي")
    dialog.get_by_text("الوثائق المنشورة: 1").wait_for()
    office.keyboard.press("Tab")
    assert office.locator(":focus").inner_text().split("\n") == [str(report), "تقرير"]
    office.keyboard.press("Enter")
    assert saved(office) == (
        f'<p>انظر <a href="/documents/{report.pk}/" rel="noopener">{report}</a></p>'
    )


def test_a_link_is_made_changed_and_removed(office):
    editor = opened(office, make_release(body_ar="<p>الموقع</p>"))
    editor.get_by_role("textbox").focus()
    office.keyboard.press("Control+a")
    office.keyboard.press("Control+k")
    dialog = office.get_by_role("dialog", name="رابط")
    address = dialog.get_by_label("الرابط", exact=True)
    address.fill("javascript:alert(1)")
    office.keyboard.press("Enter")
    assert "هذا ليس رابطا صحيحا" in dialog.get_by_role("alert").inner_text()
    assert not violations(office)
    address.fill("www.ampcpp.ma/fr")
    office.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    link = '<p><a href="https://www.ampcpp.ma/fr" rel="noopener">الموقع</a></p>'
    assert saved(office) == link

    editor = opened(office, Release.objects.get())
    editor.get_by_role("textbox").locator("a").click()
    tools(editor).nth(8).click()
    assert address.input_value() == "https://www.ampcpp.ma/fr"
    office.keyboard.press("Escape")
    editor.get_by_label("إزالة الرابط").click()
    assert saved(office) == "<p>الموقع</p>"


def test_a_table_is_made_in_a_dialog_with_a_name(office):
    editor = opened(office, make_release(body_ar="<p>نص</p>"))
    editor.get_by_role("textbox").focus()
    editor.get_by_label("إدراج جدول").click()
    dialog = office.get_by_role("dialog", name="خصائص الجدول")
    dialog.get_by_label("الصفوف").fill("1")
    dialog.get_by_label("الأعمدة").fill("2")
    dialog.get_by_label("صف أول للعناوين").select_option(label="نعم")
    assert not violations(office)
    dialog.get_by_role("button", name="إدراج جدول").click()
    body = saved(office)
    assert body.count("<th>") == 2
    assert body.count("<tr>") == 1


def test_the_dialog_of_photos_has_no_violation(office, media):
    release = make_release()
    make_photo(release, "المنصة")
    editor = opened(office, release)
    tools(editor).nth(10).click()
    office.get_by_role("dialog").get_by_role("listitem").first.wait_for()
    assert not violations_everywhere(office)
