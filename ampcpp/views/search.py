"""One form over everything public. How a row is matched is in ``ampcpp/search.py``."""

from django import forms
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from ampcpp.models import Document, Page
from governance.models import Person
from news.models import Release
from programme.models import Activity

FIRST_ROWS = 5  # of each kind, before one asks for the rest
PAGE_ROWS = 20


def searched():
    """What can be found: kind, heading and the public rows in the order they are shown."""
    return {
        "releases": (_("News"), Release.objects.published().newest_first()),
        "people": (_("People"), Person.objects.order_by("name", "number")),
        "activities": (
            _("Activities"),
            Activity.objects.published().select_related("programme").by_date(),
        ),
        "documents": (_("Documents"), Document.objects.published()),
        "pages": (_("Pages"), Page.objects.published()),
    }


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search for"),
        max_length=200,
        error_messages={
            "required": _("Write one or more words."),
            "max_length": _("Shorten your question: 200 characters at most."),
        },
    )


class Search(TemplateView):
    """One question over everything public. Without a kind, the first rows of each kind."""

    template_name = "search.html"

    def get_context_data(self, **kwargs):
        form = SearchForm(self.request.GET if "q" in self.request.GET else None)
        groups = self.groups(form.cleaned_data["q"]) if form.is_valid() else []
        return super().get_context_data(form=form, groups=groups, **kwargs)

    def groups(self, query):
        """The kinds that have rows: name, heading, page of rows, and whether there are more."""
        kind = self.request.GET.get("kind")
        sources = searched()
        if kind and kind not in sources:
            raise Http404("No such kind")
        if kind:
            heading, rows = sources[kind]
            page = self.page_of(rows.matching(query))
            return [{"kind": kind, "heading": heading, "rows": page, "page_obj": page}]
        groups = []
        for kind, (heading, rows) in sources.items():
            first = list(rows.matching(query)[: FIRST_ROWS + 1])
            if first:
                groups.append(
                    {
                        "kind": kind,
                        "heading": heading,
                        "rows": first[:FIRST_ROWS],
                        "has_more": len(first) > FIRST_ROWS,
                    }
                )
        return groups

    def page_of(self, rows):
        try:
            return Paginator(rows, PAGE_ROWS).page(self.request.GET.get("page", 1))
        except InvalidPage as error:
            raise Http404("No such page") from error
