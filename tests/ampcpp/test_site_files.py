"""Robots, security, manifest, icons: what programs ask for by an agreed name."""

import datetime
import re
import sys
from io import BytesIO
from urllib.robotparser import RobotFileParser

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image

from ampcpp.models import SiteDetails
from ampcpp.views.site_files import PAPER

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
IMAGES = settings.BASE_DIR / "static" / "img"


def test_robots_find_pages_but_not_the_same_ones_narrowed(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "User-agent: *",
        *("Disallow: /search/", "Disallow: /fr/search/", "Disallow: /en/search/"),
        *("Disallow: /admin/", "Disallow: /fr/admin/", "Disallow: /en/admin/"),
        *(
            f"Disallow: /*?*{name}="
            for name in ("after", "kind", "language", "month", "order", "person", "q", "year")
        ),
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_robots_reach_every_page_of_the_demo_site(client, demo):
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    assert rules.site_maps() == [f"{HOST}/sitemap.xml"]
    for path in ("/", "/fr/news/?page=2", "/news/?category=reports", "/sitemap-news.xml"):
        assert rules.can_fetch("*", HOST + path)
    for path in ("/search/?q=x", "/fr/search/", "/admin/login/"):
        assert not rules.can_fetch("*", HOST + path)


def fields(text):
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_whom_to_tell_of_a_weakness(client, noon):
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert fields(response.text) == {
        "Contact": "http://testserver/contact/",
        "Expires": "2022-12-12T00:00:00+01:00",
        "Preferred-Languages": "ar, fr, en",
        "Canonical": "http://testserver/.well-known/security.txt",
    }
    SiteDetails.objects.create(name="جمعية", email="contact@ampcpp.example")
    contact = fields(client.get("/.well-known/security.txt").text)["Contact"]
    assert contact == "mailto:contact@ampcpp.example"


def test_its_moment_is_always_ahead_and_less_than_a_year(client, noon):
    for day in ("2022-01-01", "2023-03-23", "2024-02-29", "2026-12-31"):
        noon.move_to(f"{day}T23:30:00+01:00")
        now = datetime.datetime.fromisoformat(f"{day}T23:30:00+01:00")
        expires = fields(client.get("/.well-known/security.txt").text)["Expires"]
        ahead = datetime.datetime.fromisoformat(expires) - now
        assert datetime.timedelta(days=170) < ahead < datetime.timedelta(days=365)


@pytest.mark.parametrize(
    ("prefix", "language", "direction", "name"),
    [("", "ar", "rtl", "جمعية"), ("/fr", "fr", "ltr", "Association"), ("/en", "en", "ltr", "The")],
)
def test_each_language_has_its_manifest(client, prefix, language, direction, name):
    SiteDetails.objects.create(
        name_ar="جمعية", name_fr="Association", name_en="The", short_name="AMPCPP"
    )
    response = client.get(f"{prefix}/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    icons = manifest.pop("icons")
    assert manifest == {
        **dict.fromkeys(("id", "start_url", "scope"), f"{prefix}/"),
        **{"name": name, "short_name": "AMPCPP", "lang": language, "dir": direction},
        **{"display": "browser", "background_color": PAPER, "theme_color": PAPER},
    }
    assert client.get(manifest["start_url"]).status_code == 200
    for icon in icons:
        image = Image.open(finders.find(icon["src"].removeprefix("/static/")))
        assert icon["sizes"] == "{}x{}".format(*image.size)
        assert image.get_format_mimetype() == icon["type"]
    assert [(icon["sizes"], icon["purpose"]) for icon in icons] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]


def test_browsers_find_the_icon_blindly(client):
    response = client.get("/favicon.ico")
    assert response["Content-Type"] == "image/x-icon"
    assert response["Cache-Control"] == "public, max-age=86400"
    icon = Image.open(BytesIO(response.getvalue()))
    assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_a_page_names_its_icons_and_colours(client):
    html = client.get("/fr/").text
    icons = re.findall(r'<link rel="(icon|apple-touch-icon|manifest)" href="([^"]+)"', html)
    assert icons == [
        ("icon", "/favicon.ico"),
        ("icon", "/static/img/favicon.svg"),
        ("apple-touch-icon", "/static/img/apple-touch-icon.png"),
        ("manifest", "/fr/manifest.webmanifest"),
    ]
    colours = re.findall(r'name="theme-color" content="(#\w+)" media="\(\S+ (\w+)\)"', html)
    tokens = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    light, dark = re.findall(r"--paper: (#\w{6});", tokens)
    assert colours == [(light, "light"), (dark, "dark")]
    assert light == PAPER


def test_the_icon_follows_the_colours_of_the_system():
    svg = (IMAGES / "favicon.svg").read_text(encoding="utf-8")
    assert "@media(prefers-color-scheme:dark)" in svg


def test_the_icons_are_as_the_program_draws_them(tmp_path, monkeypatch):
    """Every run gives the same files, and those are the ones that are served."""
    monkeypatch.syspath_prepend(str(settings.BASE_DIR / "content" / "draw"))
    import icons

    icons.save(tmp_path)
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == [
        "apple-touch-icon.png",
        "favicon.ico",
        "icon-192.png",
        "icon-512.png",
        "icon-maskable-512.png",
    ]
    assert [name for name in drawn if read(tmp_path / name) != read(IMAGES / name)] == []
    assert icons.favicon() == (IMAGES / "favicon.svg").read_text(encoding="utf-8")
    for name in ("icons", "shapes", "svg"):
        sys.modules.pop(name)


def read(path):
    return path.read_bytes()


def test_what_is_see_through_and_what_is_not():
    """iOS makes black of what is see-through; a mask cuts off all but a circle of 80 %."""
    assert Image.open(IMAGES / "icon-512.png").convert("RGBA").getpixel((0, 0))[3] == 0
    assert not Image.open(IMAGES / "apple-touch-icon.png").has_transparency_data
    maskable = Image.open(IMAGES / "icon-maskable-512.png").convert("RGB")
    ground = maskable.getpixel((0, 0))
    kept = 0.4 * 512
    outside = {
        maskable.getpixel((x, y))
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > kept**2
    }
    assert outside == {ground}
