"""How else a word of a name is written, in Arabic and in Latin letters, and what was meant by a
word that is nearly one. Learnt from the names that the site knows in both scripts."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain

from ampcpp.arabic import stem
from ampcpp.sounds import extra_vowels, key, keys, sound_the_same
from governance.names.groups import groups_of_person, groups_of_place

#: Of a word that is heard as a name. Arabic ones are shorter, and more of them sound alike:
#: السلام is not سالم. A Latin one of two is heard when its vowels are the same as well: Saeed.
FEWEST_CONSONANTS = {"latin": 2, "arabic": 4}
FEWEST_WITHOUT_VOWELS = 3
FEWEST_LETTERS = 4
MANY_LETTERS = 8
#: Letters that no Moroccan name in Latin letters has: such a word is not heard as one.
NOT_IN_NAMES = set("pvx")


class Spellings:
    """The words of the known names, those that are one name in a group."""

    def __init__(self, people, places):
        self.groups = defaultdict(set)  # folded → the folded words of the same name
        self.by_key = defaultdict(set)  # sound → folded
        self.written = {}  # folded → as it is written
        self.count = Counter()
        for group in chain(*map(groups_of_person, people), *map(groups_of_place, places)):
            self.add({one for spelling in group for one in with_and_without_article(spelling)})

    def add(self, group):
        """Spellings of one name."""
        folded = {one.folded for one in group}
        for one in sorted(group, key=lambda one: one.written):
            self.written.setdefault(one.folded, one.written)
            self.count[one.folded] += 1
            if not one.is_part:
                self.groups[one.folded] |= folded
                for sound in keys(one.folded):
                    self.by_key[sound].add(one.folded)

    def expansions(self, word):
        """The other spellings of a folded word that is a name, or that sounds like one."""
        known = {word} if word in self.groups else self.heard(word)
        return frozenset(chain.from_iterable(self.groups[other] for other in known)) - {word}

    def heard(self, word):
        """The known words of the other script that sound like it, those of the nearest vowels."""
        fewest = FEWEST_CONSONANTS["arabic" if is_arabic(word) else "latin"]
        consonants = len(key(word).lstrip("awy"))
        if consonants < fewest or not NOT_IN_NAMES.isdisjoint(word):
            return set()
        by_distance = defaultdict(set)
        for other in chain.from_iterable(self.by_key.get(sound, ()) for sound in keys(word)):
            if consonants < FEWEST_WITHOUT_VOWELS and not sound_the_same(word, other):
                continue
            by_distance[distance(word, other)].add(other)
        by_distance.pop(None, None)
        return by_distance[min(by_distance)] if by_distance else set()

    def suggestion(self, word):
        """The known word that was probably meant, as it is written; None for one that is known."""
        if len(word) < FEWEST_LETTERS or word in self.written or self.expansions(word):
            return None
        most = 2 if len(word) >= MANY_LETTERS else 1
        near = [
            (edits, -self.count[other], written)
            for other, written in self.written.items()
            if stem(word) != stem(other) and (edits := edits_between(word, other, most)) is not None
        ]
        return min(near)[2] if near else None


def with_and_without_article(spelling):
    """Both where an Arabic name has one: a reader may look for either."""
    yield spelling
    bare = spelling.folded.removeprefix("ال")
    if bare != spelling.folded and len(bare) > 2 and not spelling.is_part:
        yield replace(spelling, folded=bare, written=spelling.written.removeprefix("ال"))


def distance(word, other):
    """How far the vowels of a word are from those of a known one, None for another name. An
    Arabic word must have all that are heard: كرم is not Karim."""
    if is_arabic(word) == is_arabic(other):
        return None
    if is_arabic(word):
        return 0 if extra_vowels(other, word) == 0 else None
    return extra_vowels(word, other)


def edits_between(one, other, most):
    """Letters put in, left out, exchanged, or two that change places; None for over ``most``."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return None
    before, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, against in enumerate(other, 1):
            edits = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                edits = min(edits, above[j - 2] + 1)
            row.append(edits)
    return row[-1] if row[-1] <= most else None


def is_arabic(word):
    return "\u0600" <= word[:1] <= "\u06ff"
