"""Documents of a release. A document that belongs to no release needs none."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ampcpp.models import Document
from ampcpp.search import SearchedWith


class Attachment(SearchedWith):
    """A document at the end of a release; it is shown once the document itself is published."""

    release = models.ForeignKey(
        "news.Release", verbose_name=_("release"), on_delete=models.CASCADE, related_name="+"
    )
    document = models.ForeignKey(
        Document,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The public sees it once the document itself is published."),
    )

    class Meta:
        verbose_name = _("attached document")
        verbose_name_plural = _("attached documents")
        ordering = ["pk"]

    def __str__(self):
        return str(self.document)

    def searched_in(self):
        return [self.release]
