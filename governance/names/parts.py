"""The parts of a name, given and family, as folded letters without spaces; and when two writings
are of one name. Which person is meant in a text is decided in ``sighting``."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from ampcpp.arabic import words

#: What belongs to the word after it: «عبد العزيز», «بن مبارك», «إد موسى», «Aït El Kasseh».
BEFORE = {
    *("عبد", "بن", "ابن", "بنت", "ايت", "اد", "ولد", "ابو", "بو", "ال"),
    *("el", "al", "ben", "ibn", "ait", "id", "ould", "abd", "abou", "bou"),
}
#: What belongs to the word before it: «نور الدين».
AFTER = {"الدين", "الله"}
ARTICLE = re.compile(r"^(بن|ابن|ايت|اد|ولد|ابو|بو)?ال(?=\w{3})")
LONG_VOWELS = set("اوي")
#: One sound at the end of a name.
END = set("اه")
#: Letters of one place on the keyboard or in speech: «عتمان» is «عثمان», «المرزوقي» «المرزوكي»;
#: a foreign g is any of three, «فاكوندو» is «فاغوندو».
DOTS = str.maketrans("ثذظقغ", "تدضكك")
#: Letters that differ in their dots alone, which eyes and machines mistake: «الدروبش»; ق has become
#: ك before.
SHAPES = str.maketrans("تثنيخجذزشضظغفق", "ببببححدرسصطعكك")
#: What slips touch; without them a writing and its slips are the same.
LOOSE = str.maketrans("جخذضطظصزشعغفق", "ححدددددرسكككك", "اويلهبتثن")
#: Below these many letters one vowel makes another name: سعد and سعيد, خيار and خير.
FEWEST_IN_FAMILY = 5
FEWEST_IN_GIVEN = 6
#: From this share of common letters on a word is another writing of a name.
ALIKE = 0.6


@dataclass(frozen=True)
class Parts:
    given: str
    family: str

    @property
    def in_order(self):
        return self.given + self.family

    @property
    def reversed(self):
        return self.family + self.given


def units(name):
    """The words of a name, those that belong together as one: (عبد, العزيز), (الدرويش)."""
    found, before = [], ()
    for word in words(name):
        if word.folded in AFTER and found and not before:
            found[-1] += (word,)
        elif word.folded in BEFORE:
            before += (word,)
        else:
            found.append((*before, word))
            before = ()
    return [*found, before] if before else found


def letters_of(unit):
    return "".join(word.folded for word in unit)


def parts_of(name):
    """Given name and family name of a name in that order; the last unit is the family's."""
    *given, family = map(letters_of, units(name) or [()])
    return Parts("".join(given), family)


def parts_of_variant(variant, parts):
    """Those of another writing of the name that has these ``parts``: in either order, or one
    name alone. None when it is one word of neither."""
    found = [letters_of(unit) for unit in units(variant)]
    if len(found) == 1:
        return parts_of_word(found[0], parts)
    if not found:
        return None
    last, first = Parts("".join(found[:-1]), found[-1]), Parts("".join(found[1:]), found[0])
    is_last = is_near(last.family, parts.family) or last.given == parts.given
    is_first = is_near(first.family, parts.family) or first.given == parts.given
    return first if is_first and not is_last else last


def parts_of_word(word, parts):
    """The name that it is most like takes its place."""
    likeness = {
        name: SequenceMatcher(None, word, name).ratio() for name in (parts.family, parts.given)
    }
    likest = max(likeness, key=likeness.get)
    if likeness[likest] < ALIKE:
        return None
    return Parts(parts.given, word) if likest == parts.family else Parts(word, parts.family)


def loose(letters):
    return letters.translate(LOOSE)


def is_near(written, family):
    """Whether a family name is written with or without its article, or with one slip."""
    if family.startswith("ال") and written.startswith("ل"):
        written = f"ا{written}"
    written, family = (ARTICLE.sub(r"\1", name.translate(DOTS)) for name in (written, family))
    if written == family or (written[:-1] == family[:-1] and {written[-1:], family[-1:]} == END):
        return True
    return max(len(written), len(family)) >= FEWEST_IN_FAMILY and is_slip(written, family)


def is_near_given(written, given):
    """The same for a given name. Only long ones bear a slip; لحسن is الحسن, الكبير is كبير, and
    بوشرى is بشرى."""
    shorter, longer = sorted((written.translate(DOTS), given.translate(DOTS)), key=len)
    with_article = f"ا{shorter}" if shorter.startswith("ل") else shorter
    if longer in (shorter, with_article, f"ال{shorter}", f"{shorter[:1]}و{shorter[1:]}"):
        return True
    return len(shorter) >= FEWEST_IN_GIVEN and is_slip(shorter, longer)


def turned(letters, at):
    """With two neighbours exchanged."""
    return letters[:at] + letters[at : at + 2][::-1] + letters[at + 2 :]


def is_slip(one, other):
    """Whether one long vowel is missing, is another one, or stands before its neighbour, «الدريوش»,
    or one letter has other dots. At the end only ا and ه are the same sound: قاسمي is not قاسم."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    if len(shorter) == len(longer):
        pair = {shorter[at : at + 1], longer[at : at + 1]}
        is_at_the_end = at == len(longer) - 1
        may_differ = (
            pair <= LONG_VOWELS
            or (is_at_the_end and pair == END)
            or len({letter.translate(SHAPES) for letter in pair}) == 1
        )
        if may_differ and shorter[at + 1 :] == longer[at + 1 :]:
            return True
        return bool(pair & LONG_VOWELS) and shorter == turned(longer, at)
    may_come = LONG_VOWELS if 0 < at < len(shorter) else {"ا"} if at == 0 else ()
    return longer[at] in may_come and shorter[at:] == longer[at + 1 :]
