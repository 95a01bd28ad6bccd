"""What every template may read: the association's details and the menus, fetched when used."""

from django.utils.functional import SimpleLazyObject

from ampcpp.models import Page, SiteDetails


def site(request):
    """``site_details``, and ``menu_pages``: the published pages of both menus, one query."""
    return {
        "site_details": SimpleLazyObject(SiteDetails.load),
        "menu_pages": SimpleLazyObject(lambda: list(Page.objects.published().exclude(menu=""))),
    }
