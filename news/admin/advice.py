"""Advice beside the text of a release while it is written, and again before it is published."""

import re

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import BigAutoField, prefetch_related_objects
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.http import require_POST

from ampcpp.dates import today
from ampcpp.richtext import sanitize
from news.advice import MOST_BYTES, Advice
from news.checker import Draft

MOST_ROWS = 20  # of one step
#: The steps that bring a text before other readers.
ADVISED = {"submit", "publish", "apply"}
ROW = re.compile(r"(photos|mentions)-([0-9]{1,4})-(id|image|person)")
NUMBER = re.compile(r"[0-9]{1,18}")


class Text(forms.CharField):
    """As it was typed; what is too long is not looked at."""

    def __init__(self):
        super().__init__(required=False, strip=False)


class DraftForm(forms.Form):
    """What is read of the form of a release; what is invalid counts as not given."""

    title_ar, lead_ar, body_ar = Text(), Text(), Text()
    category = forms.CharField(required=False)
    happened_on = forms.DateField(required=False)
    advice_number = forms.IntegerField(
        required=False, min_value=1, max_value=BigAutoField.MAX_BIGINT
    )
    advice_day = forms.DateField(required=False, input_formats=["%Y-%m-%d"])


def draft_of(data):
    """The release as its form has it, saved or not."""
    form = DraftForm(data)
    form.is_valid()
    given = form.cleaned_data.get
    body = given("body_ar", "")
    return Draft(
        number=given("advice_number"),
        title=given("title_ar", ""),
        lead=given("lead_ar", ""),
        body=sanitize(body) if len(body) <= MOST_BYTES else body,
        has_category=bool(given("category")),
        photos=photos_in(data),
        day=given("happened_on") or given("advice_day") or today(),
    )


def rows_in(data, inline, name):
    """The prefixes of the rows of an inline that have this field and are kept."""
    found = (ROW.fullmatch(key) for key in data)
    for match in filter(None, found):
        prefix = f"{inline}-{match[2]}"
        if match[0] == f"{prefix}-{name}" and data[match[0]] and not data.get(f"{prefix}-DELETE"):
            yield prefix


def photos_in(data):
    rows = dict.fromkeys([*rows_in(data, "photos", "id"), *rows_in(data, "photos", "image")])
    names = ("alternative_text_ar", "is_decorative")
    return tuple(any(data.get(f"{row}-{name}") for name in names) for row in rows)


def listed_in(data):
    values = (data[f"{row}-person"] for row in rows_in(data, "mentions", "person"))
    return {int(value) for value in values if NUMBER.fullmatch(value)}


class AdviceAdmin(admin.ModelAdmin):
    """An admin of releases whose form says what an editor would mend."""

    class Media:
        js = ["js/advice.js"]

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.advice_view))
        return [path("advice/", view, name="news_release_advice"), *super().get_urls()]

    def advice_view(self, request):
        """On a form as it stands; an HTML fragment."""
        if not (self.has_view_or_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
        advice = Advice(draft_of(request.POST), listed_in(request.POST))
        context = {"advice": advice, "may_add_people": self.may_add_people(request)}
        return TemplateResponse(request, "admin/news/release/advice_list.html", context)

    def may_add_people(self, request):
        return request.user.has_perm("news.add_mention")

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """On what is saved, or on the form that came back; not where nobody may write."""
        if self.has_change_permission(request, obj) if obj else self.has_add_permission(request):
            if request.method == "POST" or obj is None:
                data = context["adminform"].form.data
                context["advice"] = Advice(draft_of(data), listed_in(data))
            else:
                context["advice"] = Advice.of(obj)
            context["may_add_people"] = self.may_add_people(request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def advice_on(self, step, rows):
        if step.name not in ADVISED:
            return super().advice_on(step, rows)
        first = rows[:MOST_ROWS]
        prefetch_related_objects(first, "photos", "mentions", "documents")
        found = [(row, Advice.of(row)) for row in first]
        return [(row, one) for row, one in found if one.findings or one.unlisted or one.unread]
