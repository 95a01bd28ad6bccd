"""What the site knows of names: who is named in a text, and how else a name is written.

Plain data once loaded; nothing here writes, and nothing here says what may be shown.
"""

from governance.names.known import KnownPerson, KnownPlace, Names
from governance.names.sighting import Sighting

__all__ = ["KnownPerson", "KnownPlace", "Names", "Sighting"]
