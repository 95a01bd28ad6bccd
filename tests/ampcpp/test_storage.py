"""Static files as production serves them."""

import os
import subprocess
import sys

import pytest
from django.conf import settings


def collected(folder):
    """The files of `collectstatic` with production settings, by name."""
    environment = {k: v for k, v in os.environ.items() if k != "DEBUG"}
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"],
        cwd=settings.BASE_DIR,
        env=environment | {"SECRET_KEY": "x" * 50, "STATIC_ROOT": str(folder)},
        check=True,
    )
    return {path.name: path for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Collected twice, because the second time starts from what the first one left."""
    folder = tmp_path_factory.mktemp("static")
    collected(folder)
    return collected(folder)


def test_readers_fetch_one_sheet(files):
    sources = settings.BASE_DIR / "static/css"
    parts = [
        p for p in sources.glob("*.css") if p.name != "site.css" and not p.name.startswith("admin")
    ]
    sheet = files["site.css"].read_text()
    assert "@import" not in sheet
    for part in parts:
        assert sheet.count(part.read_text()) == 1, part.name


def test_its_fonts_are_named_by_their_contents(files):
    hashed = next(p for n, p in files.items() if n.startswith("site.") and len(n) == 21)  # noqa: PLR2004
    assert "fonts/plex-arabic-400." in hashed.read_text()
    assert 'fonts/plex-arabic-400.woff2"' not in hashed.read_text()
