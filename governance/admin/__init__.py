"""The admin of governance: people and councils, and a roster whole on one page."""

from governance.admin import people, rosters  # noqa: F401 (register)
