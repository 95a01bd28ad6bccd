"""The admin of the site's own contents; the apps' admins stand in the apps."""

from ampcpp.admin import accounts, contents, documents, log, messages, searches  # noqa: F401 (registers)
