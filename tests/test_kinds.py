"""The kinds of pages show every part there is, so that what opens them all sees every part."""

import pytest
from django.conf import settings
from django.db import transaction
from django.test.signals import template_rendered

from tests.every_page import every_page

pytestmark = pytest.mark.markup
COMPONENTS = settings.BASE_DIR / "templates" / "components"


@pytest.fixture
def rendered():
    """The names of the templates that this test renders."""
    names = set()

    def note(template, **_others):
        names.add(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def test_every_component_stands_on_a_page_of_some_kind(db, rendered):
    for contents in ("rich", "empty"):
        with transaction.atomic():
            list(every_page(contents))
            transaction.set_rollback(True)
    every = {f"components/{path.name}" for path in COMPONENTS.iterdir()}
    assert every - rendered == set()


def test_a_component_without_a_page_would_be_noticed(db, rendered):
    next(every_page("empty"))
    assert "components/site_header.html" in rendered
    assert "components/video.html" not in rendered
