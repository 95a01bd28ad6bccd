"""News items. A text that stays is a page, a plan is an activity."""

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Count, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ampcpp.dates import as_day, today
from ampcpp.fields import DayField, RichTextField, unguessable_name
from ampcpp.files import OwnedFileField
from ampcpp.models import Document
from ampcpp.models.document import documents_storage
from ampcpp.publishing import Publishable, PublishableQuerySet
from ampcpp.search import Searchable, SearchableQuerySet
from ampcpp.search.terms import facet
from ampcpp.slugs import slug_of
from news.models.category import Category
from news.models.video import VideoField, site_of

# Asked at every save: by the ORM the two take half of the time that the index takes.
PEOPLE = "SELECT person_id FROM news_mention WHERE release_id = %s"
DOCUMENTS = "SELECT document_id FROM news_attachment WHERE release_id = %s"


class ReleaseQuerySet(PublishableQuerySet, SearchableQuerySet):
    def newest_first(self):
        return self.order_by("-published_at", "-number")

    def featured_first(self):
        """The pinned ones whose day has not passed, in their order, then the newest."""
        is_pinned = Q(pinned_until__gte=today())
        not_pinned = models.Value(None, models.IntegerField())
        order = models.Case(models.When(is_pinned, then="pin_position"), default=not_pinned)
        return self.order_by(order.asc(nulls_last=True), "-published_at", "-number")

    def before(self, release):
        """Those published before ``release``, the nearest first; the number settles a tie."""
        moment = {"published_at": release.published_at, "number__lt": release.number}
        return self.filter(Q(published_at__lt=release.published_at) | Q(**moment)).newest_first()

    def after(self, release):
        """Those published after ``release``, the nearest first."""
        moment = {"published_at": release.published_at, "number__gt": release.number}
        rows = self.filter(Q(published_at__gt=release.published_at) | Q(**moment))
        return rows.newest_first().reverse()

    def neighbours(self, release):
        """The nearest before ``release`` and the nearest after it, or None, in one query."""
        sides = (self.before(release), self.after(release))
        nearest = self.filter(pk__in=[Subquery(side.values("pk")[:1]) for side in sides])
        earlier, later = None, None
        for row in nearest:
            if (row.published_at, row.number) < (release.published_at, release.number):
                earlier = row
            else:
                later = row
        return earlier, later

    def with_cover(self):
        """With what a card shows: category and photos."""
        return self.select_related("category").prefetch_related("photos")

    def related_to(self, release):
        """The others that name the same people or are of the same category, the closest first."""
        people = release.mentions.values("person")
        shared = Count("mentions", filter=Q(mentions__person__in=people), distinct=True)
        return (
            self.exclude(pk=release.pk)
            .annotate(shared_people=shared)
            .filter(Q(shared_people__gt=0) | Q(category=release.category_id))
            .order_by("-shared_people", "-published_at", "-number")
        )


class Release(Publishable, Searchable):
    """One news item. Its number is given once, stands in its address and is never given again."""

    TRANSLATION = ("title", "body")
    SEARCHED = ("title", "lead", "body", "place")

    number = models.BigAutoField(_("number"), primary_key=True)
    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.PROTECT, related_name="releases"
    )
    title = models.CharField(
        _("title"),
        max_length=250,
        help_text=_("What happened, in one line. A telephone shows about 90 letters."),
    )
    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_("One or two sentences: who, what, where, when. Lists show it."),
    )
    body = RichTextField(_("text"))
    happened_on = DayField(
        _("happened on"),
        null=True,
        blank=True,
        help_text=_("The day of the event. The offices of the people named are those of that day."),
    )
    happened_until = DayField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The last day of an event of several days."),
    )
    place = models.CharField(_("place"), max_length=150, blank=True)
    pinned_until = DayField(
        _("at the head of the home page until"),
        null=True,
        blank=True,
        help_text=_("Up to the end of that day. Left empty, the newest release stands there."),
    )
    pin_position = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Of several at the head, the smallest comes first.")
    )
    change_note = models.CharField(
        _("public note on a change"),
        max_length=250,
        blank=True,
        help_text=_(
            "What was changed after the publication: «تصحيح تاريخ اللقاء». The page shows it with "
            "its day. Small corrections need none."
        ),
    )
    noted_at = models.DateTimeField(null=True, editable=False)  # when the note was written
    preview_until = models.DateTimeField(null=True, editable=False)  # see `preview.py`
    copy_of = models.OneToOneField(
        "self",
        verbose_name=_("changes to"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,  # the words of a writer stay, as a draft of its own
        related_name="copy",
    )
    source_file = OwnedFileField(
        _("Word file"),
        blank=True,
        editable=False,
        storage=documents_storage,
        upload_to=unguessable_name,
        help_text=_("What the draft was made from. The public never sees it."),
    )
    video_url = VideoField(
        _("video"),
        blank=True,
        help_text=_(
            "The address of a film on YouTube, Vimeo or Facebook. Readers see a picture that leads "
            "there; nothing of that site is loaded before."
        ),
    )
    documents = models.ManyToManyField(
        Document, verbose_name=_("documents"), through="news.Attachment", related_name="releases"
    )

    objects = ReleaseQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-published_at", "-number"]
        indexes = [
            models.Index(fields=["state", "-published_at"], name="news_release_newest"),
            # The list of the admin, and its count.
            models.Index(
                fields=["trashed_at", "-published_at", "-number"], name="news_release_listed"
            ),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(happened_until=None) | Q(happened_until__gt=models.F("happened_on")),
                name="news_release_happened_until_is_later",
                violation_error_message=_("The last day of the event must follow its first day."),
            ),
            models.CheckConstraint(
                condition=Q(copy_of=None) | Q(state__in=["draft", "in_review"]),
                name="news_release_copy_is_not_public",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("news:detail", kwargs={"number": self.number, "slug": slug_of(self.title)})

    def more_texts(self):
        """The titles of its documents, each from when the public may read it."""
        if attached := self.numbers(DOCUMENTS):
            for document in Document.objects.to_be_published().filter(pk__in=attached):
                for title in document.texts_of("title"):
                    yield document.published_at, title

    def facets(self):
        year = {facet("y", as_day(self.published_at).year)} if self.published_at else set()
        people = {facet("n", number) for number in self.numbers(PEOPLE)}
        return {*super().facets(), facet("c", self.category_id), *year, *people}

    def numbers(self, question):
        """What SQL answers of this release, a number in each row."""
        with connection.cursor() as cursor:
            cursor.execute(question, [self.pk])
            return [number for (number,) in cursor.fetchall()]

    @property
    def day(self):
        """The day that decides which office people held: the event's, else the publication's."""
        return self.happened_on or (as_day(self.published_at) if self.published_at else today())

    @property
    def cover(self):
        """Its first photo, or None: then the pattern of its category stands for it."""
        photos = self.photos.all()
        return photos[0] if photos else None

    @property
    def video_site(self):
        """«YouTube», or None."""
        return site_of(self.video_url)

    def clean(self):
        super().clean()
        if self.happened_until and not self.happened_on:
            raise ValidationError({"happened_on": _("Give the first day as well.")})
