"""Whatever is asked, the search answers: operators of databases, marks, ten thousand letters."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ampcpp.models import EmptySearch

pytestmark = pytest.mark.django_db
ANSWERS = {200, 404}

pieces = st.one_of(
    st.sampled_from(
        [
            *("AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", "terms:", "rowid:1", "*", "^", "-", "+"),
            *("&", "|", "!", "<->", "<2>", ":*", ":A", "(", ")", "{", "}", "[", "]", "\\", ";"),
            *('"', "'", '""', "''", '"*"', "“", "”", "«", "»", "„", "%", "_", "$1", "%s", "{}"),
            *("\x00", "\ud800", "\udfff", "\ufeff", "\u200f", "\u202e", "\u2067", "ـ", "َ", "ّ"),
            *("في", "من", "و", "ال", "مجلس", "الجمعية", "ﷺ", "٢٠٢٢", "2022", "🙂", "\n", "\t", " "),
            *("é", "İ", "ß", "ﬁ", "가", "\u1100\u1161", "ஔ", "x" * 300, "ا" * 300),
        ]
    ),
    st.text(st.characters(codec=None, categories=None), max_size=8),
)
questions = st.lists(pieces, max_size=12).map("".join) | st.lists(pieces, max_size=6).map(" ".join)
parameters = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["releases", "people", "activities", "documents", "pages", ""]),
        "after": st.sampled_from(["0.1", "1.5", "3.0", "x", "", "9" * 40, "0.-1", "٢.٢"]) | pieces,
        "year": st.sampled_from(["2022", "0", "-1", "9" * 20, "x"]) | pieces,
        "category": st.sampled_from(["meetings", "none"]) | pieces,
        "person": st.sampled_from(["1", "0", "9" * 30, "x"]) | pieces,
        "order": st.sampled_from(["relevance", "x"]),
        "typing": st.just("1"),
    },
)


def encoded(text):
    return text.encode("utf-8", "surrogatepass")


@settings(max_examples=150)
@given(question=questions, given_with=parameters, prefix=st.sampled_from(["", "/fr"]))
@example(question="ا" * 10_000, given_with={}, prefix="")
@example(question="في من إلى على", given_with={}, prefix="")
@example(question="ًٌٍَُِّْـ", given_with={}, prefix="")
@example(question='"مجلس', given_with={"kind": "releases"}, prefix="")
@example(question='"', given_with={"typing": "1"}, prefix="")
@example(question='مجلس" "', given_with={}, prefix="/fr")
@example(question="\x00", given_with={}, prefix="")
@example(question="\ud800مجلس", given_with={"after": "\ud800"}, prefix="")
@example(question="مجلس*", given_with={"kind": "releases", "order": "relevance"}, prefix="")
def test_every_question_is_answered(client, demo, question, given_with, prefix):
    query = {"q": question, **given_with}
    query = {name: encoded(value) for name, value in query.items()}
    response = client.get(f"{prefix}/search/?{urlencode(query)}")
    assert response.status_code in ANSWERS


@pytest.mark.parametrize(
    "raw", ["%ff", "%c3%28", "%ed%a0%80", "%00", "%", "%u0645", "%f0%28%8c%bc"]
)
def test_bytes_that_are_no_text(client, demo, raw):
    assert client.get(f"/search/?q={raw}").status_code == 200
    assert client.get(f"/search/?q=x&kind={raw}").status_code == 404


def test_operators_are_only_words(client, demo):
    """Asked with what its database takes for an operator, a word finds what it finds alone."""

    def found(question):
        response = client.get(f"/search/?q={quote(question)}")
        return [(group["kind"], group["results"].count) for group in response.context["groups"]]

    alone = found("التعمير")
    assert alone
    for sign in ("-", "+", "^", "(", ")", "!", "&", "|", ":", "'", '"', "{", "}", "\\", "<->", ";"):
        assert found(f"{sign}التعمير") == found(f"التعمير{sign}") == alone, sign


def test_a_question_without_words_finds_nothing_and_is_not_counted(client, demo):
    for question in ("ـ", "…", "«»", "َ", "*", '""', "\u200f"):
        response = client.get(f"/search/?q={quote(question)}")
        assert response.context["groups"] == []
    assert not EmptySearch.objects.exists()
