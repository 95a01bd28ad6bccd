"""The staff guide says what the interface says, and shows every picture that is taken for it."""

import re

from babel.messages.pofile import read_po
from django.conf import settings

DOCS = settings.BASE_DIR / "docs"
GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")
PICTURES = DOCS / "guide"
MOST_BYTES = 80_000
LABEL = re.compile(r"\*\*([^*]+)\*\*")


def labels_of_the_interface():
    """Every text of our Arabic catalogues, as pages and scripts show it."""
    texts = set()
    for domain in ("django", "djangojs"):
        path = settings.BASE_DIR / f"locale/ar/LC_MESSAGES/{domain}.po"
        with path.open("rb") as file:
            for message in read_po(file, "ar"):
                texts |= {message.string} if isinstance(message.string, str) else set()
    return texts


def test_every_label_it_names_is_one_of_the_interface():
    named = {" ".join(label.split()) for label in LABEL.findall(GUIDE)}
    assert len(named) > 50
    assert named - labels_of_the_interface() == set()


def test_its_pictures_are_those_that_are_taken():
    shown = re.findall(r"!\[[^]]+\]\(guide/([^)]+)\)", GUIDE)
    taken = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    assert sorted(shown) == sorted(taken)
    assert {name: size for name, size in taken.items() if size > MOST_BYTES} == {}


def test_its_list_of_tasks_leads_to_every_heading():
    listed = re.findall(r"^- \[(.+)\]\(#(.+)\)$", GUIDE, re.MULTILINE)
    headings = re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)
    assert listed == [(heading, anchor(heading)) for heading in headings]


def anchor(heading):
    """As GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_it_is_read_from_right_to_left():
    assert GUIDE.startswith('<div dir="rtl" lang="ar">\n\n# ')
    assert GUIDE.endswith("\n\n</div>\n")
