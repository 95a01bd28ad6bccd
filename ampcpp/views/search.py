"""One form over everything public. How a question is read and answered is in `ampcpp/search`."""

from django import forms
from django.db.models import Count, Exists, OuterRef, Prefetch
from django.db.models.functions import ExtractYear
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from ampcpp.dates import as_day, today
from ampcpp.models import Document, EmptySearch, Page
from ampcpp.richtext import CONTROL
from ampcpp.search.question import ask, without_courtesies
from ampcpp.search.results import count, find
from ampcpp.search.terms import facet
from governance.models import Person, Presidency, Term
from governance.names import Names
from news.models import Category, Release
from programme.models import Activity

FIRST_ROWS = 5  # of each kind, before one asks for the rest
PAGE_ROWS = 20
MOST_PEOPLE = 20  # to narrow to


def searched():
    """What can be found: kind, heading and its public rows."""
    return {
        "people": (_("People"), people_with_offices()),
        "releases": (_("News"), Release.objects.published()),
        "activities": (_("Activities"), Activity.objects.published().select_related("programme")),
        "documents": (_("Documents"), Document.objects.published()),
        "pages": (_("Pages"), Page.objects.published()),
    }


def people_with_offices():
    """Everybody, with every office, those of today first, and the presidencies held today."""
    terms = Term.objects.with_titles().with_serving(today())
    terms = terms.order_by("-is_serving", "-seat__roster__mandate__starts_on", "pk")
    presidencies = Presidency.objects.serving(today()).select_related("council", "person")
    return Person.objects.prefetch_related(
        Prefetch("terms", terms, to_attr="offices"),
        Prefetch("presidencies", presidencies, to_attr="councils"),
    )


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search for"),
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto", "placeholder": " "}),
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
        return [facet(letter, getattr(of, "pk", of)) for letter, of in terms.items() if of]


class Search(TemplateView):
    """One question over everything public. Without a kind, the first rows of each kind."""

    def get_template_names(self):
        """While one is typing, what was found and nothing around it."""
        return ["components/search_results.html" if self.is_typing else "search.html"]

    def get_context_data(self, **kwargs):
        given = self.request.GET
        form = SearchForm(given if "q" in given else None)
        if given.get("kind") and given["kind"] not in searched():
            raise Http404("No such kind")
        found = self.answer(form.cleaned_data["q"]) if form.is_valid() else {"groups": []}
        found["narrowed_by"] = self.narrowed_by()
        return super().get_context_data(form=form, **found, **kwargs)

    def answer(self, text):
        """What was found: as whole words; else, or while one is typing, as the beginning of the
        last one; else loosely. Nothing found is counted, and another spelling offered."""
        names = Names.load()
        ways = [(False, False), (True, False), (True, True)]
        for begins, is_loose in ways[1:] if self.is_typing else ways:
            asked = self.asked(text, names, is_typing=begins, is_loose=is_loose)
            question = asked["releases"]
            if groups := self.groups(asked):
                notice = begins and not self.is_typing
                found = {"groups": groups, "kinds": self.kinds(asked, groups)}
                return {**found, "question": question, "begins": notice}
            if self.is_narrowed_away(asked):
                return {"groups": [], "is_narrowed_away": True}
        if self.is_plain:
            EmptySearch.objects.count_one(text)
        return {"groups": [], "suggestion": self.suggestion(text, names)}

    def asked(self, text, names, **how):
        """The question, by kind: one about people goes without titles of courtesy."""
        question = ask(text, others=names.expansions, **how)
        of_people = ask(without_courtesies(text), others=names.expansions, **how)
        return {**dict.fromkeys(searched(), question), "people": of_people}

    def is_narrowed_away(self, asked):
        """Whether the question has answers, and the choices that narrow them leave none."""
        kind = self.request.GET.get("kind")
        if not (self.narrow.facets() and asked[kind]):
            return False
        return count(asked[kind], searched()[kind][1].model.kind_term()) != 0

    @property
    def is_typing(self):
        return "typing" in self.request.GET

    @property
    def is_plain(self):
        """Whether nothing narrows the question, and it has been asked to its end."""
        return set(self.request.GET) <= {"q", "kind"} and not self.request.GET.get("kind")

    def suggestion(self, text, names):
        """The question with the known names that its words are near to; None where there are none,
        or where it would find nothing either."""
        other = " ".join(names.suggestion(word) or word for word in text.split())
        is_other = other != " ".join(text.split())
        found = is_other and self.groups(self.asked(other, names))
        return other if found else None

    def groups(self, asked):
        """The kinds that have rows: kind, heading, rows, results, and what may narrow them."""
        kind = self.request.GET.get("kind")
        groups = []
        for name, (heading, rows) in searched().items():
            if kind in (None, "", name) and asked[name]:
                group = self.group(name, rows, asked[name])
                if group["rows"]:
                    groups.append({"kind": name, "heading": heading, **group})
        return groups

    def kinds(self, asked, groups):
        """Every kind that answers: kind, heading, and how many there are of it, whichever was
        chosen and whatever narrows it."""
        headings = {name: heading for name, (heading, _rows) in searched().items()}
        if self.request.GET.get("kind"):
            counts = {
                name: count(asked[name], rows.model.kind_term())
                for name, (_heading, rows) in searched().items()
            }
        else:
            counts = {group["kind"]: group["results"].count for group in groups}
        return [(name, headings[name], found) for name, found in counts.items() if found != 0]

    def group(self, kind, rows, question):
        """One kind: the first rows, or a page of them when it is the one that was chosen."""
        given = self.request.GET
        is_chosen = given.get("kind") == kind
        try:
            results = find(
                question,
                rows.model.kind_term(),
                *self.narrow.facets(),
                language=get_language(),
                rows=PAGE_ROWS if is_chosen else FIRST_ROWS,
                by_relevance=kind == "people" or given.get("order") == "relevance",
                after=given.get("after") if is_chosen else None,
            )
        except ValueError as error:
            raise Http404("No such page") from error
        by_number = rows.in_bulk(results.numbers)
        shown = [by_number[number] for number in results.numbers if number in by_number]
        is_narrowed = is_chosen and kind == "releases"
        narrowing = self.narrowing(results) if is_narrowed else []
        return {"rows": shown, "results": results, "narrowing": narrowing}

    @cached_property
    def narrow(self):
        """The choices that narrow the results of a kind."""
        form = NarrowForm(self.request.GET if self.request.GET.get("kind") else {})
        if not form.is_valid():
            raise Http404("No such choice")
        return form

    def narrowed_by(self):
        """What was chosen, each with the address of the results without it."""
        chosen = self.narrow.cleaned_data.items()
        return [(self.address(name, None), thing) for name, thing in chosen if thing]

    def narrowing(self, results):
        """The categories, years and people that would leave something of what was found, and leave
        something out: ``(heading, [(address, thing, count)])``. Of too many to count all categories
        and years, and people of some of them, each with None for its count."""
        choices = self.uncounted(results) if results.count is None else self.counted(results)
        offered = [
            (heading, [(self.address(name, value), *choice) for value, *choice in given])
            for name, heading, given in choices
            if not self.narrow.cleaned_data[name]
        ]
        return [(heading, given) for heading, given in offered if given]

    def counted(self, results):
        """``(name, heading, [(value, thing, count)])`` of those that leave something out."""
        rows = Release.objects.published().filter(pk__in=results.matches)
        categories = Category.objects.filter(releases__in=rows).annotate(found=Count("releases"))
        most_first = sorted(categories, key=lambda row: -row.found)
        years = rows.order_by().values_list(ExtractYear("published_at")).annotate(Count("pk"))
        people = [(row.pk, row, row.found) for row in self.named_in(rows)]
        for name, heading, choices in (
            ("category", _("Category"), [(row.slug, row, row.found) for row in most_first]),
            ("year", _("Year"), [(year, year, found) for year, found in sorted(years)[::-1]]),
            ("person", _("Person"), people),
        ):
            yield name, heading, [choice for choice in choices if choice[2] < results.count]

    def named_in(self, releases):
        """The people whom most of these releases name, with how many in ``found``."""
        found = Count("mentions__release", distinct=True)
        people = Person.objects.filter(mentions__release__in=releases).annotate(found=found)
        return people.order_by("-found", "number")[:MOST_PEOPLE]

    def uncounted(self, results):
        """The same of every category and year of the news, and of the people in those results that
        are at hand, without counts: to ask which of them answer takes too long where so many
        rows do."""
        rows = Release.objects.published().order_by("published_at")
        is_used = Exists(Release.objects.published().filter(category=OuterRef("pk")))
        categories = [(row.slug, row, None) for row in Category.objects.filter(is_used)]
        moments = rows.values_list("published_at", flat=True)
        ends = [as_day(moment).year for moment in (moments.last(), moments.first()) if moment]
        years = [(year, year, None) for year in range(ends[0], ends[-1] - 1, -1)] if ends else []
        people = [(row.pk, row, None) for row in self.named_in(rows.filter(pk__in=results.matches))]
        yield "category", _("Category"), categories if len(categories) > 1 else []
        yield "year", _("Year"), years if len(years) > 1 else []
        yield "person", _("Person"), people

    def address(self, name, value):
        """The address of these results with another choice of that name, or with none."""
        query = self.request.GET.copy()
        for other in ("after", "typing", name):
            query.pop(other, None)
        if value is not None:
            query[name] = value
        return f"?{query.urlencode()}"
