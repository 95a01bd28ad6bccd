"""Who is named in a release. Their offices are computed, not copied here."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ampcpp.search import SearchedWith
from governance.models import Person, Presidency, Term
from news.models.release import Release


class MentionQuerySet(models.QuerySet):
    def of_published(self):
        """Those in published releases, the newest release first."""
        return self.filter(release__in=Release.objects.published()).order_by(
            "-release__published_at", "-release__number"
        )

    def with_offices(self, on):
        """With the person, and the offices and council presidencies held on that day."""
        return self.select_related("person").prefetch_related(
            models.Prefetch(
                "person__terms", Term.objects.serving(on).with_titles(), to_attr="offices"
            ),
            models.Prefetch(
                "person__presidencies",
                Presidency.objects.serving(on).select_related("council", "person"),
                to_attr="councils",
            ),
        )


class Mention(SearchedWith):
    """A person named in a release, with the office held on its day or the title written here."""

    release = models.ForeignKey(
        Release, verbose_name=_("release"), on_delete=models.CASCADE, related_name="mentions"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="mentions"
    )
    position = models.PositiveSmallIntegerField(
        _("protocol order"), default=0, help_text=_("The smallest comes first.")
    )
    title = models.CharField(
        _("title of the person"),
        max_length=200,
        blank=True,
        help_text=_(
            "Only when it is not an office of the association: «وزير التربية الوطنية». "
            "Left empty, the office held on the day of the event is shown."
        ),
    )
    on_behalf_of = models.CharField(
        _("on behalf of"),
        max_length=200,
        blank=True,
        help_text=_("Whom the person stood in for: «رئيس الجمعية»."),
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("people named")
        ordering = ["position", "pk"]

    def __str__(self):
        return f"{self.person} – {self.release}"

    def searched_in(self):
        return [self.release]

    @property
    def titles(self):
        """The title written here, else those of the day; needs ``with_offices()``."""
        if self.title:
            return [self.title]
        return [held.title for held in (*self.person.offices, *self.person.councils)]
