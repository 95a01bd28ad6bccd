"""People whom the site knows: their names spelled otherwise, or without a title."""

import re
from bisect import bisect_left

from ampcpp.arabic import CLITICS, stem, words
from governance.names.writing import is_entry
from news.checker.finding import Kind

COURTESIES = {
    word.folded
    for word in words(
        "السيد السيدة السيدان السيدين السيدتان السيدتين السادة السيدات الأستاذ الأستاذة الأساتذة "
        "الدكتور الدكتورة الدكاترة المهندس المهندسة الحاج الحاجة الأخ الأخت معالي سعادة المرحوم"
    )
}
#: Said of all that follow.
OF_MANY = {
    word.folded
    for word in words(
        "السيدان السيدين السيدتان السيدتين السادة السيدات الأساتذة الدكاترة الإخوة الأخوات "
        "رؤساء نواب أعضاء ممثلي ممثلو مستشاري مستشارو"
    )
}
#: «نائب رئيس الجمعية», «الكاتب العام»; by their stems, so that «لرئيسة» counts as well.
OFFICES = {
    stem(word.folded)
    for word in words(
        "رئيس رئيسة نائب نائبة كاتب كاتبة أمين أمينة عضو عضوة مستشار مستشارة مدير مديرة والي "
        "عامل وزير وزيرة سفير سفيرة ممثل ممثلة منسق منسقة مقرر مقررة برلماني برلمانية"
    )
}
#: After the last of several names, said of all: «… وحميد البابور، عضوا المكتب».
OF_ALL = {
    word.folded
    for word in words(
        "عضوا عضوي عضوان عضوين عضوتا عضوتان أعضاء عضوات نائبا نائبي نائبان نائبين نائبتا نائبتان "
        "نواب نائبات رئيسا رئيسي رئيسان رئيسين رئيستا رئيستان رؤساء رئيسات مستشارا مستشاري "
        "مستشاران مستشارين مستشارتا مستشارتان مستشارو مستشارون مستشارات ممثلا ممثلي ممثلان "
        "ممثلين ممثلو ممثلون ممثلات"
    )
}
#: Between two of them.
AND = re.compile(r"\s*[،,]?\s*و?\s*")
END_OF_SENTENCE = re.compile(r"[.؟!?]\s")
#: What a title before a name does not reach over, unless the name follows at once, or «وهم».
END_OF_CLAUSE = re.compile(r"[،؛,;]\s+(?!و?(?:من\s?|من بين)?هما?\b)(?=\w)")
#: How far apart the names of a list may stand, with their offices.
BETWEEN_NAMES = 80
#: What may stand between a name and the office after it: a comma, or «بصفته».
BEFORE_OFFICE = re.compile(r"\W*(?:\w*بصفت\w+\W+(?:\w+\W+){0,2})?")


def sightings(draft, names):
    """(line, place in it, `Sighting`) of everybody who is named. The whole text is read at once:
    «السيد الدرويش» is known by whom an earlier line names."""
    text = "\n".join(line.text for line in draft.lines)
    starts, end = [], 0
    for line in draft.lines:
        starts.append(end)
        end += len(line.text) + 1
    at = 0
    for seen in names.sightings(text):
        while at + 1 < len(starts) and starts[at + 1] <= seen.start:
            at += 1
        yield draft.lines[at], seen.start - starts[at], seen


def spellings(seen):
    """Names that the site writes otherwise."""
    for line, start, one in seen:
        if not one.is_right:
            end = start + one.end - one.start
            yield line.finding(Kind.NAME_SPELLING, start, end, one.right)


def without_titles(seen):
    """People who have no title anywhere in the text, where it first names them."""
    first, titled, lines, named, together = {}, set(), {}, {}, []
    for line, start, one in seen:
        first.setdefault(one.number, (line, start, one))
        if line not in lines:
            lines[line], named[line] = Titles(line), 0
        end = start + one.end - one.start
        if not (named[line] and AND.fullmatch(line.text, named[line], start)):
            together = []
        together.append(one.number)
        if lines[line].has_one(start, end, named[line]):
            titled.add(one.number)
        if lines[line].is_of_all(end):
            titled.update(together)
        named[line] = end
    for number, (line, start, one) in first.items():
        if number not in titled:
            yield line.finding(Kind.NO_PERSON_TITLE, start, start + one.end - one.start)


class Titles:
    """The titles in a line. They are looked for once, however many people it names."""

    def __init__(self, line):
        self.line = line
        titles = [(word.start, word.folded) for word in line.words if is_title(word.folded)]
        self.titles = [start for start, _ in titles]
        self.of_many = [start for start, word in titles if not bare_forms(word).isdisjoint(OF_MANY)]
        self.of_all = {word.start for word in line.words if word.folded in OF_ALL}
        self.offices = {start for start, word in titles if is_office(word)}
        self.sentences = [match.end() for match in END_OF_SENTENCE.finditer(line.text)]
        self.clauses = [match.end() for match in END_OF_CLAUSE.finditer(line.text)]
        self.end_of_many = None  # of the last name of which «السادة» is said

    def has_one(self, start, end, previous):
        """Whether a name has a title: one before it in its clause that belongs to nobody named
        before, who ends at ``previous``, or «السادة», which is said of all that follow in a list;
        or an office right after it. An entry of a list needs none."""
        if self.line.place == "body" and is_entry(self.line.text, start, end):
            return True
        begins = last_before(self.sentences, start + 1)
        clause = max(begins, last_before(self.clauses, start))
        return (
            self.is_one_of_many(start, end, begins, clause)
            or are_between(self.titles, max(clause, previous), start)
            or BEFORE_OFFICE.match(self.line.text, end).end() in self.offices
        )

    def is_of_all(self, end):
        """Whether the office after the name that ends there is said of those before it as well."""
        return BEFORE_OFFICE.match(self.line.text, end).end() in self.of_all

    def is_one_of_many(self, start, end, begins, clause):
        goes_on = self.end_of_many is not None and (
            begins < self.end_of_many and start - self.end_of_many < BETWEEN_NAMES
        )
        if goes_on or are_between(self.of_many, clause, start):
            self.end_of_many = end
            return True
        return False


def last_before(places, end):
    """The last of the places before ``end``, or 0."""
    at = bisect_left(places, end)
    return places[at - 1] if at else 0


def are_between(places, start, end):
    return bisect_left(places, start) < bisect_left(places, end)


def bare_forms(word):
    """«السيد» of «والسيد» and «للسيد»."""
    bare = word[1:] if word[0] in CLITICS else word
    return {word, bare, f"ا{bare}" if word.startswith("لل") else bare}


def is_office(word):
    """«رئيس», «ورئيس», «برئيس»."""
    bare = word[1:] if word[0] in CLITICS else word
    return not {stem(word), stem(bare)}.isdisjoint(OFFICES)


def is_title(word):
    return is_office(word) or not bare_forms(word).isdisjoint(COURTESIES)
