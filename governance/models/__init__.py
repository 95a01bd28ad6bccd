"""Who holds which office, since when: mandates, bodies, offices, people and their councils.

History is never deleted here: what others point to is protected, and a term that is over gets an
end, not a deletion.
"""

from governance.models.council import Council, Presidency
from governance.models.mandate import Body, Mandate
from governance.models.person import Person
from governance.models.roster import Office, Roster, Seat
from governance.models.term import Term, with_holders

__all__ = [
    "Body",
    "Council",
    "Mandate",
    "Office",
    "Person",
    "Presidency",
    "Roster",
    "Seat",
    "Term",
    "with_holders",
]
