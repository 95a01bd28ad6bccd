"""Nothing is cut off or torn: names, dates, what was chosen, the page around a long word."""

import pytest
from django.core.files.base import ContentFile

from ampcpp.models import SiteDetails
from news.models import Photo
from tests import kinds
from tests.factories import make_banner, make_release
from tests.pictures import picture

LONG = "#المنتدى_الوطني_للجهوية_المتقدمة_والحكامة_الترابية"
ADDRESS = "https://photos.example/" + "association" * 5
#: Names in a box that cuts off what has no room, be it only the dots below the last line.
CUT = """() => [...document.querySelectorAll(".mark__name")]
    .filter(name => getComputedStyle(name).overflow !== "visible")
    .map(name => name.textContent)"""
#: Lists whose chosen value is longer than its place.
SHORTENED = """() => [...document.querySelectorAll("select")].filter(select => {
    const style = getComputedStyle(select);
    const context = document.createElement("canvas").getContext("2d");
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const words = context.measureText(select.selectedOptions[0].text).width;
    const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    return words > select.clientWidth - padding;
}).map(select => select.selectedOptions[0].text)"""
#: Dates that stand on two lines.
TORN = r"""() => {
    const months = ["ar-MA", "fr"].flatMap(language => [...Array(12).keys()].map(month =>
        new Date(2022, month, 15).toLocaleString(language, {month: "long"})));
    const date = RegExp(String.raw`\d{1,2}\s(?:${months.join("|")})(?:\s\d{4})?`, "g");
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [], torn = [], range = document.createRange();
    for (let node; (node = walker.nextNode());) {
        if (!node.parentElement.checkVisibility()) continue;
        for (const match of node.data.matchAll(date)) {
            range.setStart(node, match.index);
            range.setEnd(node, match.index + match[0].length);
            const tops = [...range.getClientRects()].map(box => Math.round(box.top));
            found.push(match[0]);
            if (new Set(tops).size > 1) torn.push(match[0]);
        }
    }
    return [found.length > 0, torn];
}"""


@pytest.mark.parametrize("language", ["", "/fr"])
@pytest.mark.parametrize("width", [768, 1440])
def test_the_names_of_the_year_are_whole(new_page, demo, width, language):
    page = new_page(viewport={"width": width, "height": 900})
    for path in ("/programme/2022/", "/programme/2022/?order=adopted"):
        page.goto(language + path)
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("language", ["", "/fr", "/en"])
def test_what_was_chosen_is_read_whole_on_a_phone(new_page, demo, language):
    page = new_page(viewport={"width": 360, "height": 740})
    for path in ("/programme/2022/?order=adopted", "/news/?year=2022", "/documents/"):
        page.goto(language + path)
        assert page.locator("select").count() > 1
        assert page.evaluate(SHORTENED) == []


@pytest.mark.parametrize("language", ["", "/fr"])
def test_no_date_is_torn(new_page, transactional_db, language):
    paths = kinds.rich()
    torn = {}
    for width in (360, 768, 1440):
        page = new_page(viewport={"width": width, "height": 740})
        for kind in ("home", "news", "release", "programme", "programme-table", "page",
                     "documents", "search-releases"):  # fmt: skip
            page.goto(language + paths[kind])
            has_dates, of_page = page.evaluate(TORN)
            assert has_dates, kind
            if of_page:
                torn[kind, width] = of_page
    assert torn == {}


@pytest.mark.parametrize("width", [320, 360, 768])
def test_a_long_word_widens_no_page(new_page, transactional_db, width):
    """A hashtag in a title, in the one beside it, in a banner; an address as a credit."""
    make_banner(f"إعلان {LONG}")
    for day in ("01", "02", "03"):
        release = make_release(f"لقاء {LONG}", published_at=f"2022-06-{day}T10:00:00Z")
        image = ContentFile(picture("JPEG", (800, 600)), name="photo.jpg")
        Photo.objects.create(release=release, image=image, position=1, credit=ADDRESS)
    page = new_page(viewport={"width": width, "height": 740})
    wider = {}
    for path in ("/", "/news/", release.get_absolute_url(), "/search/?q=لقاء"):
        page.goto(path)
        excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if excess:
            wider[path] = excess
    assert wider == {}


@pytest.mark.parametrize("language", ["", "/fr"])
def test_a_finger_hits_each_network_and_each_document(new_page, demo, language):
    SiteDetails.objects.update(**dict.fromkeys(
        ("facebook_url", "x_url", "youtube_url"), "https://social.example/ampcpp"
    ))  # fmt: skip
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{language}/documents/")
    sides = """links => links.map(link => link.getBoundingClientRect())
        .map(box => Math.min(box.width, box.height))"""
    networks = page.locator(".contacts__networks a").evaluate_all(sides)
    assert len(networks) == 3
    assert min(networks) >= 44
    assert min(page.locator(".document-item a").evaluate_all(sides)) >= 24
