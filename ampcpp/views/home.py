"""The home page: it gathers from every app and decides nothing of its own."""

from django.views.generic import TemplateView

from ampcpp.dates import today
from ampcpp.models import Page, SiteDetails
from ampcpp.schema import organisation_of
from governance.models import Body, Mandate, Roster, with_holders
from news.models import Release
from programme.models import Activity, Programme

LATEST = 6  # releases below the featured one
ACTIVITIES = 4


class Home(TemplateView):
    """What is new, what comes next, who leads the association."""

    template_name = "home.html"

    def get_context_data(self, **kwargs):
        releases = list(Release.objects.published().with_cover().featured_first()[: LATEST + 1])
        return super().get_context_data(
            featured=releases[0] if releases else None,
            latest=releases[1:],
            bureau=self.bureau(),
            word=self.word(),
            structured_data=organisation_of,
            **self.activities(),
            **kwargs,
        )

    def activities(self):
        """The next activities, or the last ones of the latest programme when none is coming."""
        dated = Activity.objects.published().select_related("programme").exclude(happens_on=None)
        coming = list(dated.coming()[:ACTIVITIES])
        latest = Programme.objects.published().first()
        last = dated.filter(programme=latest).by_date().reverse()
        return {
            "programme": coming[0].programme if coming else latest,
            "activities": coming or list(last[:ACTIVITIES])[::-1],
            "are_coming": bool(coming),
        }

    def bureau(self):
        """Today's, once somebody sits in it."""
        rosters = Roster.objects.filter(
            body__kind=Body.Kind.BUREAU, mandate__in=Mandate.objects.serving(today())
        )
        bureau = with_holders(rosters, today()).first()
        return bureau if bureau and any(seat.holders for seat in bureau.seats.all()) else None

    def word(self):
        page = SiteDetails.load().home_page_word_id
        return page and Page.objects.published().filter(pk=page).first()
