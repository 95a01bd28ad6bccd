"""What the checker says of two words that became one, and of one that became two."""

import pytest

from tests.news.test_checker import found

GLUED = {
    "بالمجهوداتالتي": "بالمجهودات التي",
    "إنشاء": "إن شاء",
    "مقرالجمعية": "مقر الجمعية",
    "دورالمجالس": "دور المجالس",
    "وفدالجمعية": "وفد الجمعية",
    "يومالخميس": "يوم الخميس",
    "بعدالزوال": "بعد الزوال",
    "عددالمستفيدين": "عدد المستفيدين",
    "شهرالجاري": "شهر الجاري",
    "معالمندوبية": "مع المندوبية",
    "وعددكبير": "وعدد كبير",
    "لبرنامجالعمل": "لبرنامج العمل",
    "والتعاونبين": "والتعاون بين",
    "المجلسالإقليمي": "المجلس الإقليمي",
}
APART = {
    "التنم ية": "التنمية",
    "ال دعم": "الدعم",
    "الجما عات": "الجماعات",
}
#: One word each, or two, although they could be cut or put together elsewhere.
RIGHT = [
    *("الفيلالي", "بنيعيش", "جاذبية", "المستمر", "استقبالهم", "لبرامجها", "سالونيك", "آل سعود"),
    *("عبد العزيز", "نور الدين", "إد موسى", "أبو بكر", "بن مبارك", "في حين", "من بين", "ما لم"),
    *("عز وجل", "وسيتضمن"),
]


@pytest.mark.parametrize(("written", "right"), GLUED.items())
def test_two_words_that_became_one(written, right):
    assert found(f"قال {written} الله") == [("glued", written, right)]


@pytest.mark.parametrize(("written", "right"), APART.items())
def test_one_word_that_became_two(written, right):
    assert found(f"قال {written} هنا") == [("spaces", written, right)]


@pytest.mark.parametrize("written", RIGHT)
def test_what_is_right(written):
    assert found(f"قال {written} هنا") == []
