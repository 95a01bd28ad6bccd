"""The steps that only releases take: copies, changes to what is public, categories, removal."""

import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from ampcpp import workflow
from ampcpp.publishing import Publishable
from ampcpp.workflow import PUBLIC
from news.copies import apply, changed_in_both, changes_to, duplicate
from news.models import Category, Release, Removal

Stage = Publishable.Stage


class SaysItsPhotos:
    """For the steps that bring photos before the public: each has its text by then."""

    def refusal(self, row, given):
        number = row.photos.without_text().count()
        words = _(
            "Photos without a text: %(number)s. Say what each shows, or mark it as decorative."
        )
        return words % {"number": number} if number else super().refusal(row, given)


class Publish(SaysItsPhotos, workflow.Publish):
    """Not of changes to a release, which go into it."""

    def may(self, user, row):
        return row.copy_of_id is None and super().may(user, row)


class Propose(workflow.Step):
    name = "propose"
    label = _("Prepare changes")
    explanation = _(
        "You write in a copy: a new one, or the one that waits already, brought back if it is in "
        "the trash. The public goes on reading the present text until a publisher publishes the "
        "changes."
    )
    event = gettext_noop("preparation of changes")
    done = _("Write your changes here, then submit them for review.")
    stages = PUBLIC
    right = "change"
    is_for_many = False

    def take(self, row, given):
        return changes_to(row)


class OverCorrectionsForm(forms.Form):
    is_meant = forms.BooleanField(
        label=_("Publish the changes all the same: these corrections are undone"), required=False
    )


class Apply(SaysItsPhotos, workflow.Step):
    name = "apply"
    label = _("Publish the changes")
    explanation = _("They take the place of what the public reads now, photos and documents too.")
    event = gettext_noop("publication of changes")
    done = _("The changes are public.")
    stages = frozenset({Stage.DRAFT, Stage.IN_REVIEW})
    is_for_many = False

    def may(self, user, row):
        is_open = row.copy_of_id is not None and row.copy_of.stage in PUBLIC
        return is_open and super().may(user, row)

    def version(self, row):
        """The page compares the changes with the public text, so that one counts too."""
        return f"{super().version(row)} {row.copy_of.updated_at.isoformat()}"

    def form_for(self, row):
        return OverCorrectionsForm if changed_in_both(row) else self.form_class

    def refusal(self, row, given):
        if changed_in_both(row) and not given.get("is_meant"):
            return _(
                "The public text was corrected after these changes were begun. Read the "
                "corrections above; take them into the copy, or tick the box to undo them."
            )
        return super().refusal(row, given)

    def take(self, row, given):
        return apply(row)


class Duplicate(workflow.Step):
    name = "duplicate"
    label = _("Duplicate")
    explanation = _("A new draft is made with the same texts, photos, people and documents.")
    event = gettext_noop("duplication")
    done = _("This is the copy: a new draft.")
    stages = frozenset(Stage) - {Stage.TRASHED}
    right = "add"
    is_for_many = False

    def may(self, user, row):
        return row.pk is not None and super().may(user, row)

    def take(self, row, given):
        return duplicate(row)


class CategoryForm(forms.Form):
    category = forms.ModelChoiceField(
        Category.objects.all(),
        label=_("category"),
        error_messages={"required": _("Choose a category.")},
    )


class Categorise(workflow.Step):
    name = "categorise"
    label = _("Put into a category")
    explanation = _("Nothing else of them changes.")
    event = gettext_noop("choice of a category")
    done = _("Put into the category.")
    stages = frozenset(Stage) - {Stage.TRASHED}
    right = "change"
    form_class = CategoryForm
    is_for_one = False

    def may(self, user, row):
        return super().may(user, row) and (
            row.stage not in PUBLIC or workflow.has_right(user, "publish", row)
        )

    def change(self, row, given):
        row.category = given["category"]


class RemovalForm(forms.Form):
    moved_to = forms.CharField(
        label=_("release that takes its place"),
        help_text=_("Its address, copied from the browser, or its number."),
        error_messages={"required": _("Give the release to which the address will lead.")},
    )

    def clean_moved_to(self):
        found = re.search(r"(?:^|/(?:news|n)/)([0-9]{1,18})(?:/|$)", self.cleaned_data["moved_to"])
        release = found and Release.objects.published().filter(pk=found[1]).first()
        if not release:
            raise forms.ValidationError(_("There is no published release at this address."))
        return release


class Remove(workflow.Step):
    """For what the public has read: its address may not just be gone."""

    name = "remove"
    label = _("Remove and redirect")
    explanation = _(
        "It moves to the trash, and its address leads to another release. To keep the text with "
        "a notice, withdraw it instead."
    )
    event = gettext_noop("removal with a redirect")
    done = _("Removed. Its address leads to the other release.")
    stages = frozenset({Stage.PUBLISHED, Stage.WITHDRAWN})
    form_class = RemovalForm
    is_for_many = False

    def refusal(self, row, given):
        return _("The address cannot lead to itself.") if given["moved_to"] == row else None

    def change(self, row, given):
        row.state, row.trashed_at = row.State.WITHDRAWN, timezone.now()
        Removal.objects.update_or_create(number=row.pk, defaults={"moved_to": given["moved_to"].pk})


class Restore(workflow.Restore):
    """Its address is its own again."""

    def change(self, row, given):
        super().change(row, given)
        Removal.objects.filter(number=row.pk).delete()


submit, _publish, return_, withdraw, _restore, trash = workflow.STEPS
#: In the order of their buttons.
STEPS = [
    *(submit, Publish(), Apply(), return_, withdraw, Propose(), Remove(), Restore()),
    *(Duplicate(), Categorise(), trash),
]
