"""What visitors write through the contact form, for the secretariat's eyes only.

How long a message is kept is said to its author above the button of the form; ``forget()`` keeps
that promise.
"""

import datetime

from django.db import connection, models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from ampcpp.arabic import fold
from ampcpp.dates import format_date, today
from ampcpp.models.document import Document

DAY = datetime.timedelta(days=1)
#: The form says twelve months: backups may hold a message for another month.
KEPT = datetime.timedelta(days=334)
MOST_IN_AN_HOUR = 5
LONGEST_TEXT = 5_000  # letters


def sender_digest(address, day):
    """What is kept of the network address of a sender: it tells nothing to whoever reads it, and
    the same address gives another one each day."""
    return salted_hmac("ampcpp.message", f"{day} {address}", algorithm="sha256").hexdigest()


def wait_for(address):
    """Until the transaction ends, whoever else writes from this network address waits, so that
    each is counted before the next is asked. SQLite lets one transaction in at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            digest = sender_digest(address, today())
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [digest])


class MessageQuerySet(models.QuerySet):
    def matching(self, text):
        """Those that hold every word of ``text``."""
        rows = self
        for word in fold(text).split():
            rows = rows.filter(search_text__contains=word)
        return rows

    def of_the_last_hour(self, address):
        """Those sent from a network address; the hour may have begun yesterday."""
        digests = [sender_digest(address, day) for day in (today(), today() - DAY)]
        hour_ago = timezone.now() - datetime.timedelta(hours=1)
        return self.filter(sender__in=digests, sent_at__gt=hour_ago)

    def forget(self):
        """Deletes the old ones, blanks who sent the others; how many were deleted."""
        now = timezone.now()
        self.filter(sent_at__lte=now - DAY).exclude(sender="").update(sender="")
        return self.filter(sent_at__lte=now - KEPT).delete()[0]


class Message(models.Model):
    """One message of a visitor. It is stored first and mailed then, so that none is lost. It is not
    in the index of the search: that holds what has a page."""

    class Subject(models.TextChoices):
        QUESTION = "question", _("Question or request")
        CORRECTION = "correction", _("Mistake on the site")
        ACCESSIBILITY = "accessibility", _("Accessibility problem")
        PERSONAL_DATA = "personal-data", _("Personal data")
        PRESS = "press", _("Press")
        PARTNERSHIP = "partnership", _("Partnership")
        OTHER = "other", _("Other subject")

    name = models.CharField(_("name"), max_length=100)
    email = models.EmailField(_("e-mail"))
    subject = models.CharField(_("subject"), max_length=13, choices=Subject)
    about = models.CharField(_("page concerned"), max_length=500, blank=True)
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    language = models.CharField(_("language of the form"), max_length=2, choices=Document.Language)
    sender = models.CharField(max_length=64, editable=False)  # see sender_digest
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    is_mailed = models.BooleanField(
        _("mailed"),
        default=False,
        help_text=_("Whether a copy left for the association's mailbox."),
    )
    is_handled = models.BooleanField(
        _("handled"), default=False, help_text=_("Nothing remains to be done about it.")
    )

    search_text = models.TextField(editable=False, default="")

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-sent_at", "-pk"]

    def __str__(self):
        """Without the name: the admin's history keeps this when the message is forgotten."""
        return f"{self.get_subject_display()} – {format_date(self.sent_at)}"

    def save(self, *args, **kwargs):
        self.search_text = fold(f"{self.name} {self.email} {self.text}")
        super().save(*args, **kwargs)

    @property
    def forgotten_on(self):
        """The last day on which it is still kept."""
        return self.sent_at + KEPT
