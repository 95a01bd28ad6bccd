"""The page of a release: what stands beside what, in which letters, and where it leads on."""

import pytest
from django.utils import timezone

from news.models import Release
from tests.factories import make_person, make_release
from tests.test_pages import text_of

pytestmark = pytest.mark.django_db
NASKH = 'naskh-400.woff2" as="font"'


def day(number):
    return f"2022-06-{number:02}T10:00:00Z"


@pytest.mark.parametrize(
    ("path", "is_asked_for"),
    [("", True), ("/fr", False), ("/en", True)],  # English falls back to Arabic
)
def test_the_letters_of_a_long_text_are_asked_for_first(client, path, is_asked_for):
    release = make_release(title_fr="Titre", body_fr="<p>Texte</p>")
    html = client.get(f"{path}/news/{release.number}/", follow=True).text
    assert (NASKH in html) == is_asked_for
    assert NASKH not in client.get(f"{path}/news/").text


def test_a_comma_stands_between_the_place_and_its_days(client):
    days = {"happened_on": "2022-11-29", "happened_until": "2022-12-02"}
    release = make_release(place_en="Rabat", title_en="Title", body_en="<p>x</p>", **days)
    html = client.get(f"/en/news/{release.number}/", follow=True).text
    assert "Rabat , 29 November – 2 December 2022" in text_of(html)
    assert "<span>Rabat</span>," in html


def test_why_a_text_was_withdrawn_stands_in_the_notice(client):
    values = {"change_note_ar": "سحب لأن اللقاء تأجل.", "noted_at": timezone.now()}
    withdrawn = make_release(state="withdrawn", **values)
    html = client.get(withdrawn.get_absolute_url()).text
    notice = html.partition("notice--withdrawn")[2].partition("</p>")[0]
    assert "سحب لأن اللقاء تأجل." in notice
    assert "release__change" not in html
    assert "release__change" in client.get(make_release(**values).get_absolute_url()).text


def test_the_neighbours_are_not_told_twice(client):
    releases = [make_release(f"خبر {n}", published_at=day(n)) for n in range(1, 6)]
    context = client.get(releases[2].get_absolute_url()).context
    assert (context["previous"], context["next"]) == (releases[1], releases[3])
    assert list(context["related"]) == [releases[4], releases[0]]


def test_those_that_share_people_come_first(client):
    person = make_person()
    before, one, after, same_people, same_category = (
        make_release(f"خبر {n}", published_at=day(n)) for n in range(1, 6)
    )
    for release in (one, same_people):
        release.mentions.create(person=person)
    context = client.get(one.get_absolute_url()).context
    assert (context["previous"], context["next"]) == (before, after)
    assert list(context["related"]) == [same_people, same_category]


def test_a_neighbour_that_is_not_translated_is_marked(client):
    make_release("خبر", published_at=day(1))
    release = make_release(title_en="Title", body_en="<p>x</p>", published_at=day(2))
    html = client.get(f"/en/news/{release.number}/", follow=True).text
    neighbours = html.partition('class="neighbours"')[2].partition("</nav>")[0]
    assert "Previous release" in neighbours
    assert neighbours.count("language-mark") == 1


def test_the_only_release_leads_to_all_the_news(client):
    path = f"/en/news/{make_release().number}/"
    assert "All the news" in client.get(path, follow=True).text.partition("<main")[2]
    make_release()
    assert Release.objects.count() == 2
    assert "All the news" not in client.get(path, follow=True).text.partition("<main")[2]
