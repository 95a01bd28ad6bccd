"""Year, then month of publication beside the list of releases.

Not ``date_hierarchy``: with 100,000 releases its three queries over all of them take longer than
the page may (`bench/admin_list.py`). These two ask an index for its ends.
"""

import calendar
import datetime

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ampcpp.dates import as_day, format_date


class PeriodFilter(admin.SimpleListFilter):
    """«2022», and once a year is chosen its months, «2022-03»; in Morocco's time."""

    title = _("moment of publication")
    parameter_name = "period"

    def lookups(self, request, model_admin):
        rows = model_admin.model.objects.filter(trashed_at=None).exclude(published_at=None)
        first, last = rows.order_by("published_at").first(), rows.order_by("-published_at").first()
        if first is None:
            return []
        years = range(as_day(last.published_at).year, as_day(first.published_at).year - 1, -1)
        chosen = self.chosen()
        choices = []
        for year in years:
            choices.append((str(year), str(year)))
            if chosen and chosen[0].year == year:
                days = [datetime.date(year, month, 1) for month in range(12, 0, -1)]
                choices += [(f"{day:%Y-%m}", format_date(day, "LLLL y")) for day in days]
        return choices

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        chosen = self.chosen()
        if chosen is None:
            return queryset.none()
        starts, ends = (
            timezone.make_aware(datetime.datetime.combine(day, datetime.time())) for day in chosen
        )
        return queryset.filter(published_at__gte=starts, published_at__lt=ends)

    def chosen(self):
        """First day of the period, and the first after it; None when none that exists is chosen."""
        year, _dash, month = (self.value() or "").partition("-")
        try:
            first = datetime.date(int(year), int(month or 1), 1)
            length = calendar.monthrange(first.year, first.month)[1] if month else 366
            return first, (first + datetime.timedelta(days=length)).replace(day=1)
        except (ValueError, OverflowError):
            return None
