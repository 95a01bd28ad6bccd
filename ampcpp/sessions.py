"""Sessions in the database, whose keys are only looked up when they could be keys.

A cookie is whatever a visitor sends: PostgreSQL refuses a key with a null byte by an error.
"""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    def _validate_session_key(self, key):
        return super()._validate_session_key(key) and key.isascii() and key.isalnum()
