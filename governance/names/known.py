"""The people and places whose names the site knows, read once and then plain data."""

from dataclasses import dataclass
from functools import cached_property

from governance.names.finder import Finder
from governance.names.spellings import Spellings


@dataclass(frozen=True)
class KnownPerson:
    """``name_ar`` is given name, then family name; ``variants`` are other writings of it."""

    number: int
    name_ar: str
    latin: tuple = ()
    variants: tuple = ()
    gender: str = "m"

    @classmethod
    def of(cls, person):
        latin = latin_of(person.name_fr, person.name_en)
        return cls(person.number, person.name_ar, latin, lines_of(person.variants), person.gender)


@dataclass(frozen=True)
class KnownPlace:
    """A council by its full names: «المجلس الإقليمي لخريبكة», «Conseil provincial de Khouribga»."""

    name_ar: str
    latin: tuple = ()


@dataclass(frozen=True)
class Names:
    people: tuple = ()
    places: tuple = ()

    @classmethod
    def load(cls):
        """All that the database knows, in two queries."""
        from governance.models import Council, Person  # the rest of this package needs no database

        columns = ("number", "name_ar", "name_fr", "name_en", "variants", "gender")
        people = Person.objects.order_by("number").only(*columns)
        places = Council.objects.order_by("pk").values_list("name_ar", "name_fr", "name_en")
        return cls(
            people=tuple(map(KnownPerson.of, people)),
            places=tuple(KnownPlace(name or "", latin_of(fr, en)) for name, fr, en in places),
        )

    @cached_property
    def finder(self):
        return Finder(self.people)

    @cached_property
    def spellings(self):
        return Spellings(self.people, self.places)

    def sightings(self, text):
        """The known people whom a plain text names, in its order."""
        return self.finder.sightings(text)

    def expansions(self, word):
        """The other spellings, folded, of a folded word that is part of a known name."""
        return self.spellings.expansions(word)

    def suggestion(self, word):
        """«Did you mean»: the known word nearest to a folded one, as it is written, or None."""
        return self.spellings.suggestion(word)


def latin_of(*names):
    return tuple(dict.fromkeys(filter(None, names)))


def lines_of(text):
    return tuple(line.strip() for line in text.splitlines() if line.strip())
