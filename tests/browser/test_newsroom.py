"""The days of a newsroom in real browsers: one writes, another reads it over, everybody reads it.

writer     paste, photos ─ submit ┐          ┌ mend ─ submit ┐
publisher                         └ return ──┘               └ schedule   corrected ─ restored
public     nothing ·····································nothing ┤ its minute: reads it
"""

import datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from news.models import Release
from tests.browser.paste import paste
from tests.browser.test_gallery import COLOURS, drop, row
from tests.factories import make_category, make_release
from tests.pictures import picture
from tests.signing_in import sign_in

WORD = Path(__file__).parent.parent / "data" / "word-clipboard.html"
TITLE = "بلاغ حول اجتماع المكتب"
MISTAKEN = "بلاغ حول إجتماع المكتب"
SECOND = datetime.timedelta(seconds=1)
PUBLIC = ["/", "/news/", "/news/feed/", "/news/atom/", "/sitemap-releases.xml", "/sitemap-news.xml"]
PUBLIC += ["/search/?q=المكتب", "/n/{number}"]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def office(new_page, noon, transactional_db):
    """Opens the admin in a browser of somebody's own, signed in by the form."""

    def enter(user, **options):
        page = new_page(**options)
        page.goto("/admin/")
        sign_in(page, user)
        return page

    make_category()
    return enter


def section(page, heading):
    """A part of the desk, which is opened."""
    page.goto("/admin/")
    return page.get_by_role("region", name=heading)


def open_from_desk(page, heading, title=TITLE):
    section(page, heading).get_by_role("link", name=title).click()
    page.wait_for_url("**/change/")


def save(page):
    page.locator("[name=_save]").click()
    page.locator(".messagelist .success").wait_for()


def take(page, step, **given):
    """Saves by the button of a step, fills in the page that asks, and confirms."""
    page.locator(".submit-row").get_by_role("button", name=step).click()
    page.get_by_role("heading", level=1, name=step).wait_for()
    for name, value in given.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator(".submit-row").get_by_role("button", name=step).click()
    page.locator(".messagelist .success").wait_for()


def write(page, title):
    """Begins a release as far as its title and its category."""
    page.goto("/admin/")
    page.get_by_role("link", name="كتابة خبر").click()
    page.locator("#id_title_ar").fill(title)
    page.locator("#id_category").select_option(label="لقاءات")
    editor = page.locator(".field-body_ar .prose-editor[data-named]")
    editor.wait_for()
    return editor.get_by_role("textbox")


def public(page, words=TITLE):
    """The public addresses on which the words stand, for a reader who asks now."""
    number = Release.objects.latest("pk").pk
    traces = [words, quote(words.replace(" ", "-"))]  # an address holds the title too
    found = set()
    for path in PUBLIC:
        answer = page.request.get(path.format(number=number))
        if any(trace in answer.text() for trace in traces):
            assert answer.ok
            found.add(path)
    return found


def test_a_release_goes_from_word_to_the_public(office, new_page, noon, writer, publisher):
    desk, review, reader = office(writer), office(publisher), new_page()

    text = write(desk, MISTAKEN)
    paste(desk, text, WORD.read_text(encoding="utf-8"))
    text.get_by_role("heading", name="السياق العام").wait_for()
    desk.get_by_role("button", name="حفظ ثم إضافة الصور").click()
    drop(desk, [(f"{n}.jpg", picture("JPEG", (960, 640), c)) for n, c in enumerate(COLOURS)])
    row(desk, 5).wait_for()
    for place in range(1, 6):
        words = row(desk, place).locator("[name$=-alternative_text_ar]")
        words.fill(f"أعضاء المكتب حول الطاولة رقم {place}")
    take(desk, "إرسال للمراجعة")
    assert public(reader, MISTAKEN) == set()

    open_from_desk(review, "في انتظار مراجعتكم", MISTAKEN)
    expect(review.locator("#photos-group .inline-related.has_original")).to_have_count(5)
    take(review, "إعادة مع ملاحظة", remark="المرجو إضافة مكان الاجتماع.")

    assert "أُعيد مع ملاحظة" in section(desk, "مسوداتكم").inner_text()
    open_from_desk(desk, "مسوداتكم", MISTAKEN)
    assert "المرجو إضافة مكان الاجتماع." in desk.get_by_role("main").inner_text()
    desk.locator("#id_place_ar").fill("الرباط")
    take(desk, "إرسال للمراجعة")

    open_from_desk(review, "في انتظار مراجعتكم", MISTAKEN)
    expect(review.locator("#id_place_ar")).to_have_value("الرباط")
    take(review, "نشر أو برمجة", published_at_0="2022-06-17", published_at_1="09:30")
    scheduled = section(review, "مبرمج للنشر")
    assert "17\u00a0يونيو\u00a02022" in scheduled.inner_text()
    assert "9:30" in scheduled.inner_text()

    moment = datetime.datetime.fromisoformat("2022-06-17T09:30:00+01:00")
    noon.move_to(moment - SECOND)
    assert public(reader, MISTAKEN) == set()
    noon.move_to(moment)
    assert public(reader, MISTAKEN) == set(PUBLIC)
    reader.goto("/")
    reader.get_by_role("main").get_by_role("link", name=MISTAKEN).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(MISTAKEN)
    expect(reader.get_by_role("heading", level=2, name="السياق العام")).to_be_visible()
    expect(reader.locator("figure.photo img")).to_have_count(5)

    open_from_desk(review, "نُشر هذا الأسبوع", MISTAKEN)
    review.locator("#id_title_ar").fill(TITLE)
    save(review)
    assert (public(reader), public(reader, MISTAKEN)) == (set(PUBLIC), set())
    reader.reload()
    assert reader.get_by_role("heading", level=1).inner_text() == TITLE
    expect(reader.locator(".release__change")).to_have_count(0)  # a small correction is silent

    open_from_desk(review, "نُشر هذا الأسبوع")
    review.get_by_role("link", name="النسخ").click()
    review.get_by_role("button", name="مقارنة").click()
    assert review.locator(".difference del").inner_text() == "إجتماع"
    assert review.locator(".difference ins").inner_text() == "اجتماع"
    review.get_by_role("button", name="استرجاع النسخة القديمة").click()
    review.locator(".messagelist .success").wait_for()
    assert (public(reader), public(reader, MISTAKEN)) == (set(), set(PUBLIC))


def test_two_people_write_in_the_same_text(office, noon, writer, publisher):
    release = make_release("عنوان قديم", body_ar="<p>نص قديم</p>", state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    first, second = office(writer), office(publisher)
    for page in (first, second):
        page.goto(path)
    noon.shift(SECOND)
    first.locator("#id_title_ar").fill("عنوان الأول")
    save(first)

    second.locator("#id_title_ar").fill("عنوان الثاني")
    second.locator("#id_place_ar").fill("فاس")
    second.locator("[name=_save]").click()
    both = second.get_by_role("group", name="النصان")
    line = both.get_by_role("row").filter(has_text="العنوان")
    expect(line.get_by_role("cell")).to_have_text(["عنوان الأول", "عنوان الأولالثاني"])
    assert second.locator("#id_title_ar").input_value() == "عنوان الثاني"
    release.refresh_from_db()
    assert (release.title_ar, release.place_ar) == ("عنوان الأول", None)

    second.locator("#id_title_ar").fill("عنوان الأول والثاني")
    save(second)
    release.refresh_from_db()
    assert (release.title_ar, release.place_ar) == ("عنوان الأول والثاني", "فاس")
    assert release.history.count() == 3


def test_two_people_write_in_the_same_gallery(office, noon, writer, publisher):
    """One writes of a photo and drops another; the caption of the other person stays as well."""
    release = make_release(TITLE, state="draft", published_at=None)
    path = f"/admin/news/release/{release.pk}/change/"
    first, second = office(writer), office(publisher)
    first.goto(path)
    drop(first, [(f"{n}.jpg", picture("JPEG", (960, 640), n)) for n in COLOURS[:2]])
    row(first, 2).wait_for()
    save(first)
    for page in (first, second):
        page.goto(path)
    noon.shift(SECOND)
    row(first, 1).locator("[name$=-caption_ar]").fill("شرح الأول")
    drop(first, [("3.jpg", picture("JPEG", (960, 640), COLOURS[2]))])
    row(first, 3).locator("[name$=-caption_ar]").fill("صورة جديدة")
    save(first)

    row(second, 2).locator("[name$=-caption_ar]").fill("شرح الثاني")
    second.locator("[name=_save]").click()
    second.locator(".conflict--none").wait_for()
    captions = [row(second, place).locator("[name$=-caption_ar]") for place in (1, 2, 3)]
    written = ["شرح الأول", "شرح الثاني", "صورة جديدة"]
    assert [box.input_value() for box in captions] == written
    expect(row(second, 3).locator(".photo-focus img")).to_be_visible()
    save(second)
    assert [photo.caption_ar for photo in release.photos.all()] == written


def test_somebody_without_an_account_reads_a_draft_by_its_link(
    office, new_page, noon, writer, faults
):
    release = make_release(TITLE, state="draft", published_at=None)
    desk, guest = office(writer), new_page(**PHONE)
    desk.goto(f"/admin/news/release/{release.pk}/change/")
    desk.locator(".submit-row").get_by_role("button", name="معاينة").click()
    frame = desk.frame_locator("iframe")
    assert frame.get_by_role("heading", level=1).inner_text() == TITLE
    desk.get_by_role("button", name="إنشاء رابط").click()
    link = desk.get_by_label("الرابط", exact=True).input_value()

    answer = guest.goto(link)
    assert guest.get_by_role("heading", level=1).inner_text() == TITLE
    assert "noindex" in answer.headers["x-robots-tag"]
    assert "no-store" in answer.headers["cache-control"]
    noon.shift(datetime.timedelta(days=7, seconds=1))
    assert guest.goto(link).status == 404
    noon.shift(-datetime.timedelta(days=7))
    assert guest.goto(link).status == 200
    desk.get_by_role("button", name="إلغاء الرابط").click()
    desk.get_by_role("button", name="إنشاء رابط").wait_for()
    assert guest.goto(link).status == 404
    assert len(faults) == 2
    faults.clear()  # the two that were not found


def test_texts_go_to_the_trash_and_come_back(office, writer):
    titles = ["مسودة أولى", "مسودة ثانية", "مسودة ثالثة"]
    for title in titles:
        make_release(title, state="draft", published_at=None)
    page = office(writer)
    page.goto("/admin/news/release/")

    def listed():
        return {text for text in titles if page.locator("#result_list").get_by_text(text).count()}

    def choose(title):
        page.get_by_role("row").filter(has_text=title).get_by_role("checkbox").check()

    for title in titles[:2]:
        choose(title)
    page.locator("[name=action]").select_option(label="نقل إلى سلة المهملات")
    page.get_by_role("button", name="تنفيذ").click()
    asked = page.get_by_role("main").get_by_role("listitem")
    expect(asked.get_by_role("link")).to_have_text(titles[1::-1])
    page.get_by_role("button", name="نقل إلى سلة المهملات").click()
    page.locator(".messagelist .success").wait_for()
    assert listed() == {titles[2]}

    page.locator("#changelist-filter").get_by_role("link", name="في سلة المهملات").click()
    page.wait_for_url("**state=trashed**")
    assert listed() == set(titles[:2])
    page.get_by_role("link", name=titles[0]).click()
    page.get_by_role("link", name="استرجاع من سلة المهملات").click()
    page.get_by_role("button", name="استرجاع من سلة المهملات").click()
    page.locator(".messagelist .success").wait_for()
    page.goto("/admin/news/release/")
    assert listed() == {titles[0], titles[2]}


def test_a_release_is_written_and_published_from_a_telephone(office, new_page, publisher):
    phone = office(publisher, **PHONE)
    text = write(phone, TITLE)
    text.tap()
    phone.keyboard.type("عقد المكتب اجتماعه بالرباط.")
    phone.get_by_role("button", name="حفظ ثم إضافة الصور").tap()
    photo = {"name": "1.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", (960, 640))}
    phone.get_by_label("إضافة صور").set_input_files([photo])
    row(phone, 1).wait_for()
    row(phone, 1).locator("[name$=-alternative_text_ar]").fill("أعضاء المكتب حول الطاولة")
    wider = "document.documentElement.scrollWidth > innerWidth"
    assert not phone.evaluate(wider)
    take(phone, "نشر أو برمجة")
    assert not phone.evaluate(wider)

    reader = new_page(**PHONE)
    reader.goto("/")
    reader.get_by_role("main").get_by_role("link", name=TITLE).first.tap()
    expect(reader.get_by_role("main")).to_contain_text("عقد المكتب اجتماعه بالرباط.")
    expect(reader.get_by_role("img", name="أعضاء المكتب حول الطاولة").first).to_be_visible()
