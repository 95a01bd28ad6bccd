"""One form over everything public. How a question is read and answered is in `ampcpp/search`."""

from django import forms
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from ampcpp.models import Document, EmptySearch, Page
from ampcpp.richtext import CONTROL
from ampcpp.search.question import ask
from ampcpp.search.results import find
from governance.models import Person
from governance.names import Names
from news.models import Category, Release
from programme.models import Activity

FIRST_ROWS = 5  # of each kind, before one asks for the rest
PAGE_ROWS = 20
MOST_PEOPLE = 10  # to narrow to


def searched():
    """What can be found: kind, heading and its public rows."""
    return {
        "people": (_("People"), Person.objects.all()),
        "releases": (_("News"), Release.objects.published()),
        "activities": (_("Activities"), Activity.objects.published().select_related("programme")),
        "documents": (_("Documents"), Document.objects.published()),
        "pages": (_("Pages"), Page.objects.published()),
    }


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search for"),
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={
            "required": _("Write one or more words."),
            "max_length": _("Shorten your question: 200 characters at most."),
        },
    )
    kind = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_q(self):
        """PostgreSQL refuses a NUL."""
        return CONTROL.sub(" ", self.cleaned_data["q"])


class NarrowForm(forms.Form):
    """By what the releases found are narrowed; each gives a term of the index."""

    category = forms.ModelChoiceField(Category.objects.all(), required=False, to_field_name="slug")
    year = forms.IntegerField(required=False, min_value=1900, max_value=2200)
    person = forms.ModelChoiceField(Person.objects.all(), required=False)

    def facets(self):
        given = self.cleaned_data
        terms = {"c": given["category"], "y": given["year"], "n": given["person"]}
        return [f"{letter}{getattr(of, 'pk', of)}" for letter, of in terms.items() if of]


class Search(TemplateView):
    """One question over everything public. Without a kind, the first rows of each kind."""

    template_name = "search.html"

    def get_context_data(self, **kwargs):
        given = self.request.GET
        form = SearchForm(given if "q" in given else None)
        if given.get("kind") and given["kind"] not in searched():
            raise Http404("No such kind")
        found = self.answer(form.cleaned_data["q"]) if form.is_valid() else {"groups": []}
        return super().get_context_data(form=form, **found, **kwargs)

    def answer(self, text):
        """What was found: as whole words; else, or while one is typing, as the beginning of the
        last one. Nothing found is counted, and another spelling offered."""
        names = Names.load()
        is_typing = "typing" in self.request.GET
        for begins in (True,) if is_typing else (False, True):
            question = ask(text, is_typing=begins, others=names.expansions)
            if groups := self.groups(question):
                return {"groups": groups, "question": question, "begins": begins and not is_typing}
        if self.is_plain and not is_typing:
            EmptySearch.objects.count_one(text)
        return {"groups": [], "suggestion": self.suggestion(text, names)}

    @property
    def is_plain(self):
        """Whether nothing narrows the question."""
        return set(self.request.GET) <= {"q", "kind"} and not self.request.GET.get("kind")

    def suggestion(self, text, names):
        """The question with the known names that its words are near to; None without any."""
        other = " ".join(names.suggestion(word) or word for word in text.split())
        return other if other != " ".join(text.split()) else None

    def groups(self, question):
        """The kinds that have rows: kind, heading, rows, results, and what may narrow them."""
        kind = self.request.GET.get("kind")
        groups = []
        for name, (heading, rows) in searched().items():
            if kind in (None, "", name) and question:
                group = self.group(name, rows, question)
                if group["rows"]:
                    groups.append({"kind": name, "heading": heading, **group})
        return groups

    def group(self, kind, rows, question):
        """One kind: the first rows, or a page of them when it is the one that was chosen."""
        given = self.request.GET
        is_chosen = given.get("kind") == kind
        narrow = NarrowForm(given if is_chosen else {})
        if not narrow.is_valid():
            raise Http404("No such choice")
        try:
            results = find(
                question,
                rows.model.kind_term(),
                *narrow.facets(),
                language=get_language(),
                rows=PAGE_ROWS if is_chosen else FIRST_ROWS,
                by_relevance=kind == "people" or given.get("order") == "relevance",
                after=given.get("after") if is_chosen else None,
            )
        except ValueError as error:
            raise Http404("No such page") from error
        by_number = rows.in_bulk(results.numbers)
        shown = [by_number[number] for number in results.numbers if number in by_number]
        narrowing = self.narrowing(results) if is_chosen and kind == "releases" else []
        return {"rows": shown, "results": results, "narrowing": narrowing}

    def narrowing(self, results):
        """The categories, years and people of what was found, with how many of each: ``(heading,
        is chosen, [(address, name, count)])``; empty when there are too many to count. What is
        chosen leads to the results without it."""
        if results.count is None:
            return []
        rows = Release.objects.published().filter(pk__in=results.matches)
        categories = Category.objects.filter(releases__in=rows).annotate(found=Count("releases"))
        years = rows.order_by().values_list(ExtractYear("published_at")).annotate(Count("pk"))
        people = Person.objects.filter(mentions__release__in=rows).annotate(found=Count("mentions"))
        people = people.order_by("-found", "number")[:MOST_PEOPLE]
        choices = {
            "category": [(row.slug, row.name, row.found) for row in categories],
            "year": [(year, year, found) for year, found in sorted(years)[::-1]],
            "person": [(row.pk, row.name, row.found) for row in people],
        }
        headings = {"category": _("Category"), "year": _("Year"), "person": _("Person")}
        return [
            (
                headings[name],
                name in self.request.GET,
                [(self.narrowed(name, value), *rest) for value, *rest in given],
            )
            for name, given in choices.items()
        ]

    def narrowed(self, name, value):
        """The address of these results with one choice more, or without the one that was made."""
        query = self.request.GET.copy()
        query.pop("after", None)
        if not query.pop(name, None):
            query[name] = value
        return f"?{query.urlencode()}"
