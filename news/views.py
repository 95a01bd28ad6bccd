"""The public pages of the news: a list that can be narrowed, and one release."""

from functools import partial

from django import forms
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from ampcpp.dates import format_date
from ampcpp.detail import PublishableDetail
from ampcpp.filters import Filtered, FilterForm
from governance.models import Person
from news.models import Category, Release, Removal
from news.preview import release_of
from news.schema import article_of

RELATED = 4


class ReleaseFilter(FilterForm):
    """Category, and the year and month of publication in Morocco."""

    LOOKUPS = {
        "category": "category",
        "year": "published_at__year",
        "month": "published_at__month",
        "person": "mentions__person",
    }

    category = forms.ModelChoiceField(
        Category.objects.all(),
        label=_("Category"),
        required=False,
        to_field_name="slug",
        empty_label=_("all categories"),
    )
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int)
    month = forms.TypedChoiceField(label=_("Month"), required=False, coerce=int)
    person = forms.ModelChoiceField(Person.objects.all(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        months = Release.objects.published().datetimes("published_at", "month", order="DESC")
        by_number = {month.month: month for month in months}
        self.fields["year"].choices = [
            ("", _("all years")),
            *((year, year) for year in sorted({month.year for month in months}, reverse=True)),
        ]
        self.fields["month"].choices = [
            ("", _("all months")),
            *((number, format_date(by_number[number], "LLLL")) for number in sorted(by_number)),
        ]

    @property
    def period(self):
        """The month and year that were chosen, in words: «مارس 2022»; empty when none was."""
        month, year = (self.cleaned_data[name] for name in ("month", "year"))
        name = dict(self.fields["month"].choices)[month] if month else ""
        return " ".join(filter(None, [name, str(year)]))


class ReleaseList(Filtered, ListView):
    filter_class = ReleaseFilter
    paginate_by = 12
    template_name = "news/release_list.html"

    def get_queryset(self):
        return self.filter.narrow(Release.objects.published().with_cover().newest_first())


class ReleaseDetail(PublishableDetail):
    queryset = Release.objects.with_cover()
    template_name = "news/release_detail.html"

    def get(self, request, *args, **kwargs):
        """What was removed leads to what takes its place."""
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            removal = Removal.objects.filter(number=kwargs["number"]).first()
            if removal is None:
                raise
            return HttpResponsePermanentRedirect(reverse("news:number", args=[removal.moved_to]))

    def get_context_data(self, **kwargs):
        release, published = self.object, Release.objects.published()
        related = published.related_to(release)
        if release.published_at:
            neighbours = published.neighbours(release)
            kwargs["previous"], kwargs["next"] = neighbours
            related = related.exclude(pk__in=[other.pk for other in filter(None, neighbours)])
        return super().get_context_data(
            mentions=release.mentions.with_offices(release.day),
            documents=release.documents.published(),
            programmes=release.programmes.published(),
            related=related[:RELATED],
            structured_data=partial(article_of, release),
            **kwargs,
        )


class ReleasePreview(ReleaseDetail):
    """A release as its page will be, for whoever was given the link (`preview.py`). Once it is
    public the link leads to its page."""

    extra_context = {"is_preview": True}

    def get(self, request, token):
        self.object = release_of(token)
        if self.object is None:
            raise Http404
        if self.object.is_public:
            response = HttpResponseRedirect(self.object.get_absolute_url())
            add_never_cache_headers(response)
            return response
        return self.respond()

    def respond(self):
        response = super().respond()
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex"
        return response
