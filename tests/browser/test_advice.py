"""Advice beside the text of a release: slips are shown and mended, people are added, and nobody is
kept from saving or publishing."""

import re

import pytest
from playwright.sync_api import expect

from news.models import Release
from tests.admin_forms import admin_url
from tests.browser.axe import violations_everywhere
from tests.browser.keyboard import go_to_the_end, spoken
from tests.browser.test_admin_accessibility import sign_in
from tests.factories import make_category, make_person, make_release, make_seat, make_term

SLIPS = "حضر السيد لحسن زلمط يوم السبت30 أبريل 2022."
ADVICE = "**/admin/news/release/advice/"
WRITE, SHOW, ADD = "button.advice__write", "button.advice__show", "button.advice__add"
SELECTED = "getSelection().toString()"


@pytest.fixture
def zellmat(transactional_db):
    make_category()
    person = make_person("لحسن زلماط", name_fr="Lahcen Zellmat")
    make_term(make_seat(), person, "2022-01-29")
    return person


@pytest.fixture
def desk(page, client, live_server, zellmat, publisher):
    sign_in(page, client, live_server, publisher)
    return page


def editor_of(page):
    page.locator(".field-body_ar .prose-editor[data-named]").wait_for()
    return page.locator(".field-body_ar").get_by_role("textbox")


def begin(page, text=SLIPS):
    """A new release, its Arabic typed; its editor."""
    page.goto(admin_url(Release, "add"))
    text_of = editor_of(page)
    page.locator("#id_title_ar").fill("لقاء في الرباط")
    page.locator("#id_category").select_option(index=1)
    page.locator("#id_happened_on").fill("30/04/2022")
    text_of.click()
    page.keyboard.insert_text(text)
    return text_of


def of(page, selector, words):
    return page.locator(selector).filter(has_text=words)


def reach(page, name):
    """Steps to a button of the notes, which is framed."""
    for _ in range(40):
        if name in spoken(page):
            break
        page.keyboard.press("Tab")
    assert name in spoken(page)
    assert "solid 3px" in page.evaluate("getComputedStyle(document.activeElement).outline")


def save(page, button="_continue"):
    page.locator(f"[name={button}]:visible").first.click()
    page.locator(".messagelist .success").wait_for()


def test_slips_are_shown_and_mended_and_a_person_is_added(desk, zellmat, new_page):
    text = begin(desk)
    of(desk, SHOW, "السبت30").click()
    assert desk.evaluate(SELECTED) == "السبت30"
    assert text.evaluate("box => box.contains(document.activeElement)")
    of(desk, WRITE, "السبت 30").click()
    expect(text).to_have_text("حضر السيد لحسن زلمط يوم السبت 30 أبريل 2022.")
    expect(of(desk, SHOW, "السبت30")).to_have_count(0)
    of(desk, WRITE, "لحسن زلماط").click()
    expect(text).to_have_text("حضر السيد لحسن زلماط يوم السبت 30 أبريل 2022.")
    expect(of(desk, WRITE, "لحسن زلماط")).to_have_count(0)

    expect(desk.locator(".advice__people small")).to_have_text("رئيس الجمعية")
    of(desk, ADD, "لحسن زلماط").click()
    expect(desk.locator(".advice__status")).to_contain_text("لحسن زلماط")
    expect(desk.locator(".advice__people")).to_have_count(0)
    assert desk.locator("[name=mentions-0-person]").input_value() == str(zellmat.pk)
    save(desk)
    release = Release.objects.get()
    assert release.body_ar == "<p>حضر السيد لحسن زلماط يوم السبت 30 أبريل 2022.</p>"
    assert [(m.person, m.position) for m in release.mentions.all()] == [(zellmat, 1)]
    assert desk.locator(".advice__people").count() == 0

    desk.locator("[name=_step][value=publish]").click()
    desk.locator(".submit-row [type=submit]").click()
    desk.locator(".messagelist .success").wait_for()
    reader = new_page()
    reader.goto(release.get_absolute_url())
    link = reader.locator(".prose").get_by_role("link", name="لحسن زلماط")
    assert link.get_attribute("href") == zellmat.get_absolute_url()
    assert "رئيس الجمعية" in reader.locator(".mentions").inner_text()
    link.click()
    reader.get_by_role("link", name="لقاء في الرباط").first.wait_for()


def test_bold_words_and_links_stay_where_a_slip_is_mended(desk):
    body = '<p>قال <strong>لحسن</strong> <a href="https://a.ma/" rel="noopener">زلمط</a> كلمة.</p>'
    release = make_release(body_ar=body, state="draft")
    desk.goto(admin_url(Release, "change", release.pk))
    editor_of(desk)
    of(desk, WRITE, "لحسن زلماط").click()
    expect(of(desk, WRITE, "لحسن زلماط")).to_have_count(0)
    save(desk)
    release.refresh_from_db()
    assert release.body_ar == body.replace("زلمط", "زلماط")


def test_a_slip_in_the_title_in_the_second_line_and_beside_emoji(desk):
    """Places are those of the text as it stands: lines, signs of two halves, words twice."""
    text = begin(desk, "😀 السبت30 ثم 😀 السبت30 أبريل 2022")
    desk.keyboard.press("Enter")
    desk.keyboard.insert_text("😀 و السيد")
    desk.locator("#id_title_ar").fill("لقاء  في الرباط")
    of(desk, WRITE, "والسيد").click()
    expect(text.locator("p").nth(1)).to_have_text("😀 والسيد")
    expect(of(desk, WRITE, "والسيد")).to_have_count(0)
    of(desk, WRITE, "لقاء في").click()
    expect(desk.locator("#id_title_ar")).to_have_value("لقاء في الرباط")
    expect(of(desk, WRITE, "لقاء في")).to_have_count(0)
    of(desk, WRITE, "السبت 30").nth(1).click()
    expect(text.locator("p").first).to_have_text("😀 السبت30 ثم 😀 السبت 30 أبريل 2022")


def test_nobody_is_kept_from_saving_and_publishing(desk):
    begin(desk)
    of(desk, WRITE, "السبت 30").wait_for()
    desk.locator("[name=_step][value=submit]").click()
    notes = desk.locator(".step-advice")
    expect(notes).to_contain_text("السبت30")
    expect(notes).to_contain_text("لحسن زلماط")
    assert violations_everywhere(desk) == []
    for step in ("submit", "publish"):
        desk.locator(".submit-row [type=submit]").click()
        desk.locator(".messagelist .success").wait_for()
        if step == "submit":
            desk.locator("[name=_step][value=publish]").click()
            expect(desk.locator(".step-advice")).to_contain_text("السبت30")
    assert Release.objects.get().state == "published"


def test_without_an_answer_nothing_is_lost(desk, faults):
    text = begin(desk)
    of(desk, WRITE, "السبت 30").wait_for()
    failed = desk.locator(".advice__failed")
    for answer in (lambda route: route.abort(), lambda route: route.fulfill(status=500, body="!")):
        desk.route(ADVICE, answer)
        go_to_the_end(desk, text)
        desk.keyboard.insert_text(" ثم")
        expect(failed).to_be_visible()
        assert of(desk, WRITE, "السبت 30").count() == 1
        desk.unroute(ADVICE)
        desk.keyboard.insert_text(" بعده")
        expect(failed).to_be_hidden()
    desk.route(ADVICE, lambda route: None)  # never answered
    desk.keyboard.insert_text(" انتهى")
    desk.wait_for_timeout(2000)
    faults.clear()
    save(desk)
    assert Release.objects.get().body_ar == f"<p>{SLIPS} ثم بعده ثم بعده انتهى</p>"


def test_an_answer_takes_no_button_from_under_the_finger(desk):
    """pressed ─── the answer comes ─── let go: the click counts."""
    text, held = begin(desk), []
    of(desk, ADD, "لحسن زلماط").wait_for()
    desk.route(ADVICE, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    go_to_the_end(desk, text)
    with desk.expect_request(ADVICE):
        desk.keyboard.insert_text(" السبت31")
    of(desk, ADD, "لحسن زلماط").hover()
    desk.mouse.down()
    with desk.expect_event("requestfinished"):
        held[0].continue_()
    desk.unroute(ADVICE)
    desk.evaluate("new Promise(done => setTimeout(done, 200))")  # the page has read it
    desk.mouse.up()
    expect(desk.locator(".advice__people")).to_have_count(0)
    expect(of(desk, SHOW, "السبت31")).to_have_count(1)


def test_by_keyboard_alone(desk):
    """The focus stays among the notes, on the one that takes the place of what was mended."""
    text = begin(desk)
    of(desk, WRITE, "السبت 30").wait_for()
    assert violations_everywhere(desk) == []
    desk.set_viewport_size({"width": 1440, "height": 900})
    text.focus()
    for words in ("لحسن زلماط", "السبت 30"):
        reach(desk, f"اكتبوا: {words}")
        desk.keyboard.press("Enter")
        expect(of(desk, WRITE, words)).to_have_count(0)
        assert desk.evaluate("Boolean(document.activeElement.closest('.advice'))")
    reach(desk, "إضافة لحسن زلماط")
    desk.keyboard.press("Enter")
    expect(desk.locator(".advice__people")).to_have_count(0)
    assert desk.evaluate("Boolean(document.activeElement.closest('.advice'))")
    expect(text).to_have_text("حضر السيد لحسن زلماط يوم السبت 30 أبريل 2022.")


def test_on_a_telephone(desk):
    """The notes wait below the text, closed; what they say is counted."""
    desk.set_viewport_size({"width": 360, "height": 740})
    begin(desk)
    expect(desk.locator(".advice__count")).to_have_text(re.compile("ملاحظات"))
    assert of(desk, WRITE, "السبت 30").is_hidden()
    desk.locator(".advice summary").click()
    of(desk, WRITE, "السبت 30").click()
    expect(of(desk, WRITE, "السبت 30")).to_have_count(0)
    of(desk, ADD, "لحسن زلماط").click()
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
    heights = desk.locator(".advice button").evaluate_all("all => all.map(b => b.offsetHeight)")
    assert min(heights) >= 44
    save(desk)
    assert Release.objects.get().mentions.count() == 1
