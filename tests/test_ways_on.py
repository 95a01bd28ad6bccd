"""No page is a dead end: what is empty says so and leads on, what errs speaks each language."""

import re

import pytest

from ampcpp.models import SiteDetails
from governance.models import Roster
from tests.error_pages import error_page
from tests.factories import (
    make_activity,
    make_category,
    make_document,
    make_page,
    make_person,
    make_programme,
    make_release,
    make_roster,
    make_seat,
    make_term,
)
from tests.test_pages import in_order, main_of

pytestmark = pytest.mark.django_db
HOMES = ["/", "/fr/", "/en/"]


def empty_in(html):
    return html.partition('class="empty"')[2].partition("</div>")[0]


def languages_of(html):
    switch = html.partition('class="language-switch"')[2].partition("</nav>")[0]
    return re.findall(r'href="([^"]*)"', switch)


def test_lists_without_a_row_have_nothing_to_narrow(client):
    for path, said, ways in [
        ("/en/news/", "No news has been published yet.", ["/en/contact/"]),
        ("/en/documents/", "No document has been published yet.", ["/en/news/", "/en/contact/"]),
    ]:
        html = main_of(client, path)
        assert said in empty_in(html)
        assert re.findall(r'href="([^"]*)"', empty_in(html)) == ways
        assert 'class="filter"' not in html


def test_a_list_narrowed_to_nothing_can_be_widened(client):
    make_document(kind="report", issued_on="2022-06-01")
    make_release("خبر", category=make_category("meetings"))
    make_category("reports")
    for path, said, wider in [
        ("/en/news/?category=reports", "No release matches.", "/en/news/"),
        ("/en/documents/?kind=circular", "No document matches.", "/en/documents/"),
    ]:
        html = main_of(client, path)
        assert said in empty_in(html)
        assert f'href="{wider}"' in empty_in(html)
        assert 'class="filter"' in html


def test_lists_say_how_many_there_are(client, demo):
    make_document(kind="circular")
    assert "15 releases" in main_of(client, "/en/news/")
    assert "15 releases" in main_of(client, "/en/news/?page=2")
    assert "3 documents" in main_of(client, "/en/documents/")
    assert "1 document<" in main_of(client, "/en/documents/?kind=circular")


def test_a_person_of_whom_nothing_is_known(client):
    html = main_of(client, make_person().get_absolute_url())
    assert 'href="/governance/"' in empty_in(html)


def test_what_a_person_is_stands_under_the_name(client, noon):
    term = make_term(starts_on="2022-01-29")
    head = main_of(client, term.person.get_absolute_url()).partition("</header>")[0]
    assert in_order(head, term.person.name, term.title)
    term.ends_on = "2022-02-01"
    term.save()
    head = main_of(client, term.person.get_absolute_url()).partition("</header>")[0]
    assert term.title not in head


def test_the_home_page_shows_a_bureau_once_somebody_sits_in_it(client, noon):
    seat = make_seat(make_roster())
    assert 'id="bureau"' not in main_of(client, "/")
    make_term(seat=seat)
    assert Roster.objects.count() == 1
    assert 'id="bureau"' in main_of(client, "/")


def test_an_activity_that_is_not_translated_is_marked(client, noon):
    programme = make_programme()
    make_activity(programme, "دورة", happens_on="2030-01-02")
    make_activity(programme, "لقاء", nature_fr="Rencontre", happens_on="2030-01-03")
    assert main_of(client, "/fr/").count("language-mark") == 1
    assert "language-mark" not in main_of(client, "/")


def test_contacts_come_before_the_text(client):
    SiteDetails.objects.create(name_ar="الجمعية", phone="0500 00 00 00")
    make_page(slug="contact", shows_contacts=True, body_ar="<p>كيف تراسلوننا</p>")
    html = main_of(client, "/pages/contact/")
    assert in_order(html, "0500 00 00 00", 'href="/contact/"', "كيف تراسلوننا")


def test_the_foot_of_every_page_leads_to_the_form(client):
    for path in ("/", "/nothing-here/"):
        assert 'href="/contact/"' in client.get(path).text.partition("<footer")[2]


def test_the_foot_tells_the_form_from_the_contact_details(client, demo):
    foot = client.get("/en/").text.partition("<footer")[2]
    links = re.findall(r'href="(/en/(?:pages/)?contact/)"[^>]*>([^<]+)<', foot)
    assert links == [("/en/pages/contact/", "Contact details"), ("/en/contact/", "Contact form")]


def test_what_is_not_there_leads_home_in_every_language(client):
    html = client.get("/fr/nothing-here/").text
    assert languages_of(html) == HOMES
    assert 'href="/fr/contact/"' in html.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", ["error-400", "error-403", "error-403-csrf", "error-500"])
def test_errors_lead_home_in_every_language(name):
    assert languages_of(error_page(name, "fr")) == HOMES
