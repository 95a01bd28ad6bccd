"""What every template may read, fetched when used: the details, the menus, the banner."""

from django.utils.functional import SimpleLazyObject

from ampcpp.models import Banner, Page, SiteDetails


def site(request):
    """``site_details``, ``menu_pages`` (the published pages of both menus, one query), and
    ``banner``, the one to show now or None."""
    return {
        "site_details": SimpleLazyObject(SiteDetails.load),
        "menu_pages": SimpleLazyObject(lambda: list(Page.objects.published().exclude(menu=""))),
        "banner": SimpleLazyObject(lambda: Banner.objects.showing().first()),
    }
