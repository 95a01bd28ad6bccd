"""The programme of a year as a page and as a calendar."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import View

from ampcpp.detail import PublishableDetail
from ampcpp.filters import Filtered, FilterForm
from programme.ical import calendar_of
from programme.models import Activity, Programme


class ActivityFilter(FilterForm):
    LOOKUPS = {"kind": "kind"}

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Activity.Kind.choices]
    )
    order = forms.ChoiceField(
        label=pgettext_lazy("sorting", "Order"),
        required=False,
        choices=[("", _("as adopted")), ("date", _("by date"))],
    )

    def narrow(self, rows):
        rows = super().narrow(rows)
        return rows.by_date() if self.cleaned_data["order"] == "date" else rows


class ProgrammeDetail(Filtered, PublishableDetail):
    """The year's activities; without a year, those of the latest programme."""

    filter_class = ActivityFilter
    model = Programme
    slug_field = slug_url_kwarg = "year"
    template_name = "programme/programme_detail.html"

    def get_object(self, queryset=None):
        if "year" not in self.kwargs:
            return Programme.objects.published().first()
        return super().get_object()

    def get_context_data(self, **kwargs):
        activities = Activity.objects.filter(programme=self.object)
        return super().get_context_data(
            activities=self.filter.narrow(activities),
            next_activity=activities.coming().by_date().first(),
            programmes=Programme.objects.published(),
            **kwargs,
        )


class ProgrammeCalendar(View):
    """The dated activities for a calendar program (iCalendar, RFC 5545)."""

    def get(self, request, year):
        programme = get_object_or_404(Programme.objects.published(), year=year)
        calendar = calendar_of(programme, programme.activities.by_date())
        return HttpResponse(
            calendar,
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="ampcpp-{year}.ics"'},
        )
