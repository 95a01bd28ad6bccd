"""The people of a release, linked where its text names them first, and listed in their order."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ampcpp.richtext import sanitize, to_text
from governance.models import Person
from governance.names import KnownPerson, Names
from news.models import Mention
from news.templatetags.names import linked, texts_with_links
from tests.factories import (
    make_person,
    make_release,
    make_seat,
    make_term,
)

PEOPLE = {
    number: Person(number=number, name_ar=name, name_fr=latin)
    for number, (name, latin) in enumerate(
        [
            ("عبد العزيز الدرويش", "Abdelaziz Derouiche"),
            ("لحسن زلماط", "Lahcen Zellmat"),
            ("محمد السلماني", "Mohamed Salmani"),
        ],
        start=1,
    )
}
SPACED = "لحسن\u00a0زلماط"
NAMES = Names(people=tuple(map(KnownPerson.of, PEOPLE.values())))


def link(number, written):
    return f'<a href="{PEOPLE[number].get_absolute_url()}">{written}</a>'


def with_links(html):
    return linked(html, NAMES, dict(PEOPLE))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>قال لحسن زلماط</p>", f"<p>قال {link(2, 'لحسن زلماط')}</p>"),
        ("<p>وقال ولحسن زلمط.</p>", f"<p>وقال و{link(2, 'لحسن زلمط')}.</p>"),
        ("<p>السلماني محمد</p>", f"<p>{link(3, 'السلماني محمد')}</p>"),
        ("<p>M. Lahcen ZELLMAT</p>", f"<p>M. {link(2, 'Lahcen ZELLMAT')}</p>"),
        (
            "<p>لحسن زلماط</p><p>لحسن زلماط</p>",
            f"<p>{link(2, 'لحسن زلماط')}</p><p>لحسن زلماط</p>",
        ),
        (
            "<p>لحسن زلماط ولحسن زلماط، ومحمد السلماني</p>",
            f"<p>{link(2, 'لحسن زلماط')} ولحسن زلماط، و{link(3, 'محمد السلماني')}</p>",
        ),
        (
            "<ul><li><strong>لحسن&nbsp;زلماط</strong> &amp; &lt;b&gt;</li></ul>",
            f"<ul><li><strong>{link(2, SPACED)}</strong> &amp; &lt;b&gt;</li></ul>",
        ),
        (
            "<p>&lt;b&gt; لحسن زلماط &amp;lt; &nbsp;</p>",
            f"<p>&lt;b&gt; {link(2, 'لحسن زلماط')} &amp;lt; \u00a0</p>",
        ),
        (
            "<h2>لحسن زلماط</h2><p>لحسن زلماط</p>",
            f"<h2>لحسن زلماط</h2><p>{link(2, 'لحسن زلماط')}</p>",
        ),
        (
            '<p><a href="/x"><em>لحسن</em> زلماط، محمد السلماني</a>: لحسن زلماط</p>',
            f'<p><a href="/x"><em>لحسن</em> زلماط، محمد السلماني</a>: {link(2, "لحسن زلماط")}</p>',
        ),
    ],
)
def test_links(html, expected):
    assert with_links(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>&nbsp;نص &quot;عادي&quot; &amp; غيره</p>",
        "<p><strong>لحسن</strong> زلماط</p>",
        "<p>لحسن<br>زلماط</p>",
        "<p>سعيد الناصري</p>",
        '<p><a href="/a>b" rel="noopener">لحسن زلماط</a></p>',
        "<figure><figcaption>لحسن زلماط</figcaption></figure>",
        '<p><a href="/لحسن زلماط">هنا</a></p>',
    ],
)
def test_what_stays_as_it_is(html):
    assert with_links(html) == html


def test_links_are_html_that_the_editor_may_write():
    html = with_links('<p>لحسن زلماط <em>و"غيره"</em></p><ul><li>محمد السلماني</li></ul>')
    assert sanitize(html).replace(' rel="noopener"', "") == html


TAGS = ["<p>", "</p>", "<a href='x>", "</a>", "<", ">", "</", "<h2", "<!--", '"', "'", "&", "&amp;"]
LETTERS = ["لحسن زلماط", "لحسن", " ", "زلمط", "&#x644;", "\u200f", "و", "Lahcen", "Zellmat"]
HTML = st.lists(st.sampled_from(TAGS + LETTERS) | st.text(max_size=5)).map("".join)


@given(HTML)
def test_broken_html(html):
    with_links(html)


@given(HTML)
def test_only_links_come_in(html):
    clean = sanitize(html)
    assert to_text(with_links(clean)) == to_text(clean)
    assert sanitize(with_links(clean)).count("<a ") == with_links(clean).count("<a ")


def test_two_hundred_people():
    letters = "بتجحدرسصعفقكلمن"
    pairs = [f"{one}ز{other}ط" for one in letters for other in letters][:200]
    people = {
        number: Person(number=number, name_ar=f"محمد {pair}") for number, pair in enumerate(pairs)
    }
    html = "".join(f"<p>حضر السيد {person.name_ar}، ثم غيره</p>" for person in people.values())
    start = time.process_time()
    html = linked(html, Names(people=tuple(map(KnownPerson.of, people.values()))), people)
    assert time.process_time() - start < 1
    assert html.count("<a href=") == 200


def named(release, *people):
    for position, person in enumerate(people, start=1):
        Mention.objects.create(release=release, person=person, position=position)


@pytest.mark.django_db
def test_the_page(client):
    salmani, zellmat = make_person("محمد السلماني"), make_person("لحسن زلماط", name_fr="L. Zellmat")
    release = make_release(
        "خبر عن لحسن زلماط",
        lead_ar="استقبل <b> لحسن زلمط",
        body_ar="<p>لحسن زلماط والسلماني محمد وسعيد الناصري</p>",
        happened_on="2022-06-01",
    )
    named(release, zellmat, salmani)
    make_person("سعيد الناصري")
    html = client.get(release.get_absolute_url()).text
    assert f'استقبل &lt;b&gt; <a href="{zellmat.get_absolute_url()}">لحسن زلمط</a>' in html
    assert (
        f'<p>لحسن زلماط و<a href="{salmani.get_absolute_url()}">السلماني محمد</a> وسعيد الناصري</p>'
    ) in html


@pytest.mark.django_db
def test_links_lead_to_the_language_of_the_page(client):
    person = make_person("لحسن زلماط", name_fr="Lahcen Zellmat")
    release = make_release(title_fr="Titre", body_fr="<p>M. Lahcen Zellmat</p>")
    named(release, person)
    html = client.get(f"/fr/news/{release.number}/", follow=True).text
    assert f'<p>M. <a href="/fr/governance/people/{person.number}/lahcen-zellmat/">' in html
    html = client.get(f"/en/news/{release.number}/", follow=True).text
    assert "<p>نص</p>" in html


@pytest.mark.django_db
def test_a_release_costs_no_more_queries_for_its_links(client, django_assert_num_queries):
    release = make_release(body_ar="<p>لحسن زلماط</p>")
    named(release, make_person("لحسن زلماط"))
    mentions = release.mentions.with_offices(release.day)
    list(mentions)
    release.photos.all()
    with django_assert_num_queries(0):
        texts_with_links(release, mentions)


@pytest.mark.django_db
def test_people_are_listed_in_protocol_order_and_with_the_office_of_the_day(client):
    first, second = make_person("محمد السلماني"), make_person("لحسن زلماط")
    make_term(make_seat(), second, "2022-01-29")
    release = make_release(happened_on="2022-06-01")
    named(release, first, second)
    Mention.objects.filter(person=first).update(position=7)
    html = client.get(release.get_absolute_url()).text
    listed = html[html.index('<section class="mentions"') :]
    assert listed.index("لحسن زلماط") < listed.index("رئيس الجمعية") < listed.index("محمد السلماني")


@pytest.mark.django_db
def test_a_person_page_lists_the_published_releases_that_name_them(client):
    person = make_person("لحسن زلماط")
    shown = make_release("خبر منشور")
    hidden = [
        make_release("خبر مسودة", state="draft"),
        make_release("خبر مسحوب", state="withdrawn"),
        make_release("خبر لاحق", published_at="2122-01-01T10:00:00Z"),
    ]
    make_release("خبر عن غيره")
    for release in (shown, *hidden):
        named(release, person)
    html = client.get(person.get_absolute_url()).text
    assert "خبر منشور" in html
    assert not [release.title for release in hidden if release.title in html]
    assert "خبر عن غيره" not in html
