"""Pictures of every kind of page, to be looked at: `make screenshots`, then open var/screenshots.

    python bench/screenshots.py [--kinds home,release] [--widths 360] [--languages ar] [--folder …]

Each is taken at 360, 768 and 1440 px, in Arabic and French, light and dark, with rich and with
empty contents. `docs/home.png` and `docs/programme.png`, which the README shows, are made anew.
"""

import argparse
import itertools
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.served import ROOT, served

WIDTHS = {360: 740, 768: 1024, 1440: 900}  # px, with the height of the window
# What is no longer lazy chooses its size anew, and only then can be waited for.
LOAD_EVERYTHING = """async () => {
    for (const image of document.images) Object.assign(image, {loading: "eager", decoding: "sync"});
    await new Promise(requestAnimationFrame);
    await Promise.all([document.fonts.ready, ...[...document.images].map(image => image.decode())]);
}"""
#: Kind → the file, and what stands at the head of the picture.
IN_README = {"home": ("home.png", "body"), "programme": ("programme.png", ".year")}


def chosen():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", default="", help="names as in tests/kinds.py, with commas")
    parser.add_argument("--contents", default="rich,empty")
    parser.add_argument("--widths", default="360,768,1440")
    parser.add_argument("--languages", default="ar,fr")
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--media", default="screen", help="or print")
    parser.add_argument("--folder", default=str(ROOT / "var" / "screenshots"))
    return parser.parse_args()


def take(browser, site, contents, options):
    """Every picture of one site: `<contents>-<kind>-<language>-<width>-<scheme>.png`."""
    kinds = set(filter(None, options.kinds.split(",")))
    for width, scheme in itertools.product(
        map(int, options.widths.split(",")), options.schemes.split(",")
    ):
        context = browser.new_context(
            base_url=site.url,
            viewport={"width": width, "height": WIDTHS.get(width, 900)},
            color_scheme=scheme,
        )
        page = context.new_page()
        page.emulate_media(media=options.media, color_scheme=scheme)
        for language in options.languages.split(","):
            for kind, path in site.paths.items():
                if kinds and kind not in kinds:
                    continue
                page.goto(("" if language == "ar" else f"/{language}") + path)
                page.evaluate(LOAD_EVERYTHING)
                name = f"{contents}-{kind}-{language}-{width}-{scheme}.png"
                page.screenshot(path=Path(options.folder, name), full_page=True)
                if (language, width, scheme, contents) == ("ar", 1440, "light", "rich"):
                    show_in_readme(page, kind)
        context.close()


def show_in_readme(page, kind):
    if kind in IN_README:
        file, head = IN_README[kind]
        page.locator(head).evaluate("e => e.scrollIntoView({behavior: 'instant'})")
        page.screenshot(path=ROOT / "docs" / file)


def main():
    options = chosen()
    Path(options.folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for contents in options.contents.split(","):
            with served(contents) as site:
                take(browser, site, contents, options)
        browser.close()
    print(f"Look at {options.folder}")


if __name__ == "__main__":
    main()
