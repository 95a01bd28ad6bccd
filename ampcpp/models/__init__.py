"""The site's own contents: pages, documents, banners, contact details, and what visitors write."""

from ampcpp.models.banner import Banner
from ampcpp.models.document import Document
from ampcpp.models.message import Message
from ampcpp.models.page import Page
from ampcpp.models.search import EmptySearch, SearchEntry
from ampcpp.models.site_details import SiteDetails

__all__ = [
    "Banner",
    "Document",
    "EmptySearch",
    "Message",
    "Page",
    "SearchEntry",
    "SiteDetails",
]
