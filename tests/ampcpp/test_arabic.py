"""Folding, words with their places, stems: tables of what is one word and what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ampcpp.arabic import SYNONYMS, WORD, fold, fold_with_positions, forms, stem, stems, words

FOLDED = {
    # NFKC
    "ﻣﺠﻠﺲ": "مجلس",
    "ﷲ": "الله",
    "ﬁn": "fin",
    # digits
    "٢٠٢٢": "2022",
    "۲۰۲۲": "2022",
    # tashkeel, superscript alef, Quranic marks, tatweel, hidden signs
    "التَّعْمِيرُ": "التعمير",
    "هٰذا": "هذا",
    "ٱلْكِتَٰبۖ": "الكتب",
    "الجمـــاعات": "الجماعات",
    "كي\u200dنيا": "كينيا",
    "كي\u200cنيا": "كينيا",
    "\u200fصفرو\u200e": "صفرو",
    "\u2067صفرو\u2069": "صفرو",
    "\ufeffصفرو": "صفرو",
    # letters
    "أإآٱ": "اااا",
    "آسفي": "اسفي",
    "ا\u0653سفي": "اسفي",
    "على": "علي",
    "عملی": "عملي",
    "کازا": "كازا",
    "ݣلميم": "كلميم",
    "گلميم": "كلميم",
    "ڭلميم": "كلميم",
    "ڤيينا": "فيينا",
    "پاريس": "باريس",
    "جمعية": "جمعيه",
    "مسؤول": "مسوول",
    "رئيس": "رييس",
    "شيء": "شي",
    "لقاء": "لقا",
    "لقاءات": "لقاءات",
    "لقاءء": "لقا",
    "لقاء، سماء": "لقا، سما",
    # Latin
    "TÉTOUAN": "tetouan",
    "Œuvre": "oeuvre",
    "Fès": "fes",
    "Straße": "strasse",
    "l’été": "l'ete",
}
#: What a reader takes for one word: looking for the first finds the second.
FINDS = [
    *[("تعمير", other) for other in ("والتعمير", "للتعمير", "بالتعمير", "وتعمير", "التعمير")],
    *[(other, "تعمير") for other in ("والتعمير", "للتعمير", "بالتعمير", "التعمير")],
    *[("لجنة", other) for other in ("للجنة", "اللجان", "اللجن", "وللجنة", "لجنتها")],
    *[("للجنة", other) for other in ("لجنة", "اللجنة")],
    *[("مجلس", other) for other in ("مجالس", "بالمجلس", "ومجلس", "لمجالس", "وبالمجالس", "مجالسها")],
    *[("مدينة", other) for other in ("بمدينة", "وبمدينة", "المدن")],
    *[("اجتماع", other) for other in ("اجتماعات", "اجتماعاتها", "واجتماعهم")],
    ("لقاء", "لقاءات"),
    ("مسؤول", "للمسؤولين"),
    ("وزارة", "ووزارة"),
    ("كاتب", "والكاتب"),
    ("جمعية", "جمعيات"),
    ("يوليو", "يوليوز"),
    ("سبتمبر", "شتنبر"),
    *[("الخميسات", other) for other in ("بالخميسات", "خميسات", "والخميسات")],
    *[(other, "الجديدة") for other in ("بالجديدة", "جديدة", "جديد", "الجديد")],
]
#: What must stay apart.
APART = [
    ("كتب", "كاتب"),
    ("وزارة", "زيارة"),
    ("كلية", "كل"),
    ("فاس", "اس"),
    ("جمعية", "الجمع"),
    ("إقليمي", "إقليم"),
    ("بلاغ", "بلغ"),
    ("ولاية", "والي"),
    ("لحسن", "حسناء"),
    ("مارس", "ممارسة"),
    ("آب", "غشت"),
    ("الخميسات", "الخميس"),
    ("الجديدة", "الجديد"),
    ("الداخلة", "داخل"),
    ("وجدة", "وجد"),
    ("السلطان", "السلطات"),
    ("سليمان", "سليم"),
    ("كانون", "كان"),
]
#: Words that begin like a clitic or an article, or end like an ending.
OWN = """
    وزارة كاتب كلية بلاغ ولاية فاس لقاء لجنة برنامج كتابة فدرالية والي والد بالغ كالسيوم فالح لله
    الله ألمانيا البيضاء باريس لاعب فن كم ماء هواء نساء ندوة قانون ميزان إنسان تكوين فنون ليون هن
    مهم فاهم أنا سنا ها هم نا ات ون ين ان ه ء و ف ب ل ك ال لل 2022 ٢٠٢٢ Rabat été x
"""
PLAIN = st.text(alphabet="ابتجحدرسعفقكلمنهويءآأإةىئؤٱـًَّ٠۱9 abcéÀ-،\u200f\u200d")


def test_fold():
    assert {word: fold(word) for word in FOLDED} == FOLDED


@pytest.mark.parametrize(("query", "text"), FINDS)
def test_finds(query, text):
    assert stems(fold(query)) & forms(fold(text))


@pytest.mark.parametrize(("query", "text"), APART)
def test_stays_apart(query, text):
    assert not stems(fold(query)) & forms(fold(text))


@pytest.mark.parametrize("word", OWN.split())
def test_a_word_finds_itself(word):
    for own in WORD.findall(fold(word)):
        assert stems(own) & forms(own)


def test_each_synonym_finds_its_word_and_back():
    for word, others in SYNONYMS.items():
        for other in others.split():
            assert stem(fold(other)) == stem(fold(word)) == stem(fold(f"ال{other}")), other


def test_words_stand_where_they_are_written():
    text = "يوم السبت30 أَبريل، بـ\u200fآسفي؛ l’Été (ﷺ)\u200f."
    assert [(word.folded, text[word.start : word.end]) for word in words(text)] == [
        ("يوم", "يوم"),
        ("السبت", "السبت"),
        ("30", "30"),
        ("ابريل", "أَبريل"),
        ("باسفي", "بـ\u200fآسفي"),
        ("l", "l"),
        ("ete", "Été"),
        # one sign, four words
        ("صلي", "ﷺ"),
        ("الله", "ﷺ"),
        ("عليه", "ﷺ"),
        ("وسلم", "ﷺ"),
    ]


@given(st.text())
def test_positions_are_those_of_the_folded_text(text):
    folded, positions = fold_with_positions(text)
    assert folded == fold(text)
    assert positions == sorted(positions)
    assert len(positions) == len(folded) + 1
    assert positions[-1] == len(text)


@given(PLAIN)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(PLAIN)
def test_every_word_of_a_text_finds_it(text):
    for word in WORD.findall(fold(text)):
        assert stems(word) & forms(word)


@settings(max_examples=300)
@given(st.text(st.characters(codec=None, categories=None)))
def test_nothing_is_an_error(text):
    """Lone surrogates and NUL included."""
    assert [word.folded for word in words(text)] == WORD.findall(fold(text))
    for word in words(text):
        assert stems(word.folded)
        assert forms(word.folded)
