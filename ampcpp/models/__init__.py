"""The site's own contents: pages, documents, and the association's contact details."""

from ampcpp.models.document import Document
from ampcpp.models.page import Page
from ampcpp.models.site_details import SiteDetails

__all__ = ["Document", "Page", "SiteDetails"]
