"""A row of each Publishable in each state: what a leak would leak."""

import datetime

from django.utils import timezone

from ampcpp.models import Document, Page
from news.models import Release
from programme.models import Programme
from tests.factories import make_document, make_page, make_programme, make_release

MAKERS = {
    Release: make_release,
    Page: make_page,
    Programme: make_programme,
    Document: make_document,
}
HOUR = datetime.timedelta(hours=1)


def state_values():
    """For each state, the values that make it; «scheduled withdrawn» was never public."""
    now = timezone.now()
    return {
        "draft": {"state": "draft", "published_at": None},
        "review": {"state": "in_review", "published_at": None},
        "scheduled": {"state": "published", "published_at": now + HOUR},
        "published": {"state": "published", "published_at": now - HOUR},
        "withdrawn": {"state": "withdrawn", "published_at": now - HOUR},
        "withdrawn-early": {"state": "withdrawn", "published_at": now + HOUR},
        "trashed": {"state": "published", "published_at": now - HOUR, "trashed_at": now},
    }


STATES = list(state_values())


def make_in_every_state(model, prefix="", **values):
    """One row for each state, titled with it; by state."""
    return {
        state: MAKERS[model](f"{prefix}{state}", **values, **state_value)
        for state, state_value in state_values().items()
    }
