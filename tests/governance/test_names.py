"""Who is named in a text: the spellings that are found, the people that are not claimed."""

import time

import pytest

from governance.names import KnownPerson, KnownPlace, Names
from tests.factories import make_council, make_person

PEOPLE = [
    "عبد العزيز الدرويش",
    "نور الدين الأزرق",
    "سعيد الناصري",
    "لحسن زلماط",
    "اعتماد الزاهيدي",
    "عبد الله كاريم",
    "إبراهيم آيت القاصح",
    "محمد قاسمي",
    "محمد غازي",
    "كبير المعاشي",
    "محمد السلماني",
    "محمد سالم باهيا",
    "سعد بن مبارك",
    "أحمد خيار",
    "عبد المالك الكتاني",
]
LATIN = {"عبد العزيز الدرويش": ("Abdelaziz Derouiche",), "كبير المعاشي": ("Kabir El Maachi",)}
VARIANTS = {"لحسن زلماط": ("لحسن زلمط", "زلمت"), "محمد قاسمي": ("قاسيمي محمد",)}


def known(*names):
    return Names(
        people=[
            KnownPerson(number, name, LATIN.get(name, ()), VARIANTS.get(name, ()))
            for number, name in enumerate(names)
        ]
    )


NAMES = known(*PEOPLE)


def seen(text, names=NAMES):
    return [(one.written, one.right, one.is_right) for one in names.sightings(text)]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("نورالدين الأزرق", "نور الدين الأزرق"),
        ("عبدالعزيز الدرويش", "عبد العزيز الدرويش"),
        ("محمدقاسمي", "محمد قاسمي"),
        ("عبد العزيز درويش", "عبد العزيز الدرويش"),
        ("محمد القاسمي", "محمد قاسمي"),
        ("لحسن زلمط", "لحسن زلماط"),
        ("لحسن زلمت", "لحسن زلماط"),
        ("الحسن زلماط", "لحسن زلماط"),
        ("اعتماد الزهيدي", "اعتماد الزاهيدي"),
        ("اعتماد الزاهدي", "اعتماد الزاهيدي"),
        ("عبد الله كريم", "عبد الله كاريم"),
        ("سعيد الناصيري", "سعيد الناصري"),
        ("محمد سالم باهية", "محمد سالم باهيا"),
        ("إبراهيم آيت قاصح", "إبراهيم آيت القاصح"),
        ("عبد الملك الكتاني", "عبد المالك الكتاني"),
        ("المعاشي كبير", "كبير المعاشي"),
        ("السلماني محمد", "محمد السلماني"),
        ("السلمني محمد", "محمد السلماني"),
        ("محمد قاسيمي", "محمد قاسمي"),
        ("عبد العزيز الدروبش", "عبد العزيز الدرويش"),
        ("سعد بنمبارك", "سعد بن مبارك"),
        ("الكبير المعاشي", "كبير المعاشي"),
        ("باهيا محمد سالم", "محمد سالم باهيا"),
    ],
)
def test_another_spelling(written, right):
    assert seen(f"حضر السيد {written} اللقاء") == [(written, right, False)]


@pytest.mark.parametrize(
    "written",
    [
        "عبد العزيز الدرويش",
        "عَبد العزيز الدّرويش",
        "عبد  العزيز\u00a0الدرويش",
        "ابراهيم ايت القاصح",
        "محمد قاسمي",
    ],
)
def test_what_is_no_other_spelling(written):
    [(found, _, is_right)] = seen(f"حضر السيد {written}، رئيس المجلس")
    assert (found, is_right) == (written, True)


@pytest.mark.parametrize(
    ("text", "written", "is_right"),
    [
        ("ومحمد قاسمي", "محمد قاسمي", True),
        ("لمحمد قاسمي", "محمد قاسمي", True),
        ("وبمحمد قاسمي", "محمد قاسمي", True),
        ("وَمحمد قاسمي", "محمد قاسمي", True),
        ("والسلماني محمد", "السلماني محمد", False),
        ("للسلماني محمد", "لسلماني محمد", False),
    ],
)
def test_a_glued_word_is_left_out(text, written, is_right):
    [found] = NAMES.sightings(text)
    assert (found.written, found.is_right) == (written, is_right)
    assert text[found.start : found.end] == written


def test_a_right_spelling_is_one_click_away():
    text = "كلمة للسلماني محمد، ثم لحسن زلمط."
    for found in reversed(NAMES.sightings(text)):
        text = text[: found.start] + found.right + text[found.end :]
    assert text == "كلمة لمحمد السلماني، ثم لحسن زلماط."


def test_a_list_may_put_the_family_name_first():
    text = "المعاشي كبير: رئيس لجنة\n2- السلماني محمد\nالسلمني محمد: رئيس"
    assert [is_right for _, _, is_right in seen(text)] == [True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "الدرويش",
        "السيد الناصري",
        "عبد العزيز، الدرويش",
        "عبد العزيز\nالدرويش",
        "محمد قاسم",
        "محمد غازية",
        "أحمد خير",
        "سعد الناصري",
        "محمد الناصري",
        "علي بن محمد قاسمي",
        "مصطفى محمد سعيد الناصري",
        "سلطان بن عبد العزيز آل سعود",
        "محمد",
        "",
    ],
)
def test_nobody_is_claimed(text):
    assert seen(text) == []


def test_two_who_could_be_meant_are_claimed_for_neither():
    assert seen("حضر محمد غازي", known("محمد غازي", "محمد غازي", "سعيد الناصري")) == []
    assert seen("حضر سعيد زهدي", known("سعيد زاهدي", "سعيد زهيدي")) == []
    assert seen("حضر سعيد زهيدي", known("سعيد زاهدي", "سعيد زهيدي")) == [
        ("سعيد زهيدي", "سعيد زهيدي", True)
    ]


def test_the_longest_name_is_meant():
    names = known("محمد سالم", "محمد سالم باهيا")
    assert [right for _, right, _ in seen("محمد سالم باهيا ومحمد سالم", names)] == [
        "محمد سالم باهيا",
        "محمد سالم",
    ]


def test_names_side_by_side():
    text = "محمد قاسمي محمد غازي، وسعيد الناصري والمعاشي كبير السلماني محمد"
    assert [right for _, right, _ in seen(text)] == [
        *("محمد قاسمي", "محمد غازي", "سعيد الناصري", "كبير المعاشي", "محمد السلماني"),
    ]


def test_a_family_name_alone_is_somebody_named_before():
    text = "قال السيد الدرويش إن السيد سعيد الناصري حضر. وشكر للسيد الناصري حضوره"
    assert [(one.written, one.right) for one in NAMES.sightings(text)] == [
        ("سعيد الناصري", "سعيد الناصري"),
        ("الناصري", "الناصري"),
    ]


def test_a_family_name_of_two_is_nobodys():
    names = known("سعيد الناصري", "محمد الناصري")
    text = "سعيد الناصري ومحمد الناصري. قال السيد الناصري"
    assert len(names.sightings(text)) == 2


def test_latin_names():
    text = "M. Abdelaziz DEROUICHE et M. El Maachi Kabir"
    assert seen(text) == [
        ("Abdelaziz DEROUICHE", "Abdelaziz Derouiche", True),
        ("El Maachi Kabir", "Kabir El Maachi", True),
    ]


def test_a_long_text():
    text = "و".join(["محمد قاسمي "] * 2_000) + "ا" * 10_000
    start = time.process_time()
    assert len(NAMES.sightings(text)) == 2_000
    assert time.process_time() - start < 5


@pytest.mark.django_db
def test_loading(django_assert_num_queries):
    person = make_person("لحسن زلماط", name_fr="Lahcen Zellmat", variants="لحسن زلمط\n\n زلمط ")
    make_council("المجلس الإقليمي لصفرو")
    with django_assert_num_queries(2):
        names = Names.load()
        names.sightings("لحسن زلمط")
    assert names.people == (
        KnownPerson(person.number, "لحسن زلماط", ("Lahcen Zellmat",), ("لحسن زلمط", "زلمط"), "m"),
    )
    assert names.places == (KnownPlace("المجلس الإقليمي لصفرو", ("Conseil", "Council")),)
