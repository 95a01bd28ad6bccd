"""The HTML of every kind of page and of error, in every language, as the server sends it."""

from django.conf import settings
from django.test import Client

from tests import kinds
from tests.error_pages import HANDLERS, error_page

LANGUAGES = [code for code, name in settings.LANGUAGES]


def prefix(language):
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def every_page(contents):
    """(«home-ar», HTML) of each page with the contents of that function of the kinds."""
    client = Client()
    paths = getattr(kinds, contents)()
    for language in LANGUAGES:
        for kind, path in paths.items():
            response = client.get(prefix(language) + path, follow=True)
            yield f"{kind}-{language}", response.content.decode()
        for name in HANDLERS:
            yield f"{name}-{language}", error_page(name, language)
