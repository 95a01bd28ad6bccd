"""What a phone fetches on its first visit to the home page, photos apart: requests and bytes.

Encoded sizes, headers and bodies as they come over the wire, from the site that `served` runs.
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import sync_playwright  # noqa: E402

from bench.served import served  # noqa: E402

PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 3, "is_mobile": True}


def fetched(page, url):
    """Path and bytes over the wire of everything that is asked for while the page opens."""
    requests = []

    def on_finished(request):
        requests.append(request)

    page.on("requestfinished", on_finished)
    page.goto(url, wait_until="networkidle")
    for request in requests:
        sizes = request.sizes()
        yield (
            request.url.removeprefix(url),
            sizes["responseHeadersSize"] + sizes["responseBodySize"],
        )


def main():
    with sync_playwright() as playwright, served() as site:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for language in ("", "/fr"):
            everything = sorted(fetched(browser.new_page(**PHONE), f"{site.url}{language}/"))
            photos = [size for path, size in everything if "media/" in path]
            rest = [(path, size) for path, size in everything if "media/" not in path]
            for path, size in rest:
                print(f"{size:8} {path or '/'}")
            total = sum(size for _path, size in rest) / 1000
            print(f"{language or '/ar'}: {len(rest)} requests, {total:.1f} kB without photos")
            print(f"{len(photos)} photos, {sum(photos) / 1000:.1f} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
