"""Static files as production serves them."""

import os
import subprocess
import sys

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


def test_readers_fetch_one_sheet(tmp_path):
    """Twice, because the second time starts from what the first one left."""
    sources = settings.BASE_DIR / "static/css"
    parts = [
        p for p in sources.glob("*.css") if p.name != "site.css" and not p.name.startswith("admin")
    ]
    for _time in range(2):
        sheet = collected(tmp_path)["site.css"].read_text()
        assert "@import" not in sheet
        for part in parts:
            assert sheet.count(part.read_text()) == 1, part.name


def test_its_fonts_are_named_by_their_contents(tmp_path):
    files = collected(tmp_path)
    hashed = next(p for n, p in files.items() if n.startswith("site.") and len(n) == 21)  # noqa: PLR2004
    assert "fonts/plex-arabic-400." in hashed.read_text()
    assert 'fonts/plex-arabic-400.woff2"' not in hashed.read_text()
