from ampcpp.detail import PublishableDetail
from ampcpp.models import Page


class PageDetail(PublishableDetail):
    model = Page
    template_name = "pages/page_detail.html"
