"""The public pages that belong to no app: home, search, pages, documents."""

from ampcpp.views.documents import DocumentFile, DocumentList
from ampcpp.views.home import Home
from ampcpp.views.pages import PageDetail
from ampcpp.views.search import Search

__all__ = ["DocumentFile", "DocumentList", "Home", "PageDetail", "Search"]
