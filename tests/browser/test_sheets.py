"""Rosters and programmes on paper: the table under the letterhead, and nothing of the screen."""

import re

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from ampcpp.models import SiteDetails
from news.models import Photo, Release
from tests.factories import make_activity, make_page, make_programme, make_release
from tests.pictures import picture


def shown(page, *selectors):
    return [selector for selector in selectors if page.locator(selector).first.is_visible()]


SCREEN = (".site-header", ".breadcrumbs", ".filter", ".year", ".months", ".calendar-links")


@pytest.mark.parametrize("path", ["/programme/2022/", "/fr/programme/2022/?order=adopted"])
def test_a_programme_prints_the_table_in_its_order(page, demo, path):
    page.goto(path)
    page.emulate_media(media="print")
    assert shown(page, ".letterhead", "h1", ".programme-table thead") == [
        ".letterhead",
        "h1",
        ".programme-table thead",
    ]
    assert shown(page, *SCREEN) == []
    numbers = page.locator(".programme-table tbody td:first-child").all_inner_texts()
    assert numbers == [str(number) for number in range(1, 38)]
    styles = page.locator(".programme-table").evaluate("""table => [
        getComputedStyle(table.tHead).display,
        getComputedStyle(table.rows[1]).display,
        getComputedStyle(table.rows[1]).breakInside,
        getComputedStyle(document.body).page,
    ]""")
    assert styles == ["table-header-group", "table-row", "avoid", "programme"]


def test_the_table_is_for_paper_unless_it_is_asked_for(page, demo):
    page.goto("/programme/2022/")
    assert shown(page, ".letterhead", ".programme-table", ".year", ".months") == [
        ".year",
        ".months",
    ]
    page.goto("/programme/2022/?order=adopted")
    assert shown(page, ".programme-table", ".months") == [".programme-table"]


def test_a_roster_prints_on_one_sheet(page, demo):
    """Its head, the day it shows, and seventeen seats, at the width of an A4 sheet."""
    page.set_viewport_size({"width": 658, "height": 1000})  # px between the margins
    page.goto("/governance/2022-01-29/bureau/")
    page.emulate_media(media="print")
    assert shown(page, ".letterhead", ".standing", *SCREEN) == [".letterhead", ".standing"]
    assert page.locator("h1").inner_text() == "لائحة أعضاء المكتب التنفيذي"
    expect(page.locator(".roster-table tbody tr")).to_have_count(17)
    box = page.locator(".roster-table").bounding_box()
    assert box["y"] + box["height"] < 990


def sheets(page, path):
    """The width and height in mm of each sheet of the PDF that the browser makes."""
    page.goto(path)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type\s*/Page\b", pdf))
    return [tuple(round(float(side) / 72 * 25.4) for side in box) for box in boxes]


@pytest.mark.parametrize("language", ["", "/fr"])
def test_the_paper_of_each_sheet(page, demo, language):
    assert sheets(page, f"{language}/governance/2022-01-29/bureau/") == [(210, 297)]
    programme = sheets(page, f"{language}/programme/2022/")
    assert set(programme) == {(297, 210)}
    assert 3 <= len(programme) <= 6


def test_a_release_begins_with_the_letterhead(page, demo):
    path = Release.objects.get(title_ar__contains="دايجون").get_absolute_url()
    assert set(sheets(page, path)) == {(210, 297)}
    page.emulate_media(media="print")
    first = page.evaluate("""() => [...document.querySelectorAll("body *")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height > 1)
        .filter(one => !one.querySelector(".letterhead"))
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]
        .closest(".letterhead")?.className""")
    assert first == "letterhead"


def test_what_introduces_a_list_stays_with_it(page, db):
    body = "<p>سطر</p><p>يتضمن البرنامج:</p><ul><li>نقطة</li></ul>"
    page.goto(make_release(body_ar=body).get_absolute_url())
    page.emulate_media(media="print")
    breaks = page.locator(".prose p").evaluate_all(
        "paragraphs => paragraphs.slice(0, 2).map(one => getComputedStyle(one).breakAfter)"
    )
    assert breaks == ["auto", "avoid"]


#: px that the words of a cell stick out of it at the side.
OUT_OF_CELLS = """table => [...table.querySelectorAll("th, td")].flatMap(cell => {
    const range = document.createRange(), edge = cell.getBoundingClientRect();
    range.selectNodeContents(cell);
    return [...range.getClientRects()].filter(box => box.width > 1)
        .flatMap(box => [edge.left - box.left, box.right - edge.right]);
}).reduce((most, out) => Math.max(most, out), 0)"""


@pytest.mark.parametrize("language", ["", "/fr", "/en"])
def test_a_long_date_does_not_lie_over_what_an_activity_is_about(page, db, language):
    programme = make_programme(year=2026)
    days = [
        ("2026-09-22", "2026-09-24"),
        ("2026-09-28", "2026-10-02"),
        ("2025-09-29", "2027-11-30"),
    ]
    for position, (first, last) in enumerate(days, 1):
        make_activity(
            programme,
            position=position,
            happens_on=first,
            happens_until=last,
            start_time="10:30",
            content_ar="مضمون طويل عن النشاط " * 6,
        )
    page.set_viewport_size({"width": 1032, "height": 700})  # px between the margins, lying
    page.goto(f"{language}/programme/2026/")
    page.emulate_media(media="print")
    assert page.locator(".programme-table").evaluate(OUT_OF_CELLS) <= 1


@pytest.mark.parametrize("columns", [3, 8])
@pytest.mark.parametrize("has_photo", [False, True])
def test_a_table_in_a_release_is_whole_on_paper(page, transactional_db, columns, has_photo):
    cells = "<td>المجلس الإقليمي لصفرو</td>" * columns
    release = make_release(body_ar=f"<p>نص</p><table><tbody><tr>{cells}</tr></tbody></table>")
    if has_photo:
        image = ContentFile(picture("JPEG", (800, 1200)), name="photo.jpg")
        Photo.objects.create(release=release, image=image, position=1)
    page.set_viewport_size({"width": 658, "height": 1000})
    page.goto(release.get_absolute_url())
    page.emulate_media(media="print")
    edges = page.locator(".table-box td").evaluate_all("""cells => cells
        .map(cell => cell.getBoundingClientRect()).flatMap(box => [box.left, box.right])""")
    prose = page.locator(".prose").bounding_box()
    assert min(edges) >= prose["x"] - 1
    assert max(edges) <= prose["x"] + prose["width"] + 1
    assert page.locator(".table-box table").evaluate(OUT_OF_CELLS) <= 1
    if has_photo:
        photo = page.locator(".release__text > .photo").bounding_box()
        assert page.locator(".table-box").bounding_box()["y"] >= photo["y"] + photo["height"]


def test_the_word_of_the_president_is_black_on_paper(page, db):
    details = SiteDetails.load()
    details.home_page_word = make_page("كلمة الرئيس", lead_ar="نرحب بكم")
    details.save()
    page.goto("/")
    page.emulate_media(media="print")
    parts = page.locator(".home-word, .home-word h2, .home-word__lead")
    colours = parts.evaluate_all("parts => parts.map(part => getComputedStyle(part).color)")
    assert colours == ["rgb(0, 0, 0)"] * 3
