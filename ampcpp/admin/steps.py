"""The steps of a text as buttons and as actions of its list, each with a page that asks first.

The page lists the texts and says what becomes of them; what cannot take the step is listed apart.
"""

import re

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from ampcpp.publishing import Publishable
from ampcpp.workflow import PUBLIC, STEPS

STEP_HELP = _(
    "Nothing has changed yet. Look over what is to become of the texts named below, then confirm "
    "by the button or go back."
)
TRASH_HELP = _(
    "What was moved to the trash waits here for 30 days, then it is deleted for good. Choose what "
    "you want back, then the action that brings it back, photos and documents included."
)
MOST_AT_ONCE = 100  # what one page of a list holds
TOO_MANY = _(
    "Chosen: %(chosen)s. One step takes %(taken)s at most: below are the first of the list; take "
    "it again for the others."
)
SAVED_SINCE = _(
    "Somebody saved this while you were reading this page. Nothing has been done: open it, read it "
    "again, then confirm."
)
KEY = re.compile(r"[0-9]{1,18}")


def is_accepted(form, step, rows, versions):
    """Whether the step can be taken with these versions of the rows; else the form says why not,
    and of which of several rows."""
    refusals = [(row, SAVED_SINCE) for row in rows if step.version(row) not in versions]
    if form.is_valid() and not refusals:
        refusals = [(row, step.refusal(row, form.cleaned_data)) for row in rows]
    for row, refusal in refusals:
        if refusal:
            named = gettext("«%(title)s»: %(refusal)s") % {"title": row, "refusal": refusal}
            form.add_error(None, named if len(rows) > 1 else refusal)
    return form.is_valid()


class StepsAdmin(admin.ModelAdmin):
    """An admin in which texts take steps; they are not deleted but moved to the trash."""

    steps = STEPS

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_step"
        view = self.admin_site.admin_view(self.step_view)
        return [path("step/<slug:name>/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """The trash says of itself what becomes of what is in it."""
        is_trash = request.GET.get("state") == Publishable.Stage.TRASHED
        words = {"help": TRASH_HELP} if is_trash else {}
        return super().changelist_view(request, words | (extra_context or {}))

    def step_url(self, name, keys):
        query = urlencode({"rows": ",".join(map(str, keys))})
        return f"{reverse(self.url_name('step'), args=[name])}?{query}"

    def has_change_permission(self, request, obj=None):
        """What the public reads, or is going to, takes the right to publish; what is in the trash
        is brought back first."""
        if obj is None or not super().has_change_permission(request, obj):
            return super().has_change_permission(request, obj)
        if obj.trashed_at:
            return False
        may_publish = request.user.has_perm(self.permission("publish"))
        return may_publish or obj.stage not in PUBLIC

    def permission(self, right):
        return f"{self.opts.app_label}.{right}_{self.opts.model_name}"

    def has_delete_permission(self, request, obj=None):
        return False  # the trash is a step

    def get_actions(self, request):
        def asking(step):
            return lambda model_admin, request, rows: self.ask(request, step, rows)

        return super().get_actions(request) | {
            step.name: (asking(step), step.name, step.label)
            for step in self.steps
            if step.is_for_many and request.user.has_perm(self.permission(step.right))
        }

    def ask(self, request, step, rows):
        """The page that asks about the rows chosen in the list."""
        chosen = rows.count()
        if chosen > MOST_AT_ONCE:
            numbers = {"chosen": chosen, "taken": MOST_AT_ONCE}
            messages.warning(request, TOO_MANY % numbers)
        keys = rows.values_list("pk", flat=True)[:MOST_AT_ONCE]
        return HttpResponseRedirect(self.step_url(step.name, keys))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Buttons that lead to the steps; of a public text they are links and save nothing, as
        what is saved there is live at once."""
        context["is_live"] = obj is not None and obj.stage in PUBLIC
        context["steps"] = [
            {"step": step, "url": obj and self.step_url(step.name, [obj.pk])}
            for step in self.steps
            if step.is_for_one and step.may(request.user, obj or self.model())
        ]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, *args, **kwargs):
        return self.response_step(request, obj) or super().response_add(
            request, obj, *args, **kwargs
        )

    def response_change(self, request, obj):
        return self.response_step(request, obj) or super().response_change(request, obj)

    def response_step(self, request, obj):
        """After a save by the button of a step: the page that asks whether to take it."""
        name = request.POST.get("_step")
        return name and HttpResponseRedirect(self.step_url(name, [obj.pk]))

    @method_decorator(require_http_methods(["GET", "POST"]))
    def step_view(self, request, name):
        step = next((step for step in self.steps if step.name == name), None)
        keys = KEY.findall(request.GET.get("rows", ""))[:MOST_AT_ONCE]
        if step is None or not keys:
            raise Http404
        with transaction.atomic():
            rows = list(self.rows_of_step(request, keys))
            taking = [row for row in rows if step.may(request.user, row)]
            form = self.form_of_step(request, step, taking)
            versions = request.POST.getlist("version")
            if taking and request.method == "POST" and is_accepted(form, step, taking, versions):
                return self.take(request, step, taking, form.cleaned_data)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": step.label,
            "help": STEP_HELP,
            "step": step,
            "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}),
            "media": self.media + form.media,
            "rows": taking,
            "versions": [step.version(row) for row in taking],
            "refused": [row for row in rows if row not in taking],
            "back": self.url_of(rows),
            "comparisons": self.comparisons(step, taking),
            "advice": self.advice_on(step, taking),
        }
        return TemplateResponse(request, "admin/step.html", context)

    def form_of_step(self, request, step, rows):
        """What the step asks; of one row it may ask what it does not ask of many."""
        data = request.POST if request.method == "POST" else None
        if len(rows) != 1:
            return step.form_class(data)
        return step.form_for(rows[0])(data, initial=step.initial(rows[0]))

    def comparisons(self, step, rows):
        """What the page shows of two texts before the button: pairs of words and differences."""
        return []

    def advice_on(self, step, rows):
        """What the page says before the button: pairs of a row and its advice."""
        return []

    def rows_of_step(self, request, keys):
        """The chosen rows, locked until the step is taken."""
        rows = self.get_queryset(request).filter(pk__in=keys)
        return rows.select_for_update(of=["self"])

    def take(self, request, step, rows, given):
        """Takes the step with each row; then back to the row, or to the list of many."""
        results = [step.take(row, given) for row in rows]
        for result in results:
            self.log_change(request, result, step.event_of(result))
        messages.success(request, step.done_with(results))
        return HttpResponseRedirect(self.url_of(results))

    def url_of(self, rows):
        """Where to go on: the form of one row, the list of many or of what is in the trash."""
        if len(rows) == 1 and not rows[0].trashed_at:
            return reverse(self.url_name("change"), args=[rows[0].pk])
        return reverse(self.url_name("changelist"))

    def url_name(self, page):
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
