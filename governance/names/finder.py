"""Who is named in a text, whatever the spelling: a slip, the family name first, a word glued.

A name is compared as letters without spaces, so that «نورالدين» and «نور الدين» are one. What two
people could be called is claimed for neither.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import chain, product

from ampcpp.arabic import MARK, fold_with_positions, words
from governance.names.parts import (
    Parts,
    is_near,
    is_near_given,
    loose,
    parts_of,
    parts_of_variant,
)
from governance.names.sighting import (
    EXACT,
    NEAR,
    NEAR_REVERSED,
    REVERSED,
    Candidate,
    Sighting,
    choose,
    put,
)
from governance.names.writing import family_of, is_entry, is_known_reversed, same_spelling

WORDS_OF_A_NAME = 8
#: Between the words of one name: spaces or a hyphen, never a comma or a new line.
GAP = re.compile(r"[^\S\n]*-?[^\S\n]*")
CLITIC = re.compile(r"[وف]?[بلك]|[وف]")
LOOSE_CLITIC = re.compile(r"ف?[بك]?")
#: After these a name goes on that began before: «علي بن محمد قاسمي».
GOES_ON = {"بن", "ابن", "بنت", "ال"}
#: Before a name these are the first name of somebody else, «علي محمد غازي», though nobody whom the
#: site knows is called so. None of them is another word as well.
GIVEN = {
    *("محمد", "احمد", "محمود", "علي", "حسن", "الحسن", "لحسن", "حسين", "الحسين", "عمر", "عثمان"),
    *("ادريس", "ابراهيم", "اسماعيل", "يوسف", "يونس", "موسي", "عيسي", "داود", "مصطفي", "خالد"),
    *("ياسين", "هشام", "سمير", "فواد", "بوشعيب", "المهدي", "عبدالله"),
    *("فاطمه", "خديجه", "عايشه", "زينب", "مريم", "نعيمه", "لطيفه", "ليلي", "حفيظه"),
}
#: With these it is a place: «جماعة سيدي موسى», «شارع الحسن».
OF_PLACES = {"سيدي", "مولاي", "بن", "بني", "اولاد", "ايت", "شارع", "جامعه", "مسجد", "مدرسه"}
COURTESIES = {"السيد", "السيده", "الاستاذ", "الاستاذه", "الدكتور", "الدكتوره", "الرئيس"}


class Finder:
    """Finds people in texts. It is built once for all of them."""

    def __init__(self, people):
        self.people = {person.number: person for person in people}
        self.canonical = {person.number: parts_of(person.name_ar) for person in people}
        self.writings = {person.number: self.writings_of(person) for person in people}
        self.givens = {parts.given for parts in chain.from_iterable(self.writings.values())}
        self.exact = defaultdict(dict)  # letters → {(tier, number): right}
        self.loose = defaultdict(set)  # letters that no slip touches → numbers
        for person in people:
            self.add(person)
        known = map(loose, self.exact)
        self.beginnings = {letters[:end] for letters in known for end in range(len(letters) + 1)}

    def writings_of(self, person):
        """Given and family names of the person, each as the site or a variant writes it."""
        canonical = self.canonical[person.number]
        found = [canonical, *(parts_of_variant(line, canonical) for line in person.variants)]
        found = [parts for parts in found if parts and parts.given and parts.family]
        pairs = product({p.given: 1 for p in found}, {p.family: 1 for p in found})
        return [Parts(*pair) for pair in pairs]

    def add(self, person):
        for parts in self.writings[person.number]:
            self.exact[parts.in_order][EXACT, person.number] = person.name_ar
            self.exact[parts.reversed].setdefault((REVERSED, person.number), person.name_ar)
            self.loose[loose(parts.in_order)].add(person.number)
            self.loose[loose(parts.reversed)].add(person.number)
        for name in person.latin:
            parts = parts_of(name)
            if parts.given:
                self.exact[parts.in_order][EXACT, person.number] = name
                self.exact[parts.reversed].setdefault((REVERSED, person.number), name)

    def sightings(self, text):
        found = words(text)
        chosen = choose(list(self.candidates(text, found)))
        named = [one for one in chosen if one.number is not None]
        ends = {one.end for one in chosen}
        named = [one for one in named if not self.is_in_a_longer_name(one, text, found, ends)]
        for one in list(self.family_names_alone(text, found, named)):
            put(named, one)
        return [self.sighting(text, one) for one in named]

    def candidates(self, text, found):
        """Every stretch of words that could be somebody's name."""
        for first, word in enumerate(found):
            letters, previous = "", None
            for following in found[first : first + WORDS_OF_A_NAME]:
                if previous and not is_one_gap(text[previous.end : following.start]):
                    break
                letters += following.folded
                if not self.may_begin(loose(letters)):
                    break
                yield from self.candidates_at(text, word, following.end, letters)
                previous = following

    def may_begin(self, letters):
        """Whether a name begins with these letters, or with those after «ف», «ب» or «ك»."""
        return any(
            letters[dropped:] in self.beginnings
            for dropped in range(3)
            if LOOSE_CLITIC.fullmatch(letters[:dropped])
        )

    def candidates_at(self, text, word, end, letters):
        for dropped, name in bare_of_clitics(letters, len(word.folded)):
            matches = self.matches(name)
            if matches:
                tier = min(tier for tier, _ in matches)
                best = {number: right for (at, number), right in matches.items() if at == tier}
                start = word.start + width(text[word.start : word.end], dropped)
                number, right = next(iter(best.items())) if len(best) == 1 else (None, "")
                yield Candidate(start, end, tier, number, right)

    def matches(self, letters):
        """(tier, number) → how the site writes it, of everybody who could be called so."""
        if letters in self.exact:
            return self.exact[letters]
        return {
            (tier, number): self.people[number].name_ar
            for number in self.loose.get(loose(letters), ())
            if (tier := self.tier_of_slip(letters, number)) is not None
        }

    def tier_of_slip(self, letters, number):
        tiers = {tier for parts in self.writings[number] for tier in self.slips(letters, parts)}
        return min(tiers, default=None)

    def slips(self, letters, parts):
        """One name must be as it should be; the other one may have a slip."""
        given, family = parts.given, parts.family
        if letters.startswith(given) and is_near(letters[len(given) :], family):
            yield NEAR
        if letters.endswith(given) and is_near(letters[: -len(given)], family):
            yield NEAR_REVERSED
        if letters.endswith(family) and self.may_be(letters[: -len(family)], given):
            yield NEAR
        if letters.startswith(family) and self.may_be(letters[len(family) :], given):
            yield NEAR_REVERSED

    def may_be(self, written, given):
        return written not in self.givens and is_near_given(written, given)

    def is_in_a_longer_name(self, one, text, found, ends):
        """«علي بن محمد قاسمي», «محمد سعيد الناصري»: somebody else. ``ends`` is where those end who
        may stand before."""
        place = bisect_right(found, one.start, key=lambda word: word.end)
        before = found[max(place - 2, 0) : place]
        if not before or before[-1].end in ends or not is_one_gap(text[before[-1].end : one.start]):
            return False
        last = before[-1].folded
        if last in GOES_ON or not self.givens.isdisjoint({last, before[0].folded + last}):
            return True
        written = text[before[-1].start : before[-1].end]
        return is_given(last, written) and before[0].folded not in OF_PLACES

    def family_names_alone(self, text, found, named):
        """«السيد الدرويش», once the text has said who that is."""
        families = defaultdict(set)
        for one in named:
            families[self.canonical[one.number].family].add(one.number)
        for place, word in enumerate(found[:-1]):
            if bare_courtesy(word.folded) not in COURTESIES:
                continue
            for family, numbers in families.items():
                end = self.end_of(family, text, found, place)
                if end and len(numbers) == 1:
                    yield Candidate(found[place + 1].start, end, EXACT, *numbers)

    def end_of(self, family, text, found, place):
        """Where the family name ends that stands after the word at ``place``, or None."""
        letters = ""
        for last in range(place + 1, min(place + 5, len(found))):
            if not is_one_gap(text[found[last - 1].end : found[last].start]):
                return None
            letters += found[last].folded
            if letters == family:
                following = found[last + 1].folded if last + 1 < len(found) else ""
                return None if following in self.givens else found[last].end
        return None

    def sighting(self, text, one):
        written = text[one.start : one.end]
        person = self.people[one.number]
        right = one.right or family_of(person.name_ar)
        is_right = same_spelling(written, right) or one.right in person.latin
        if one.tier == REVERSED and is_entry(text, one.start, one.end):
            is_right = is_right or is_known_reversed(written, person)
        return Sighting(one.start, one.end, one.number, written, right, is_right)


def is_given(word, written):
    """Whether a folded word is a first name, «وعلي» as well; not «على»."""
    names = {word, CLITIC.sub("", word, count=1)} & GIVEN
    return bool(names) and not (names == {"علي"} and written.endswith("ى"))


def is_one_gap(text):
    return GAP.fullmatch(MARK.sub("", text)) is not None


def bare_of_clitics(letters, length):
    """(how many letters are dropped, the rest): ومحمد is محمد, للدرويش is الدرويش. ``length`` is
    that of the first word, of which something must stay."""
    yield 0, letters
    for match in filter(None, (CLITIC.match(letters), re.match("[وف]", letters))):
        if match.end() < length - 1:
            rest = letters[match.end() :]
            yield match.end(), rest
            if match[0].endswith("ل") and rest.startswith("ل"):
                yield match.end(), f"ا{rest}"


def width(text, count):
    """How many characters of a text its first ``count`` folded letters take."""
    return fold_with_positions(text)[1][count]


def bare_courtesy(word):
    """«للسيد» and «والسيد» are «السيد»."""
    if word.startswith("لل"):
        return f"ا{word[1:]}"
    return word[1:] if word[0] in "وفبك" else word
