"""Whatever the address says, the answer is a page, a redirect or an error that is the reader's."""

import re
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.surfaces import public_patterns

pytestmark = pytest.mark.django_db
ANSWERS = {200, 301, 302, 400, 404, 414}
ROUTES = sorted({route for _name, route in public_patterns()})
CONVERTER = re.compile(r"<(?:\w+:)?\w+>")

numbers = st.one_of(
    st.integers(min_value=0),
    st.integers(min_value=2**63 - 2, max_value=2**63 + 2),
    st.sampled_from([1, 7, 15, 2022, 32768, "9" * 5000, "٧", "-1", "1.5"]),
).map(str)
words = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="ابتةيء-%/\x00\u200f\ud800", max_size=30),
    st.sampled_from(["2022-01-29", "2022-02-30", "0000-00-00", "bureau", "%00", "%D8", "\x00"]),
    st.just("خبر" * 3000),
)
values = st.one_of(numbers, words)
queries = st.dictionaries(
    st.sampled_from(
        [
            *("q", "page", "category", "year", "month", "person", "kind", "language", "order", "x"),
            *("subject", "about"),
        ]
    ),
    st.one_of(
        values, st.sampled_from(["releases", "people", "training", "date", "meetings", "last"])
    ),
    max_size=4,
)

#: Address → what it answers, in the end.
KNOWN_BAD = {
    "/news/99999/": 404,
    "/news/99999999999999999999999/x/": 404,
    "/news/?page=0": 404,
    "/news/?page=999": 404,
    "/news/?page=abc": 404,
    "/news/?year=1999": 404,
    "/news/?month=13": 404,
    "/news/?category=nothing": 404,
    "/news/?category=%00": 404,
    "/news/?person=%00": 404,
    "/programme/1999/": 404,
    "/programme/2022/?kind=nothing": 404,
    "/governance/2022-02-30/": 404,
    "/governance/2022-01-29/nothing/": 404,
    "/governance/people/999/x/": 404,
    "/documents/999/x": 404,
    "/documents/?language=de": 404,
    "/de/": 404,
    "/search/?q=%00": 200,
    "/search/?q=" + "ا" * 10_000: 200,
    "/search/?q=ا&kind=nothing": 404,
    "/search/?q=ا&kind=releases&after=x": 404,
    "/search/?q=ا&kind=releases&after=9.1": 404,
    "/search/?q=ا&kind=releases&year=x": 404,
    "/search/?q=ا&kind=releases&category=none": 404,
    "/search/?q=ا&kind=releases&person=99999": 404,
    "/nowhere": 404,
    "/%ff%fe/": 404,
}


def quoted(text):
    return quote(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("route", ROUTES)
@settings(max_examples=90)
@given(data=st.data())
def test_no_address_is_an_error_of_ours(client, demo, route, data):
    prefix = data.draw(st.sampled_from(["", "fr/", "en/"]))
    path = CONVERTER.sub(lambda _match: quoted(data.draw(values)), route)
    query = urlencode(
        {key: value.encode("utf-8", "surrogatepass") for key, value in data.draw(queries).items()}
    )
    response = client.get(f"/{prefix}{path}?{query}", follow=False)
    assert response.status_code in ANSWERS


@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "head", "patch"])
def test_other_methods_are_no_error_of_ours(client, demo, method):
    for path in ("/", "/news/", "/n/1", "/programme/2022/calendar.ics", "/search/?q=x", "/nowhere"):
        assert getattr(client, method)(path).status_code in ANSWERS | {405}


@pytest.mark.parametrize(
    "key", ["aaaaaaaa\x00aaaa", '"aaaaaaaa\\000aaaa"', "'; DROP TABLE", "é" * 9]
)
def test_a_cookie_is_whatever_a_visitor_sends(client, demo, key):
    client.cookies["sessionid"] = key
    for path in ("/", "/news/99999/", "/pages/none/", "/admin/"):
        assert client.get(path).status_code in ANSWERS


def test_an_unknown_host_is_a_bad_request(client, demo):
    for host in ("evil.example", "a b", "[::", "testserver:x"):
        assert client.get("/", headers={"host": host}).status_code == 400


def test_a_path_that_looks_like_a_host_leads_nowhere_else(client, demo):
    response = client.request(PATH_INFO="//evil.example/news/", REQUEST_METHOD="GET")
    assert response.status_code == 404
    assert "//evil.example" not in response.text


def test_known_bad_addresses(client, demo):
    found = {path: client.get(path, follow=True).status_code for path in KNOWN_BAD}
    assert found == KNOWN_BAD


@pytest.mark.parametrize(
    ("path", "words"),
    [("/nowhere", "الصفحة"), ("/fr/nowhere", "Page"), ("/en/nowhere", "Page not found")],
)
def test_not_found_speaks_the_reader_s_language(client, demo, path, words):
    response = client.get(path)
    assert response.status_code == 404
    assert words in response.text


def test_a_long_question_is_refused_in_words(client, demo):
    response = client.get("/search/?q=" + "ا" * 300)
    assert "200" in response.text
    assert "errorlist" in response.text


@pytest.mark.parametrize(("path", "language"), [("/", "ar"), ("/fr/", "fr"), ("/en/", "en")])
def test_a_broken_site_says_so_in_the_reader_s_language(client, demo, monkeypatch, path, language):
    def broken(self):
        raise RuntimeError("broken")

    monkeypatch.setattr("ampcpp.views.home.Home.activities", broken)
    client.raise_request_exception = False
    response = client.get(path)
    assert response.status_code == 500
    assert f'lang="{language}"' in response.text
