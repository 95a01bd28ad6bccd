"""The annual programme of activities: what is planned, when, and what became of it."""

from programme.models.activity import Activity
from programme.models.programme import Programme

__all__ = ["Activity", "Programme"]
