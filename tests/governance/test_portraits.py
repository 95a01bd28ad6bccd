"""What stands in the place of a photo: the letters of a name, or the empty star of a seat."""

import pytest
from django.core.files.base import ContentFile

from governance.templatetags.people import initials
from tests.factories import make_person, make_roster, make_seat, make_term
from tests.pictures import picture


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("عبد العزيز الدرويش", "ع د"),
        ("سعد بن مبارك", "س م"),
        ("ابراهيم ايت القاصح", "ا ق"),
        ("حميد ال", "ح ا"),
        ("إدريس", "إ"),
        ("Abdelaziz Derouiche", "A D"),
        ("élie", "É"),
        ("  ", ""),
    ],
)
def test_initials(name, letters):
    assert initials(name) == letters


@pytest.mark.django_db
def test_a_seat_shows_a_photo_or_letters_or_nobody(client, noon):
    roster = make_roster()
    photo = ContentFile(picture("JPEG", (40, 40)), name="p.jpg")
    make_term(make_seat(roster), make_person("أحمد خيار", portrait=photo), "2022-01-29")
    make_term(make_seat(roster, position=2), make_person("محمد غازي"), "2022-01-29")
    make_seat(roster, position=3)
    html = client.get("/governance/").text
    assert html.count('<img class="portrait"') == 1
    assert '<span class="portrait portrait--drawn" aria-hidden="true"><span>م غ</span>' in html
    assert html.count("portrait--drawn") == html.count("portrait--vacant") == 1
