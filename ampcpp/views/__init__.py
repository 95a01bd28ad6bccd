"""The public pages that belong to no app: home, search, pages, documents, the contact form."""

from ampcpp.views.contact import Contact, ContactSent, form_expired
from ampcpp.views.documents import DocumentFile, DocumentList
from ampcpp.views.home import Home
from ampcpp.views.pages import PageDetail
from ampcpp.views.search import Search

__all__ = [
    "Contact",
    "ContactSent",
    "DocumentFile",
    "DocumentList",
    "Home",
    "PageDetail",
    "Search",
    "form_expired",
]
