"""The programme of a year as a page, and as calendars that one subscribes to."""

from collections import Counter
from functools import partial

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import conditional_page
from django.views.generic import TemplateView, View

from ampcpp.dates import today
from ampcpp.detail import PublishableDetail
from ampcpp.filters import Filtered, FilterForm
from programme.ical import calendar_of
from programme.models import Activity, Programme
from programme.schema import events_of
from programme.subscription import Subscription, calendar_name
from programme.year import months_of


class ActivityFilter(FilterForm):
    LOOKUPS = {"kind": "kind"}

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Activity.Kind.choices]
    )
    order = forms.ChoiceField(
        label=_("Layout"),
        required=False,
        choices=[("", _("by month")), ("adopted", _("as adopted (table)"))],
    )

    @property
    def chosen_kind(self):
        """The kind that was chosen, or None."""
        kind = self.cleaned_data["kind"]
        return Activity.Kind(kind) if kind else None


class ProgrammeDetail(Filtered, PublishableDetail):
    """The year's activities by month, or as the table that was adopted, which is also what
    prints. Without a year, those of the latest programme."""

    filter_class = ActivityFilter
    model = Programme
    slug_field = slug_url_kwarg = "year"
    template_name = "programme/programme_detail.html"

    def get_object(self, queryset=None):
        if "year" not in self.kwargs:
            return Programme.objects.published().first()
        return super().get_object()

    def get_context_data(self, **kwargs):
        all_activities = Activity.objects.filter(programme=self.object)
        activities = list(self.filter.narrow(all_activities))
        return super().get_context_data(
            activities=activities,
            undated=[activity for activity in activities if not activity.happens_on],
            months=months_of(self.object.year, activities, today()) if self.object else [],
            subscription=Subscription(self.request, self.filter.chosen_kind, self.object),
            kinds=kinds_among(activities),
            is_table=self.filter.cleaned_data["order"] == "adopted",
            on=today(),
            is_this_year=bool(self.object) and self.object.year == today().year,
            is_over=bool(self.object) and self.object.year < today().year,
            next_activity=all_activities.coming().first(),
            programmes=Programme.objects.published(),
            structured_data=partial(events_of, self.object, activities),
            **kwargs,
        )


def kinds_among(activities):
    """(kind, its name, number of activities) of the kinds that there are, as one explains signs;
    last, what is of no kind."""
    counts = Counter(activity.kind for activity in activities)
    kinds = [*Activity.Kind.choices, ("", pgettext_lazy("kinds of activities", "others"))]
    return [(kind, name, counts[kind]) for kind, name in kinds if counts[kind]]


class ProgrammeCalendar(View):
    """The dated activities for calendar programs: of a year or of all, of a kind or of all.

    Programs ask again and again: an answer that has not changed is not sent twice.
    """

    @method_decorator(conditional_page)
    def get(self, request, year=None, kind=None):
        programme = year and get_object_or_404(Programme.objects.published(), year=year)
        activities = Activity.objects.published().select_related("programme").by_date()
        if programme:
            activities = activities.filter(programme=programme)
        if kind:
            activities = activities.filter(kind=kind)
        calendar = calendar_of(
            activities,
            name=calendar_name(programme, kind),
            source=request.build_absolute_uri(request.path),
            absolute=request.build_absolute_uri,
        )
        file_name = "-".join(map(str, filter(None, ["ampcpp", year, kind])))
        return HttpResponse(
            calendar,
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{file_name}.ics"'},
        )


class Subscribe(TemplateView):
    """How to have the activities in one's own calendar, where they follow every change."""

    template_name = "programme/subscribe.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            subscription=Subscription(self.request),
            by_kind=[Subscription(self.request, kind) for kind in Activity.Kind],
            has_dates=Activity.objects.published().filter(happens_on__isnull=False).exists(),
            **kwargs,
        )
