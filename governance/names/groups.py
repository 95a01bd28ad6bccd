"""Which words are one name in two scripts: paired by their sound in the names of one thing."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from ampcpp.arabic import words
from ampcpp.sounds import keys
from governance.names.parts import AFTER, ALIKE, BEFORE, letters_of, units

#: What a council's name says besides its place, without article; never a name.
OF_COUNCILS = {
    *("مجلس", "عماله", "عمالات", "اقليم", "اقاليم", "اقليمي", "اقليميه", "جهه", "دار", "مدينه"),
    *("conseil", "prefectoral", "prefecture", "provincial", "province", "region", "ville", "de"),
    *("du", "des", "d", "la", "le", "les", "l", "et", "council", "prefectural", "of", "the", "and"),
}


@dataclass(frozen=True)
class Spelling:
    """A word of a name, folded and as written. A part, العزيز in «عبد العزيز», is found by who
    looks for the name, but is too common a word to stand for it."""

    folded: str
    written: str
    is_part: bool = False


def groups_of_person(person):
    """For each unit of the name its spellings: Abdelaziz, عبدالعزيز, العزيز; Derouiche, الدرويش."""
    own = [(letters_of(unit), spellings_of(unit, person.name_ar)) for unit in units(person.name_ar)]
    for name in (*person.latin, *person.variants) if own else ():
        for unit in units(name):
            likeness, (_, group) = max(
                ((likeness_of(letters_of(unit), pair[0]), pair) for pair in own),
                key=lambda found: found[0],
            )
            if likeness >= ALIKE:
                group += spellings_of(unit, name)
    return [group for _, group in own]


def spellings_of(unit, name):
    """A unit written as one, and what of it is a word of its own."""
    whole = Spelling(letters_of(unit), name[unit[0].start : unit[-1].end])
    if len(unit) == 1:
        return [whole]
    is_part = unit[0].folded == "عبد" or unit[-1].folded in AFTER
    own = [word for word in unit if word.folded not in BEFORE | AFTER]
    return [
        whole,
        *(Spelling(word.folded, name[word.start : word.end], is_part) for word in own),
    ]


def groups_of_place(place):
    """The words of a council's names that sound alike: Khouribga, خريبكة."""
    arabic = list(words_of_place(place.name_ar))
    for name in place.latin if arabic else ():
        for latin in words_of_place(name):
            likeness, other = max(
                ((likeness_of(latin.folded, other.folded), other) for other in arabic),
                key=lambda found: found[0],
            )
            if likeness >= ALIKE:
                yield [latin, other]


def words_of_place(name):
    """«لخريبكة» is خريبكة too, «للعيون» is العيون."""
    for word in words(name):
        written = name[word.start : word.end]
        found = [Spelling(word.folded, written)]
        if word.folded.startswith("لل"):
            found = [Spelling(f"ا{word.folded[1:]}", f"ا{written[1:]}")]
        elif word.folded[0] in "لبو":
            found.append(Spelling(word.folded[1:], written[1:]))
        if not any(one.folded.removeprefix("ال") in OF_COUNCILS for one in found):
            yield from found


def likeness_of(one, other):
    """From 0 to 1, by the sound of two words: إبراهيم is nearly Brahim."""
    pairs = product(keys(one), keys(other))
    return max((SequenceMatcher(None, *pair).ratio() for pair in pairs), default=0)
