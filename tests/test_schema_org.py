"""The check of structured data tells right from wrong."""

import pytest

from tests.schema_org import faults


def article(**values):
    return {"@context": "https://schema.org", "@type": "NewsArticle", **values}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (article(headline="x", datePublished="2022-03-01T10:00:00+01:00"), []),
        (article(image=["https://a.b/c.jpg", {"@type": "ImageObject"}]), []),
        (article(author={"@type": "NGO", "name": "x"}), []),
        (article(isAccessibleForFree=True, wordCount=3), []),
        ({"@context": "https://schema.org", "@graph": [{"@type": "Event"}]}, []),
        (article() | {"@context": "x"}, ["@context is not schema.org"]),
        (article() | {"@type": "Release"}, ["Release: no type Release"]),
        (article(title="x"), ["NewsArticle.title: not a property of NewsArticle"]),
        (article(heading="x"), ["NewsArticle.heading: no such property"]),
        (article(startDate="2022-03-01"), ["NewsArticle.startDate: not a property of NewsArticle"]),
        (article(headline=""), ["NewsArticle.headline: '' is none of ['Text']"]),
        (article(image=[]), ["NewsArticle.image: empty"]),
        (article(wordCount="3"), ["NewsArticle.wordCount: '3' is none of ['Integer']"]),
        (article(isAccessibleForFree="True"), None),
        (article(datePublished="1 March 2022"), None),
        (article(datePublished="2022-02-30"), None),
        (article(datePublished="2022-03-01T25:00:00+01:00"), None),
        (article(mainEntityOfPage="/news/1/"), None),
        (article(mainEntityOfPage="https://a.b/c d"), None),
        (article(author="x"), None),
        (article(author={"@type": "Place"}), None),
        (article(author={"@type": "Person", "name": 3}), None),
        (article(publisher={"@id": "https://a.b/#nobody"}), ["nothing is called https://a.b/#nobody"]),
        ({"@context": "https://schema.org", "@type": "Event", "eventStatus": "Cancelled"}, None),
        (article(attendees={"@type": "Person"}), ["NewsArticle.attendees: no such property"]),
    ],
)  # fmt: skip
def test_the_check_tells_right_from_wrong(block, expected):
    found = [*faults(block)]
    if expected is None:
        assert len(found) == 1
    else:
        assert found == expected
