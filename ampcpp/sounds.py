"""Under which key the Latin (French, Moroccan) and the Arabic spellings of one name meet.

Pure functions. What meets is a proposal: Saad and Saïd have one key, and only ``extra_vowels``
tells which of them سعيد is.
"""

import re
from functools import lru_cache

from ampcpp.arabic import fold

#: Folded Arabic letters as sounds. ع is not heard; و and ي are vowels, but at the beginning.
ARABIC = str.maketrans(
    {
        **dict.fromkeys("طتث", "t"),
        **dict.fromkeys("دضذظ", "d"),
        **dict.fromkeys("سص", "s"),
        **dict.fromkeys("قك", "k"),
        **dict.fromkeys("حه", "h"),
        **dict(zip("بجخرزشغفلمن", "bjxrzcgflmn", strict=True)),
        **{"و": "U", "ي": "I", "ا": "A", "ع": "A", "ء": ""},
    }
)
#: Where an article is left out, in this order: at the beginning, and not heard: نور الدين.
ARABIC_ARTICLES = (
    re.compile(r"^ال(?=\w{2})"),
    re.compile(r"(?<=\w\w)ال(?=[تثدذرزسشصضطظلن]\w\w)"),
)
ARTICLE_HEARD = re.compile("^ا(?=ل[اعوي])")  # الأزرق, Lazrak
ARABIC_BEGINNINGS = ((r"^ا?و", "w"), (r"^ي", "y"), (r"^[اع]", "a"))
LATIN_ARTICLES = (
    re.compile(r"^(?:el|al(?=[^aeiouy]))(?=\w{3})"),
    re.compile(r"^[ae](?=([zsdtnrlc])\1|chch|shsh)"),  # assimilated: Azzahidi, Essaouira
)
LATIN_BEGINNINGS = ((r"^(?:ou|w)", "w"), (r"^(?:y|i(?=[aeou]))", "y"), (r"^[aeiou]", "a"))
#: Latin letters as the same sounds, in this order; capitals are what no later line may touch.
LATIN = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?:s|t)?ch|sh", "Ç"),
        (r"kh", "X"),
        (r"gh", "G"),
        (r"dj", "j"),
        (r"([dt])h", r"\1"),
        (r"ph|v", "f"),
        (r"p", "b"),
        (r"x", "ks"),
        (r"[qg]u(?=[eiy])|q", "k"),
        (r"g(?=[eiy])", "j"),
        (r"c(?=[eiy])", "s"),
        (r"[cg]", "k"),
        (r"(?<!^)(?:ou|[uow])", "U"),
        (r"(?<!^)(?:ee|(?<=a)e(?!e))", "I"),  # Saeed, Saed
        (r"(?<!^)[iy]", "I"),
        (r"(?<!^)[ae]", "A"),
    )
]
VOWELS = re.compile("[AUI]+")
SHORT = re.compile("A+")
DOUBLED = re.compile(r"([^\Waeiou])\1+|(ch|sh)\2")
FINAL_H = re.compile(r"(?<=[^h])A*h$")  # ه, ة or ح, which is often not written
NOT_ARABIC = re.compile("[^\u0621-\u064a]")
NOT_LATIN = re.compile("[^a-z]")


@lru_cache(maxsize=65536)
def sounds(name):
    """``name`` as consonants with the vowels between them: «dArUIcA». Spaces do not count."""
    name = fold(name)
    if letters := NOT_ARABIC.sub("", name):
        for article in ARABIC_ARTICLES:
            letters = article.sub("", letters)
        return of_arabic(letters)
    return of_latin(NOT_LATIN.sub("", name))


def of_arabic(letters):
    letters = beginning(DOUBLED.sub(r"\1", letters), ARABIC_BEGINNINGS)
    return FINAL_H.sub("", letters.translate(ARABIC))


def of_latin(letters):
    for article in LATIN_ARTICLES:
        letters = article.sub("", letters)
    letters = beginning(DOUBLED.sub(r"\1\2", letters), LATIN_BEGINNINGS)
    for pattern, sound in LATIN:
        letters = pattern.sub(sound, letters)
    return FINAL_H.sub("", letters.translate({ord("Ç"): "c", ord("X"): "x", ord("G"): "g"}))


def beginning(letters, beginnings):
    """A vowel at the beginning counts as a consonant: Ahmed is not Hamid."""
    for pattern, sound in beginnings:
        found = re.sub(pattern, sound, letters)
        if found != letters:
            return found
    return letters


def key(name):
    """The consonants: Derouiche, Darouich and درويش are «drc»."""
    return VOWELS.sub("", sounds(name))


def keys(name):
    """The keys of a name: الأزرق is Azrak or, the article become its first letter, Lazrak."""
    heard = ARTICLE_HEARD.sub("", NOT_ARABIC.sub("", fold(name)))
    also = VOWELS.sub("", of_arabic(heard)) if heard.startswith("ل") else ""
    return frozenset({key(name), also} - {""})


def sound_the_same(one, other):
    """Whether two names have one sound with a vowel i or ou in it: Saeed and سعيد, not Saad."""
    one, other = (SHORT.sub("A", sounds(name)) for name in (one, other))
    return one == other and not {"I", "U"}.isdisjoint(one)


def extra_vowels(latin, arabic):
    """How many of the vowels i and ou stand in the Latin spelling alone. None when the two do not
    meet: another key, or an Arabic و or ي that the Latin spelling does not have."""
    if key(latin) != key(arabic):
        return 0 if keys(latin) & keys(arabic) else None
    pairs = list(zip(between(latin), between(arabic), strict=True))
    silent = [there - said for said, there in pairs]
    if silent and silent[-1] == {"I"}:
        silent.pop()  # an a: بشرى
    return None if any(silent) else sum(len(said - there) for said, there in pairs)


def between(name):
    """The vowels i and ou that stand after the first consonant, after the second, …"""
    return [set(vowels) & {"U", "I"} for vowels in re.split("[^AUI]", sounds(name))[1:]]
