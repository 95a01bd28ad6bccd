"""Every page of the admin in every language, and no word on it of another one."""

import re

import pytest
from django.utils import translation

from tests.admin_answers import answers
from tests.admin_pages import examples, patterns
from tests.office import Office
from tests.words import WORDS, foreign, said

pytestmark = pytest.mark.django_db
DIRECTIONS = {"ar": "rtl", "fr": "ltr", "en": "ltr"}


@pytest.fixture(
    params=["ar", *(pytest.param(other, marks=pytest.mark.markup) for other in ("fr", "en"))]
)
def office(request):
    office = Office()
    with translation.override(request.param):
        office.language = request.param
        yield office


def faults(office, name, response):
    """What is wrong with an answer; the words that were excused are kept in ``office.used``."""
    kind, text = response.headers.get("Content-Type", ""), response.getvalue().decode()
    if kind.startswith("text/html") and text:
        language = office.language
        head = re.search(r"<html[^>]*>", text)[0]
        if f'lang="{language}" dir="{DIRECTIONS[language]}"' not in head:
            yield f"{name}: {head}"
        strings = said(text)
    elif kind.startswith("text/csv"):
        strings = re.split("[,\r\n]", text)
    else:
        return
    found = foreign(office.language, strings) - office.typed
    office.used |= found & WORDS
    if found - WORDS:
        yield f"{name}: {sorted(found - WORDS)}"


def test_every_page_opens_and_says_no_foreign_word(office):
    pages = examples(office)
    assert set(pages) == set(patterns())
    found = []
    for name, visits in pages.items():
        for visit in visits:
            response = (visit.client or office.client).get(visit.path)
            if response.status_code != visit.status:
                found.append(f"{name}: {response.status_code} of {visit.path}")
            found += faults(office, name, response)
    for name, response in answers(office) if office.language != "en" else ():
        found += faults(office, name, response)
        if response.status_code not in (200, 429):
            found.append(f"{name}: {response.status_code}")
    assert found == []
    if office.language == "ar":
        assert WORDS - office.used == set(), "needless"
