"""What is advised on a draft: what the checker found, and whom the text names though the list of
people does not. Advice only: nothing is stored, and nothing is refused."""

from functools import cached_property
from itertools import groupby

from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from governance.models import Person, Presidency, Term
from news.checker import Draft, Knowledge, check
from news.models import Release

MOST_BYTES = 100_000
MOST_SHOWN = 30
PLACES = ["title", "lead", "body", ""]


class Advice:
    """On one draft; ``listed`` are the numbers of the people in its list, ``documents`` those that
    are attached."""

    def __init__(self, draft, listed=(), documents=()):
        self.draft, self.listed, self.documents = draft, frozenset(listed), documents
        texts = (draft.title, draft.lead, draft.body)
        self.is_too_long = sum(len(text.encode()) for text in texts) > MOST_BYTES
        self.is_given = not self.is_too_long and bool(draft.lines)

    @classmethod
    def of(cls, release):
        """On a release as it is saved."""
        listed = {mention.person_id for mention in release.mentions.all()}
        return cls(Draft.of(release), listed, release.documents.all())

    @cached_property
    def knowledge(self):
        return Knowledge.load(self.draft)

    @cached_property
    def findings(self):
        return check(self.draft, self.knowledge) if self.is_given else []

    @cached_property
    def groups(self):
        """Of each place its name, and pairs of a message and its findings; of the first ones."""
        shown = sorted(self.findings[:MOST_SHOWN], key=lambda one: PLACES.index(one.place))
        return [
            (name_of(place), by_message(found))
            for place, found in groupby(shown, key=lambda one: one.place)
        ]

    @property
    def left_out(self):
        return max(len(self.findings) - MOST_SHOWN, 0)

    @cached_property
    def unlisted(self):
        """The numbers of the people whom the text names and the list does not."""
        if not self.is_given:
            return []
        text = "\n".join(line.text for line in self.draft.lines)
        named = (seen.number for seen in self.knowledge.names.sightings(text))
        return [number for number in dict.fromkeys(named) if number not in self.listed]

    @cached_property
    def people(self):
        """The same people in protocol order, each with the ``offices`` of the day."""
        day = self.draft.day
        terms = Term.objects.serving(day).with_titles()
        presidencies = Presidency.objects.serving(day).select_related("council", "person")
        rows = Person.objects.prefetch_related(
            Prefetch("terms", terms, to_attr="seats"),
            Prefetch("presidencies", presidencies, to_attr="councils"),
        )
        found = rows.in_bulk(self.unlisted) if self.unlisted else {}
        people = [found[number] for number in self.unlisted if number in found]
        for person in people:
            person.offices = [*sorted(person.seats, key=place_of_term), *person.councils]
        return sorted(people, key=place_of)

    @cached_property
    def unread(self):
        """The documents that the public may not read yet, or not any more."""
        return [one for one in self.documents if one.stage != one.Stage.PUBLISHED]

    @property
    def count(self):
        """«3 ملاحظات», and how many people are proposed."""
        if not self.is_given:
            return ""
        notes, names = len(self.findings), len(self.unlisted)
        counts = [ngettext("%(count)s note", "%(count)s notes", notes) % {"count": notes}]
        if names:
            words = ngettext("%(count)s name to add", "%(count)s names to add", names)
            counts.append(words % {"count": names})
        return " · ".join(counts)


def name_of(place):
    """Of a field of the release, or of the whole."""
    if not place:
        return _("The whole release")
    return capfirst(Release._meta.get_field(place).verbose_name)


def by_message(findings):
    """Pairs of a message and the findings that it is about, in the order of the text."""
    found = {}
    for finding in findings:
        found.setdefault(finding.message, []).append(finding)
    return list(found.items())


def place_of_term(term):
    body = term.seat.roster.body
    return body.kind, body.position, term.seat.position


def place_of(person):
    """In protocol order: by the seat, then presidents of councils, then everybody else."""
    if person.seats:
        return (0, *min(map(place_of_term, person.seats)))
    return (1,) if person.councils else (2,)
