"""What can be read in the reader's language comes first, and the rest stands apart."""

import pytest

from tests.ampcpp.test_search_pages import titles
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def test_the_language_of_the_reader_comes_first(client):
    make_release("رابط", title_fr="Rencontre", body_fr="<p>x</p>", published_at="2021-05-01T10:00Z")
    make_release("رابط Rencontre")
    for prefix, expected in (
        ("", ["رابط Rencontre", "رابط"]),
        ("/fr", ["Rencontre", "رابط Rencontre"]),
    ):
        response = client.get(f"{prefix}/search/", {"q": "rencontre", "kind": "releases"})
        assert titles(response) == expected


def test_what_is_in_another_language_stands_apart(client):
    """A place written in French does not make a text French."""
    make_release("لقاء Rabat", place_ar="الرباط", place_fr="Rabat")
    rabat = {"title_fr": "Rencontre à Rabat", "body_fr": "<p>x</p>"}
    make_release("لقاء", **rabat, published_at="2021-05-01T10:00Z")
    response = client.get("/fr/search/", {"q": "rabat", "kind": "releases"})
    assert titles(response) == ["Rencontre à Rabat", "لقاء Rabat"]
    before, after = response.text.split("<h3>Dans une autre langue</h3>")
    assert "Rencontre à" in before
    assert "لقاء" in after
    only_arabic = client.get("/fr/search/", {"q": "لقاء Rabat", "kind": "releases"}).text
    assert only_arabic.count('<ul class="results__list">') == only_arabic.count("<h3>Dans") + 1
