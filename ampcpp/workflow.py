"""The steps of a text from draft to public and back: from where each may be taken, and by whom.

Nothing else changes a state. The admin shows the steps as buttons and asks before each
(`ampcpp/admin/steps.py`). A step belongs to no kind of text; what only some have is added to this
list where they are.
"""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ampcpp.fields import validate_year
from ampcpp.publishing import Publishable
from ampcpp.widgets import MomentWidget

State, Stage = Publishable.State, Publishable.Stage


class Step:
    """One step; subclasses say what it does. ``right`` is a permission of the row's model."""

    name = label = explanation = done = ""
    stages = frozenset()
    right = "publish"
    is_for_one = True  # whether the form of a text has a button for it
    is_for_many = True  # whether the list offers it for all that are chosen
    form_class = forms.Form

    def may(self, user, row):
        """Whether this step can be taken with this row, and by this user."""
        app, model = row._meta.app_label, row._meta.model_name
        return row.stage in self.stages and user.has_perm(f"{app}.{self.right}_{model}")

    def initial(self, row):
        """What its form begins with."""
        return {}

    def refusal(self, row, given):
        """Why it cannot be taken with this row and what was given, in words; None when it can."""

    def change(self, row, given):
        """What becomes of the row; ``given`` is what the form of this step was filled with."""
        raise NotImplementedError

    def take(self, row, given):
        """Takes the step and returns the row to look at next."""
        self.change(row, given)
        row.save()
        return row


class Submit(Step):
    name = "submit"
    label = _("Submit for review")
    explanation = _("A publisher reads it and publishes it, or returns it with a remark.")
    done = _("Submitted for review.")
    stages = frozenset({Stage.DRAFT})
    right = "change"

    def change(self, row, given):
        row.state, row.remark = State.IN_REVIEW, ""


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label=_("Remark"),
        max_length=1_000,
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
        help_text=_("What is to be changed. The writer sees it above the text."),
        error_messages={"required": _("Say what is to be changed.")},
    )


class Return(Step):
    name = "return"
    label = _("Return with a remark")
    explanation = _("It becomes a draft again, and is not published.")
    done = _("Returned to its writer.")
    stages = frozenset({Stage.IN_REVIEW, Stage.SCHEDULED})
    form_class = RemarkForm

    def change(self, row, given):
        row.state, row.remark, row.published_at = State.DRAFT, given["remark"], None


class MomentForm(forms.Form):
    published_at = forms.SplitDateTimeField(
        label=_("moment of publication"),
        required=False,
        widget=MomentWidget(_("moment of publication")),
        validators=[validate_year],
        help_text=_(
            "Casablanca time. Left empty, it is the moment you publish. A moment to come "
            "publishes the text by itself when it is reached."
        ),
    )


class Publish(Step):
    name = "publish"
    label = _("Publish or schedule")
    explanation = _("Everybody can read it from the moment of publication on.")
    done = _("Published, or scheduled for its moment.")
    stages = frozenset({Stage.DRAFT, Stage.IN_REVIEW, Stage.SCHEDULED, Stage.WITHDRAWN})
    form_class = MomentForm

    def initial(self, row):
        return {"published_at": row.published_at}

    def change(self, row, given):
        row.state, row.remark = State.PUBLISHED, ""
        row.published_at = given["published_at"] or timezone.now()


class Withdraw(Step):
    name = "withdraw"
    label = _("Withdraw")
    explanation = _(
        "It leaves the lists, the search and the feeds. Its page stays, with a notice that it has "
        "been withdrawn."
    )
    done = _("Withdrawn.")
    stages = frozenset({Stage.PUBLISHED})

    def change(self, row, given):
        row.state = State.WITHDRAWN


class Trash(Step):
    """Not for what the public has read: that is withdrawn, and keeps its page."""

    name = "trash"
    label = _("Move to the trash")
    explanation = _(
        "It can be brought back from the trash for 30 days, with all that belongs to it."
    )
    done = _("Moved to the trash.")
    stages = frozenset({Stage.DRAFT, Stage.IN_REVIEW})
    right = "delete"

    def change(self, row, given):
        row.trashed_at = timezone.now()


class Restore(Step):
    name = "restore"
    label = _("Bring back from the trash")
    explanation = _("It comes back with all that belongs to it, as it was.")
    done = _("Brought back from the trash.")
    stages = frozenset({Stage.TRASHED})
    right = "delete"

    def change(self, row, given):
        row.trashed_at = None


#: In the order of their buttons.
STEPS = [Submit(), Publish(), Return(), Withdraw(), Restore(), Trash()]
