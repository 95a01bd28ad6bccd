"""The map of the house: which room may import which, and how large a file may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Each room, and the rooms below it that it may import.
ROOMS = {
    "ground": set(),
    "governance": {"ground"},
    "news": {"ground", "governance"},
    "programme": {"ground", "governance", "news"},
    "roof": {"ground", "governance", "news", "programme"},
}
#: What of the project package stands on the ground floor; the rest of it is the roof.
GROUND = {
    *("admin", "apps", "arabic", "context", "dates", "detail", "django_messages", "fields"),
    *("files", "uploads"),
    *("filters", "formats", "languages", "middleware", "migrations", "models", "parts", "pictures"),
    *(
        "access",
        "admin_site",
        "allauth_messages",
        "diff",
        "groups",
        "log",
        "months",
        "sender",
        "publishing",
        "richtext",
        "schema",
        "search",
        "sessions",
        "settings",
        "slugs",
        "sounds",
        "storage",
        "templatetags",
        "translation",
        "typography",
        "widgets",
        "workflow",
    ),
}
LONGEST = 300  # lines


def sources():
    for folder in ("ampcpp", "governance", "news", "programme"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def room_of(module):
    """The room of a dotted module of ours, or None for one that is not ours."""
    top, _, rest = module.partition(".")
    if top == "ampcpp":
        return "ground" if rest.partition(".")[0] in GROUND else "roof"
    return top if top in ROOMS else None


def imports(path):
    """Dotted names that a file imports: `from news import views` is `news.views`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", list(sources()), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downwards(path):
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    room = room_of(module)
    above = {
        name
        for name in imports(path)
        if room_of(name) not in (None, room) and room_of(name) not in ROOMS[room]
    }
    assert above == set()


def test_the_rule_would_notice():
    assert room_of("ampcpp.views.home") == room_of("ampcpp.demo.loading") == "roof"
    assert room_of("ampcpp.publishing") == "ground"
    assert room_of("django.db") is None
    assert "news" not in ROOMS["governance"]


def test_no_file_is_long():
    suffixes = {".py", ".html", ".css", ".js"}
    ours = [
        path
        for path in ROOT.rglob("*")
        if path.suffix in suffixes
        and not {".venv", "node_modules", "var", "staticfiles", "migrations", ".git"}
        & set(path.parts)
    ]
    long = {
        str(path.relative_to(ROOT)): count
        for path in ours
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert ours
    assert long == {}
