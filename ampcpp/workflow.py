"""The steps of a text from draft to public and back: from where each may be taken, and by whom.

Nothing else changes a state. The admin shows the steps as buttons and asks before each
(`ampcpp/admin/steps.py`). A step belongs to no kind of text; what only some have is added to this
list where they are.
"""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from ampcpp.dates import format_moment
from ampcpp.fields import validate_year
from ampcpp.publishing import Publishable
from ampcpp.widgets import MomentWidget

State, Stage = Publishable.State, Publishable.Stage
#: What the public reads, or is going to.
PUBLIC = frozenset({Stage.SCHEDULED, Stage.PUBLISHED, Stage.WITHDRAWN})
CLOCKS_CHANGE = _(
    "The clocks change in that night: this hour comes twice, or not at all. Give another one, "
    "before 2:00 or from 3:00 on."
)


#: So long a moment may have passed while the page that asks was read.
WHILE_READING = datetime.timedelta(minutes=10)


def has_right(user, right, row):
    """Whether somebody has this permission of the row's model."""
    return user.has_perm(f"{row._meta.app_label}.{right}_{row._meta.model_name}")


class Step:
    """One step; subclasses say what it does. ``right`` is a permission of the row's model."""

    name = label = explanation = done = ""
    event = ""  # what the log says, a message id
    stages = frozenset()
    right = "publish"
    is_for_one = True  # whether the form of a text has a button for it
    is_for_many = True  # whether the list offers it for all that are chosen
    form_class = forms.Form

    def may(self, user, row):
        """Whether this step can be taken with this row, and by this user."""
        return row.stage in self.stages and has_right(user, self.right, row)

    def form_for(self, row):
        """The form that asks what this step needs with this row."""
        return self.form_class

    def initial(self, row):
        """What its form begins with."""
        return {}

    def version(self, row):
        """Of what is confirmed: once it is another one, the page asks again."""
        return f"{row.pk} {row.updated_at.isoformat()}"

    def refusal(self, row, given):
        """Why it cannot be taken with this row and what was given, in words; None when it can."""

    def change(self, row, given):
        """What becomes of the row; ``given`` is what the form of this step was filled with."""
        raise NotImplementedError

    def event_of(self, row):
        """What the log says, now that the step was taken."""
        return self.event

    def done_with(self, rows):
        """What the page says, now that the step was taken with all of them."""
        return self.done

    def take(self, row, given):
        """Takes the step and returns the row to look at next."""
        self.change(row, given)
        row.save()
        return row


class Submit(Step):
    name = "submit"
    label = _("Submit for review")
    explanation = _("A publisher reads it and publishes it, or returns it with a remark.")
    event = gettext_noop("submission for review")
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
    event = gettext_noop("return with a remark")
    done = _("Returned to its writer.")
    stages = frozenset({Stage.IN_REVIEW, Stage.SCHEDULED})
    form_class = RemarkForm

    def change(self, row, given):
        row.state, row.remark, row.published_at = State.DRAFT, given["remark"], None


class MomentField(forms.SplitDateTimeField):
    """A moment by Morocco's clocks, which are changed in two nights of most years."""

    def compress(self, data_list):
        try:
            return super().compress(data_list)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise forms.ValidationError(CLOCKS_CHANGE, error.code) from None


def moment_of_publication(help_text):
    return MomentField(
        label=_("moment of publication"),
        required=False,
        widget=MomentWidget(_("moment of publication")),
        validators=[validate_year],
        help_text=help_text,
    )


class MomentsForm(forms.Form):
    """Asks of many. A moment that has passed is asked about, as it may be a slip."""

    published_at = moment_of_publication(
        _(
            "Casablanca time. Left empty, each keeps the moment that stands beside it above, and "
            "those without one are published at once. A moment to come publishes them by itself "
            "when it is reached."
        )
    )
    is_past_meant = forms.BooleanField(
        label=_("Publish all the same, dated with this past moment"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            del self.fields["is_past_meant"]

    def clean(self):
        """The box is on the page only when there is something to ask."""
        given = super().clean()
        moment = given.get("published_at")
        is_past = moment is not None and moment < timezone.now() - WHILE_READING
        if not is_past or "published_at" not in self.changed_data:
            del self.fields["is_past_meant"]
        elif not given["is_past_meant"]:
            self.add_error(
                "published_at", _("This moment has passed. Correct it, or tick the box below.")
            )
        return given


class MomentForm(MomentsForm):
    """Asks of one, and begins with the moment it has."""

    published_at = moment_of_publication(
        _(
            "Casablanca time. Left empty, it is the moment you publish. A moment to come "
            "publishes the text by itself when it is reached."
        )
    )

    def clean_published_at(self):
        return self.cleaned_data["published_at"] or timezone.now()


PUBLISHED = _("Published: everybody can read it now. Its moment of publication: %(moment)s.")
SCHEDULED = _("Scheduled: nobody reads it yet. It is published by itself on %(moment)s.")
PUBLISHED_OR_SCHEDULED = _("Published: %(published)s. Scheduled for their moment: %(scheduled)s.")


class Publish(Step):
    name = "publish"
    label = _("Publish or schedule")
    explanation = _("Everybody can read it from the moment of publication on.")
    event = gettext_noop("publication")
    stages = frozenset({Stage.DRAFT, Stage.IN_REVIEW, Stage.SCHEDULED, Stage.WITHDRAWN})
    form_class = MomentsForm

    def form_for(self, row):
        return MomentForm

    def initial(self, row):
        return {"published_at": row.published_at}

    def change(self, row, given):
        row.state, row.remark = State.PUBLISHED, ""
        row.published_at = given["published_at"] or row.published_at or timezone.now()

    def event_of(self, row):
        return gettext_noop("scheduling") if row.is_scheduled else self.event

    def done_with(self, rows):
        if len(rows) == 1:
            words = SCHEDULED if rows[0].is_scheduled else PUBLISHED
            return words % {"moment": format_moment(rows[0].published_at)}
        scheduled = sum(row.is_scheduled for row in rows)
        numbers = {"published": len(rows) - scheduled, "scheduled": scheduled}
        return PUBLISHED_OR_SCHEDULED % numbers


class Withdraw(Step):
    name = "withdraw"
    label = _("Withdraw")
    explanation = _(
        "It leaves the lists, the search and the feeds. Its page stays, with a notice that it has "
        "been withdrawn."
    )
    event = gettext_noop("withdrawal")
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
    event = gettext_noop("move to the trash")
    done = _("Moved to the trash.")
    stages = frozenset({Stage.DRAFT, Stage.IN_REVIEW})
    right = "delete"

    def change(self, row, given):
        row.trashed_at = timezone.now()


class Restore(Step):
    """What was public before is public again, so it takes the right to publish as well."""

    name = "restore"
    label = _("Bring back from the trash")
    explanation = _("It comes back with all that belongs to it, as it was.")
    event = gettext_noop("return from the trash")
    done = _("Brought back from the trash.")
    stages = frozenset({Stage.TRASHED})
    right = "delete"

    def may(self, user, row):
        was_public = row.state in (State.PUBLISHED, State.WITHDRAWN)
        return super().may(user, row) and (not was_public or has_right(user, "publish", row))

    def change(self, row, given):
        row.trashed_at = None


#: In the order of their buttons.
STEPS = [Submit(), Publish(), Return(), Withdraw(), Restore(), Trash()]
