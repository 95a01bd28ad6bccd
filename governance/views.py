"""Who sits where: a mandate, one of its rosters, a person, the councils."""

from functools import partial

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, ListView, TemplateView

from ampcpp.dates import today
from ampcpp.detail import AddressedDetail
from governance.models import Body, Council, Mandate, Person, Presidency, with_holders
from governance.schema import person_of

RELEASES = 10


class MandateDetail(TemplateView):
    """The bureau and the committees of a mandate; without a date, of today's."""

    template_name = "governance/mandate_detail.html"

    def get_context_data(self, **kwargs):
        mandate = self.get_mandate()
        on, rosters = None, []
        if mandate:
            on = mandate.day_shown(today())
            rosters = list(with_holders(mandate.rosters, on))
        return super().get_context_data(
            mandate=mandate,
            on=on,
            has_names=any(seat.holders for roster in rosters for seat in roster.seats.all()),
            bureaus=[r for r in rosters if r.body.kind == Body.Kind.BUREAU],
            committees=[r for r in rosters if r.body.kind == Body.Kind.COMMITTEE],
            mandates=Mandate.objects.with_end(),
            **kwargs,
        )

    def get_mandate(self):
        mandates = Mandate.objects.with_end()
        if "starts_on" in self.kwargs:
            return get_object_or_404(mandates, starts_on=self.kwargs["starts_on"])
        return mandates.serving(today()).first()


class RosterDetail(DetailView):
    """One body in one mandate: its seats, who holds them, who held them before."""

    template_name = "governance/roster_detail.html"
    context_object_name = "roster"

    def get_object(self, queryset=None):
        mandates = Mandate.objects.with_end()
        self.mandate = get_object_or_404(mandates, starts_on=self.kwargs["starts_on"])
        self.on = self.mandate.day_shown(today())
        rosters = with_holders(self.mandate.rosters, self.on)
        return get_object_or_404(rosters, body__slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        others = Mandate.objects.with_end().filter(rosters__body=self.object.body)
        return super().get_context_data(
            on=self.on,
            mandate=self.mandate,
            others=others.exclude(pk=self.mandate.pk),
            has_former=any(seat.former for seat in self.object.seats.all()),
            has_holders=any(seat.holders for seat in self.object.seats.all()),
            has_order=len(self.object.seats.all()) > 1,
            **kwargs,
        )


class PersonDetail(AddressedDetail):
    """Somebody's offices with their dates, council, and the latest releases that name them."""

    model = Person
    template_name = "governance/person_detail.html"

    def get_context_data(self, **kwargs):
        person = self.object
        mentions = person.mentions.of_published().select_related("release")[: RELEASES + 1]
        releases = [mention.release for mention in mentions]
        terms = person.terms.with_titles().with_serving(today())
        terms = terms.order_by("-seat__roster__mandate__starts_on")
        presidencies = person.presidencies.with_serving(today()).select_related("council", "person")
        return super().get_context_data(
            terms=terms,
            presidencies=presidencies,
            structured_data=partial(person_of, person, terms, presidencies),
            releases=releases[:RELEASES],
            has_more=len(releases) > RELEASES,
            **kwargs,
        )


class CouncilList(ListView):
    """The prefectural and provincial councils, with who presides them; at most 75 in Morocco."""

    template_name = "governance/council_list.html"

    def get_queryset(self):
        presidencies = Presidency.objects.serving(today()).select_related("person")
        return Council.objects.prefetch_related(
            Prefetch("presidencies", presidencies, to_attr="presided_by")
        )
