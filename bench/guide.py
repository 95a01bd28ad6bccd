"""The pictures of the staff guide, from the running admin: `make guide` writes docs/guide/*.webp.

    python bench/guide.py [--folder …]

The site lives in a temporary folder and in this process, at a moment that stands still: made anew
without a change, the pictures are the same to the byte. Needs `apt install chromium chromium-l10n`,
for a browser that speaks Arabic.
"""

import argparse
import atexit
import datetime
import os
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

FOLDER = tempfile.mkdtemp(prefix="ampcpp-guide-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ |= {
    "DATABASE_URL": f"sqlite:///{FOLDER}/site.sqlite3",
    "DEBUG": "1",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright keeps an event loop on this thread
    "DJANGO_SETTINGS_MODULE": "ampcpp.settings",
    "DOCUMENTS_ROOT": f"{FOLDER}/documents",
    "MEDIA_ROOT": f"{FOLDER}/media",
}

import django  # noqa: E402
import time_machine  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.files import File  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.testcases import LiveServerThread  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone, translation  # noqa: E402

from bench.screenshots import LOAD_EVERYTHING  # noqa: E402
from governance.models import Roster  # noqa: E402
from news.models import Category, Photo, Release  # noqa: E402
from tests.admin_forms import admin_url  # noqa: E402
from tests.conftest import in_group  # noqa: E402

NOW = "2022-10-31T10:00:00+01:00"
DAY = datetime.timedelta(days=1)
SCREEN, TELEPHONE = {"width": 1000, "height": 700}, {"width": 390, "height": 780}
TOP = "html"
SHOW = "part => scrollTo(0, part.getBoundingClientRect().top + scrollY - 12)"
BODY = (
    "<p>ناقش المشاركون مشاريع الماء الصالح للشرب وفك العزلة عن العالم القروي.</p>"
    "<h2>محاور اللقاء</h2>"
    "<ul><li>برامج التنمية الترابية</li><li>التعاون بين المجالس</li></ul>"
)
SLIPS = "<p>افتتح السيد لحسن زلمط الدورة صباح السبت29 أكتوبر 2022.</p>"
LEAD = "لقاء يجمع رؤساء مجالس الجهة حول برامج التنمية الترابية."


class Office:
    """A writer, a publisher and what they have under way."""

    def __init__(self):
        self.category = Category.objects.get(slug="meetings")
        self.writer = named(in_group("writer"), "سعاد")
        self.publisher = named(in_group("publisher"), "يوسف")
        self.draft = self.save("لقاء جهوي حول برامج التنمية", lead_ar=LEAD, body_ar=BODY)
        self.illustrate(self.draft)
        self.returned = self.save(
            "دورة تكوينية حول الميزانية",
            lead_ar=LEAD,
            body_ar=SLIPS,
            remark="المرجو إضافة مكان الدورة وتاريخها.",
        )
        self.review = self.save("بلاغ حول اجتماع المكتب التنفيذي", state="in_review")
        tomorrow = timezone.now() + DAY
        self.save("يوم دراسي حول الجهوية", state="published", published_at=tomorrow)
        self.save("مسودة مكررة", trashed_at=timezone.now())
        self.translate(Release.objects.published().newest_first().first())

    def save(self, title, **values):
        release = Release(title_ar=title, category=self.category, **{"body_ar": BODY, **values})
        release._history_user = self.writer
        release.save()
        return release

    def illustrate(self, release):
        for number, alternative in enumerate(["رؤساء المجالس حول طاولة اللقاء", ""], 1):
            with (settings.BASE_DIR / f"content/photos/demo-{number}.jpg").open("rb") as file:
                Photo.objects.create(
                    release=release,
                    image=File(file, name="photo.jpg"),
                    position=number,
                    alternative_text_ar=alternative,
                    focus_x=40,
                    focus_y=35,
                )

    def translate(self, release):
        """The Arabic of a public release changed since; a second version shows how."""
        self.public = release
        release._history_user = self.publisher
        release.lead_ar += " وتلاه نقاش مفتوح مع الحاضرين."
        release.stale = "fr"
        release.save()

    def open(self, browser, url, user, viewport):
        """A page in a browser in which somebody has signed in, at the moment of the site."""
        context = browser.new_context(
            base_url=url, viewport=viewport, locale="ar", timezone_id="Africa/Casablanca"
        )
        if user:
            client = Client()
            client.force_login(user)
            value = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}]
            )
        context.route("**/css/fonts.css", with_fonts)
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        return page


def with_fonts(route):
    """A reader does not wait for the fonts of the site; a picture does."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("optional", "block"))


def named(user, name):
    user.first_name = name
    user.save()
    return user


def step(release, name):
    return admin_url(Release, "step", name) + f"?rows={release.pk}"


def change(row):
    return admin_url(type(row), "change", row.pk)


def moments(office):
    """Name → who looks, the address, what stands at the top, the height, and on which screen."""
    roster = Roster.objects.get(body__slug="bureau", mandate__starts_on="2022-01-29")
    versions = list(office.public.history.values_list("history_id", flat=True)[:2])
    compare = admin_url(Release, "compare", office.public.pk)
    writer, publisher = office.writer, office.publisher
    return {
        "sign-in": (None, "/admin/", TOP, 620, SCREEN),
        "desk": (publisher, "/admin/", TOP, 700, SCREEN),
        "writing": (writer, change(office.draft), ".standing", 690, SCREEN),
        "notes": (writer, change(office.returned), ".advice", 560, SCREEN),
        "from-word": (writer, reverse("admin:news_release_from_word"), TOP, 420, SCREEN),
        "photos": (writer, change(office.draft), "#photos-drop", 610, SCREEN),
        "languages": (publisher, change(office.public), TOP, 480, SCREEN),
        "return": (publisher, step(office.review, "return"), TOP, 590, SCREEN),
        "publish": (publisher, step(office.review, "publish"), TOP, 800, SCREEN),
        "compare": (
            publisher,
            f"{compare}?old={versions[1]}&new={versions[0]}",
            TOP,
            560,
            SCREEN,
        ),
        "roster": (publisher, change(roster), "#seats-0", 330, SCREEN),
        "telephone": (writer, change(office.draft), "#mentions-group", 420, TELEPHONE),
    }


def take(page, path, top, height):
    page.goto(path)
    page.evaluate(LOAD_EVERYTHING)
    page.wait_for_load_state("networkidle")
    page.set_viewport_size(page.viewport_size | {"height": height})
    page.locator(top).first.evaluate(SHOW)
    return page.screenshot(animations="disabled")


def small(png):
    """As WebP, in which the letters of a screen stay sharp."""
    out = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").save(out, "WEBP", quality=80, method=6)
    return out.getvalue()


def pictures(browser, url):
    """Name and bytes of each picture of the guide."""
    office = Office()
    for name, (user, path, top, height, viewport) in moments(office).items():
        page = office.open(browser, url, user, viewport)
        yield name, small(take(page, path, top, height))
        page.context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", default=settings.BASE_DIR / "docs" / "guide", type=Path)
    folder = parser.parse_args().folder
    translation.activate("ar")
    with time_machine.travel(NOW, tick=False), sync_playwright() as playwright:
        call_command("migrate", verbosity=0)
        call_command("load_demo", verbosity=0)
        site = LiveServerThread("localhost", StaticFilesHandler)
        site.daemon = True
        site.start()
        site.is_ready.wait()
        # The button of a file and the parts of a date are the browser's own words.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), env=os.environ | {"LANGUAGE": "ar"}
        )
        for name, data in pictures(browser, f"http://localhost:{site.port}"):
            (folder / f"{name}.webp").write_bytes(data)
        browser.close()
        site.terminate()
    print(f"Look at {folder}")


if __name__ == "__main__":
    main()
