"""A gallery is made in a real browser: photos dropped, put in order by keyboard, focal points."""

from base64 import b64encode
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from news.models import Photo, Release
from tests.browser.axe import violations_everywhere
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import PUBLISHED_AT, make_release
from tests.pictures import picture
from tests.signing_in import sign_in as through_the_door

WORN = "بقيت هذه الصفحة مفتوحة مدة طويلة"
COLOURS = ("teal", "navy", "maroon", "olive", "purple")

#: Drops files on an element, as somebody who drags them from a folder.
DROP = """(box, files) => {
  const dragged = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    dragged.items.add(new File([bytes], name));
  }
  for (const kind of ["dragenter", "dragover", "drop"]) {
    const options = { bubbles: true, cancelable: true, dataTransfer: dragged };
    box.dispatchEvent(new DragEvent(kind, options));
  }
}"""


@pytest.fixture
def form(page, client, live_server, administrator):
    """The form of a draft, signed in; a title is being written."""
    release = make_release("خبر", state="draft", published_at=None)
    sign_in(page, client, live_server, administrator)
    page.goto(f"/admin/news/release/{release.pk}/change/")
    page.locator("#id_title_ar").fill("عنوان يكتب الآن")
    return page


def drop(page, files):
    encoded = [(name, b64encode(content).decode()) for name, content in files]
    page.locator(".photo-drop").evaluate(DROP, encoded)


def wait_for_the_advice(page, title):
    """Writes a title; nothing is sent by itself any more, which could meet a session that ends."""
    body = urlencode({"title_ar": title})
    with page.expect_response(lambda response: body in (response.request.post_data or "")):
        page.locator("#id_title_ar").fill(title)


def row(page, number):
    """The row that stands at this place, from 1 on."""
    return page.locator("#photos-group .inline-related:not(.empty-form)").nth(number - 1)


def test_a_gallery_is_made(form, new_page, faults):
    """Five photos and one that is none; nothing typed is lost; the public sees them in order."""
    photos = [(f"{n}.jpg", picture("JPEG", (640, 400), name)) for n, name in enumerate(COLOURS)]
    form.evaluate("""() => new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) {
        if (node.querySelector?.("progress")) window.bars = (window.bars ?? 0) + 1;
      }
    }).observe(document.querySelector(".photo-drop__list"), { childList: true })""")
    drop(form, [*photos, ("page.jpg", b"<html>")])
    status = form.locator(".photo-drop__status")
    form.locator(".photo-drop__list li:not(:has(progress))").nth(5).wait_for()
    assert status.inner_text() == "عدد الصور المضافة: 5. عدد الصور المرفوضة: 1."
    assert form.evaluate("window.bars") == 6
    assert [fault for fault in faults if "422" not in fault] == []  # the one that was refused
    faults.clear()
    assert "ليس صورة" in form.locator(".is-refused").inner_text()

    # Their rows are there at once; nothing was reloaded.
    row(form, 5).wait_for()
    assert not form.get_by_role("button", name="حفظ ثم كتابة نصوصها").is_visible()
    assert form.locator("#id_title_ar").input_value() == "عنوان يكتب الآن"

    # The last becomes the first, by keyboard.
    assert not row(form, 1).locator("[name$=-position]").is_visible()
    for place in (5, 4, 3, 2):
        button = row(form, place).get_by_role("button", name="تقديم")
        button.focus()
        form.keyboard.press("Enter")
        expected = f"رتبة الصورة الآن {place - 1} من 5."
        assert form.locator(".photo-order__status").inner_text() == expected
    assert (
        row(form, 1)
        .get_by_role("button", name="تأخير")
        .evaluate("button => button === document.activeElement")
    )
    assert row(form, 1).locator(".photo-order__place").inner_text() == "الغلاف"

    # Its focal point, by a click and then by keyboard.
    preview = row(form, 1).locator(".photo-focus")
    box = preview.bounding_box()
    preview.click(position={"x": box["width"] / 4, "y": box["height"] / 2})
    across = row(form, 1).locator("[name$=-focus_x]")
    assert across.input_value() == "25"
    across.focus()
    form.keyboard.press("ArrowRight")
    assert across.input_value() == "26"
    for place in range(1, 6):
        row(form, place).locator("[name$=-alternative_text_ar]").fill(f"رئيس الجمعية رقم {place}")
    assert violations_everywhere(form) == []
    form.locator("[name=_save]").click()
    form.wait_for_url("**/admin/news/release/")
    expect(form.locator(".cover-thumbnail")).to_have_count(1)

    first = Photo.objects.first()
    assert (first.position, first.focus_x, first.focus_y) == (1, 26, 50)
    release = Release.objects.get()
    release.state, release.published_at = "published", PUBLISHED_AT
    release.save()
    reader = new_page()
    reader.goto(release.get_absolute_url())
    assert reader.locator("figure.photo img").evaluate_all("all => all.map((one) => one.alt)") == [
        f"رئيس الجمعية رقم {place}" for place in range(1, 6)
    ]
    assert "-card-50-50-" in reader.locator(".gallery img").first.get_attribute("srcset")
    reader.goto("/news/")
    shown = reader.locator(".picture").get_attribute("srcset")
    assert f"{first.image.base.name}-card-26-50-" in shown


def test_new_rows_stand_beside_those_that_are_being_written(form):
    """What was typed in a stored row, and in one that is added by hand, stays with its photo."""
    release = Release.objects.get()
    make = {"release": release, "position": 1, "alternative_text_ar": "وصف قديم"}
    file = ContentFile(picture("JPEG", (60, 40), "teal"), name="a.jpg")
    old = Photo.objects.create(image=file, **make)
    form.reload()
    row(form, 1).locator("[name$=-caption_ar]").fill("شرح قديم")
    form.locator("#photos-group .add-row a").click()
    row(form, 2).locator("[name$=-image]").set_input_files(
        {"name": "b.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", (61, 40), "navy")}
    )
    row(form, 2).locator("[name$=-alternative_text_ar]").fill("وصف باليد")
    row(form, 2).get_by_role("button", name="تقديم").click()  # now the cover
    drop(form, [("c.jpg", picture("JPEG", (62, 40), "maroon"))])
    row(form, 3).wait_for()
    drop(form, [("d.jpg", picture("JPEG", (63, 40), "olive"))])
    row(form, 4).wait_for()
    row(form, 3).locator("[name$=-alternative_text_ar]").fill("وصف الثالثة")
    row(form, 4).locator("[name$=-alternative_text_ar]").fill("وصف الرابعة")
    form.locator("#photos-group .add-row a").click()  # one too many
    row(form, 5).locator(".inline-deletelink").click()
    row(form, 5).wait_for(state="detached")
    ids = form.locator("[id^=photos-], [id^=id_photos-]").evaluate_all("all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))

    form.locator("[name=_save]").click()
    form.wait_for_url("**/admin/news/release/")
    assert [(p.width, p.alternative_text_ar) for p in release.photos.all()] == [
        (61, "وصف باليد"),
        (60, "وصف قديم"),
        (62, "وصف الثالثة"),
        (63, "وصف الرابعة"),
    ]
    old.refresh_from_db()
    assert old.caption_ar == "شرح قديم"


def test_rows_are_dragged_by_their_heads(form):
    release = Release.objects.get()
    for number, colour in enumerate(COLOURS[:3], 1):
        file = ContentFile(picture("JPEG", (60, 40), colour), name="a.jpg")
        Photo.objects.create(
            release=release, image=file, position=number, alternative_text_ar=f"وصف رقم {number}"
        )
    form.reload()
    row(form, 3).locator("h3").hover()
    form.mouse.down()
    form.mouse.move(400, 300, steps=3)
    form.locator("#photos-group.is-sorting").wait_for()
    box = row(form, 1).bounding_box()
    form.mouse.move(box["x"] + 50, box["y"] + 5, steps=5)
    form.mouse.up()
    texts = form.locator("#photos-group [name$=-alternative_text_ar]:not([name*=__prefix__])")
    assert texts.evaluate_all("all => all.map((one) => one.value)") == [
        f"وصف رقم {number}" for number in (3, 1, 2)
    ]
    places = form.locator("#photos-group [name$=-position]:not([name*=__prefix__])")
    assert places.evaluate_all("all => all.map((one) => one.value)") == ["1", "2", "3"]


@pytest.mark.parametrize("place", ["#id_title_ar", ".field-body_ar [contenteditable=true]", "h1"])
def test_a_file_dropped_beside_the_box_is_not_opened(form, place):
    """The browser would leave the form for it. One line says where photos are dropped."""
    form.locator(".field-body_ar [contenteditable=true]").wait_for()
    files = [("a.jpg", b64encode(picture("JPEG", (60, 40), "teal")).decode())]
    missed = form.locator(".photo-drop__missed")
    assert not missed.is_visible()
    form.evaluate("""() => window.addEventListener("drop", (event) => {
      window.isOpened = !event.defaultPrevented;
    })""")
    form.locator(place).evaluate(DROP, files)
    assert form.evaluate("window.isOpened") is False
    expect(missed).to_be_in_viewport()
    drop(form, [("a.jpg", picture("JPEG", (60, 40), "teal"))])
    row(form, 1).wait_for()
    assert not missed.is_visible()


#: What stands beyond the element that holds it all.
STICKS_OUT = """box => {
  const { left, right } = box.getBoundingClientRect();
  const out = [...box.querySelectorAll("*")].filter((one) => {
    const place = one.getBoundingClientRect();
    const isSeen = one.checkVisibility() && !one.closest(".visually-hidden, .ProseMirror");
    return isSeen && place.width > 1 && (place.left < left - 0.5 || place.right > right + 0.5);
  });
  return out.map((one) => one.id || one.className || one.localName);
}"""


@pytest.mark.parametrize("language", ["", "/fr"])
def test_on_a_telephone_all_stays_in_its_card(form, language):
    release = Release.objects.get()
    make = {"release": release, "alternative_text_ar": "وصف"}
    Photo.objects.create(image=ContentFile(picture("JPEG", (900, 600)), name="a.jpg"), **make)
    form.set_viewport_size({"width": 360, "height": 740})
    form.goto(f"{language}/admin/news/release/{release.pk}/change/")
    row(form, 1).locator(".photo-order").wait_for()
    assert row(form, 1).evaluate(STICKS_OUT) == []
    form.goto(f"{language}/admin/news/release/{release.pk}/preview/")
    form.locator("[name=link]").click()
    form.locator("#preview-link").wait_for()
    assert form.locator(".preview__link").evaluate(STICKS_OUT) == []


def test_a_release_that_is_not_saved_says_so(form):
    form.goto("/admin/news/release/add/")
    box = form.locator(".photo-drop")
    assert box.get_by_role("button", name="حفظ ثم إضافة الصور").is_visible()
    expect(box.locator("input[type=file]")).to_have_count(0)


def test_after_signing_in_in_another_tab_photos_come_and_the_form_is_saved(form, administrator):
    """Signing in changes the token that every form carries."""
    wait_for_the_advice(form, "عنوان آخر")
    Session.objects.all().delete()
    drop(form, [("a.jpg", picture("JPEG", (60, 40), "teal"))])
    line = form.locator(".photo-drop__list li:not(:has(progress))")
    expect(line.first).to_contain_text("المرجو تسجيل الدخول في نافذة أخرى")
    other = form.context.new_page()
    other.goto("/admin/account/login/")
    through_the_door(other, administrator)
    drop(form, [("a.jpg", picture("JPEG", (60, 40), "teal"))])
    expect(line.nth(1)).to_contain_text("أضيفت إلى المعرض.")
    row(form, 1).locator("[name$=-alternative_text_ar]").fill("قاعة الاجتماع")
    form.locator("[name=_save]").click()
    form.locator(".messagelist .success").wait_for()
    release = Release.objects.get()
    assert (release.title_ar, release.photos.count()) == ("عنوان آخر", 1)


def test_a_page_whose_token_is_lost_says_what_to_do(form, faults):
    """Not that one may not."""
    wait_for_the_advice(form, "عنوان آخر")
    form.context.clear_cookies(name="csrftoken")
    drop(form, [("a.jpg", picture("JPEG", (60, 40), "teal"))])
    words = form.locator(".is-refused")
    expect(words).to_contain_text(WORN)
    assert [fault for fault in faults if "403" not in fault] == []
    faults.clear()


@pytest.mark.parametrize("moment", [PUBLISHED_AT, PUBLISHED_AT.replace(year=2100)])
def test_photos_that_may_not_wait_are_dropped_into_rows(form, moment):
    """Of a release that is read, or going to be: they are sent with their texts."""
    Release.objects.update(state="published", published_at=moment)
    form.goto(form.url)
    drop(form, [(f"{n}.jpg", picture("JPEG", (60, 40), n)) for n in COLOURS[:2]])
    expect(row(form, 1).locator("[name$=-alternative_text_ar]")).to_be_focused()
    assert not form.locator(".photo-drop__missed").is_visible()
    for place in (1, 2):
        row(form, place).locator("[name$=-alternative_text_ar]").fill(f"رئيس الجمعية رقم {place}")
    assert not Photo.objects.exists()
    form.locator("[name=_save]").click()
    form.locator(".messagelist .success").wait_for()
    texts = [photo.alternative_text_ar for photo in Photo.objects.all()]
    assert texts == ["رئيس الجمعية رقم 1", "رئيس الجمعية رقم 2"]
