"""Spellings that a reader takes for one word, folded into one: for searching, never to show.

Pure functions. `fold` works on a text; `words` finds its words and where each stands in the
original; a word is kept under all its `forms` and looked for under its `stems`.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

#: Tashkeel, superscript alef, Quranic marks, tatweel, zero-width and bidi controls, BOM.
MARKS = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
MARK = re.compile(f"[{MARKS}]")
LETTERS = str.maketrans(
    "أإآٱىیکݣگڭڤپةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ااااييككككفبهوي01234567890123456789",
)
#: Two letters in French: œuvre is oeuvre.
LETTERS |= {ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae"}
FINAL_HAMZA = re.compile(r"ء+(?!\w)")
APOSTROPHES = str.maketrans("‘’ʼ`´", "'''''")
LATIN_ACCENTS = re.compile("[\u0300-\u036f]")
#: Digits are words of their own, also where they are glued to letters: «2022بمدينة».
WORD = re.compile(r"\d+|[^\W\d_]+")

#: Prefixes that carry the article. A bare و or ك is none of them: وزارة would become زارة.
ARTICLES = ("ولل", "وال", "بال", "كال", "فال", "ال", "لل")
CLITICS = "وفبلك"
PRONOUNS = ("ها", "هم", "نا")
ENDINGS = ("ات", "ون", "ين", "ان", "ه")
FEWEST_LETTERS = 3
#: Names, most of them of provinces, that without their ending are another word: الخميسات is not
#: Thursday, الجديدة not «new», وجدة not «found», السلطان not the authorities. Who asks means them.
WHOLE = {
    *("خميسات", "جديده", "داخله", "وجده", "محمديه", "يوسفيه", "بركان", "تماره", "اصيله"),
    *("سليمان", "سلطان", "كانون"),
}

#: What stemming cannot see: a word, and its broken plurals, other spellings or other months.
#: Months of two words, and آب, which is أب as well, are told in `months`.
SYNONYMS = {
    "مجلس": "مجالس",
    "لجنة": "لجان",
    "هيئة": "هيأة",
    "رئيس": "رؤساء",
    "إقليم": "أقاليم",
    "جهة": "جهات",
    "عضو": "أعضاء",
    "نائب": "نواب",
    "وزير": "وزراء",
    "مدير": "مدراء",
    "برنامج": "برامج",
    "نشاط": "أنشطة",
    "مشروع": "مشاريع",
    "قانون": "قوانين",
    "مرسوم": "مراسيم",
    "تقرير": "تقارير",
    "وثيقة": "وثائق",
    "مدينة": "مدن",
    "فبراير": "شباط",
    "مارس": "آذار",
    "أبريل": "نيسان",
    "ماي": "مايو أيار",
    "يونيو": "حزيران",
    "يوليوز": "يوليو تموز",
    "غشت": "أغسطس",
    "شتنبر": "سبتمبر أيلول",
    "نونبر": "نوفمبر",
    "دجنبر": "ديسمبر",
}


@dataclass(frozen=True)
class Word:
    """A folded word; ``start`` and ``end`` are its place in the original text."""

    folded: str
    start: int
    end: int


def fold(text):
    """``text`` without hamza, marks, tatweel, accents or case: آسفي and اسفي, Tétouan and tetouan.

    Arabic is folded before anything is decomposed: decomposing turns آ into two characters.
    """
    return FINAL_HAMZA.sub("", fold_letters(text))


def fold_letters(text):
    """`fold` but for the final hamza, the one rule that asks what stands beside a letter."""
    text = unicodedata.normalize("NFKC", text).translate(APOSTROPHES)
    text = MARK.sub("", text).translate(LETTERS)
    return LATIN_ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))


def fold_with_positions(text):
    """``fold(text)``, and for each of its characters the index in ``text`` of what it comes from;
    one more index, the length of ``text``, ends the list."""
    letters, positions = [], []
    for start, cluster in clusters(text):
        folded = fold_cluster(cluster)
        letters.append(folded)
        positions += [start] * len(folded)
    folded = "".join(letters)
    dropped = {index for match in FINAL_HAMZA.finditer(folded) for index in range(*match.span())}
    kept = [place for index, place in enumerate(positions) if index not in dropped]
    return FINAL_HAMZA.sub("", folded), [*kept, len(text)]


def clusters(text):
    """``(start, characters)``: a character with the marks that belong to it."""
    start = 0
    for index in range(1, len(text)):
        if not continues(text[index]):
            yield start, text[start:index]
            start = index
    if text:
        yield start, text[start:]


@lru_cache(maxsize=4096)
def continues(character):
    """Whether normalizing may compose it with the character before it: marks, Korean vowels."""
    first = unicodedata.normalize("NFKC", character)[0]
    return (
        unicodedata.category(first)[0] == "M"
        or "\u1160" <= first <= "\u11ff"
        or MARK.match(first) is not None
    )


@lru_cache(maxsize=4096)
def fold_cluster(cluster):
    return fold_letters(cluster)


def words(text):
    """Every `Word` of ``text``, in its order."""
    folded, positions = fold_with_positions(text)

    def after(index):
        """Where the next sign begins; one sign may be several words, «ﷺ»."""
        return positions[bisect_right(positions, positions[index])]

    return [
        Word(match.group(), positions[match.start()], after(match.end() - 1))
        for match in WORD.finditer(folded)
    ]


def stem(word):
    """A folded word without its article and common endings, while three letters stay; of several
    words for one thing, the first."""
    bare = without_article(word)
    if bare not in WHOLE:
        bare = without_endings(bare)
    return first_synonyms().get(bare, bare)


def without_article(word):
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= FEWEST_LETTERS:
            return word[len(article) :]
    return word


def without_endings(word):
    """«اجتماعاتها» is اجتماع, «لجنتها» is لجن."""
    bare = without_ending(word, PRONOUNS)
    if bare != word and bare.endswith("ت") and not bare.endswith("ات"):
        bare = without_ending(bare, "ت")
    return without_ending(bare, ENDINGS).removesuffix("ء")


def without_ending(word, endings):
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= FEWEST_LETTERS:
            return word[: -len(ending)]
    return word


@cache
def first_synonyms():
    """Stem → the stem of the word that stands for it."""
    return {
        without_endings(fold(other)): without_endings(fold(word))
        for word, others in SYNONYMS.items()
        for other in others.split()
    }


@lru_cache(maxsize=65536)
def stems(word):
    """Under which terms a folded word is looked for. «للجنة» is the جنة or an لجنة."""
    found = {stem(word)}
    if word.startswith("لل"):
        found.add(stem(word[1:]))
    elif word.startswith("ولل"):
        found.add(stem(word[2:]))
    return frozenset(found)


@lru_cache(maxsize=65536)
def forms(word):
    """Under which terms a folded word is kept: its `readings`, a `WHOLE` one also without its
    ending («الدورة الجديدة»)."""
    found = readings(word)
    return found | {without_endings(form) for form in found & WHOLE}


def readings(word):
    """The stems of a folded word, also without a bare و ف ب ل or ك, of which nobody can say whether
    it belongs to the word (وزارة, كاتب)."""
    found = {stem(word)}
    bare = without_clitic(word, CLITICS)
    found.add(stem(bare))
    if bare != word and word[0] in "وف":
        found.add(stem(without_clitic(bare, "بلك")))
    return frozenset(found)


def without_clitic(word, clitics):
    if word[0] in clitics and len(word) > FEWEST_LETTERS:
        return word[1:]
    return word
