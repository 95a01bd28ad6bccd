"""What the search keeps: a row's place in its index, and questions that nothing answered."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from ampcpp.dates import today
from ampcpp.search.terms import words_of

LONGEST = 200  # letters
MOST_KEPT = 2_000  # questions: robots ask many


class SearchEntry(models.Model):
    """A row's place in the index; `ampcpp/search/index.py` reads and writes it. A row whose words
    will be others at a moment to come has several parts, each public for its time."""

    key = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=20)
    number = models.BigIntegerField()
    part = models.PositiveSmallIntegerField(default=0)
    public_from = models.DateTimeField(null=True)
    public_until = models.DateTimeField(null=True)
    digest = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "part"], name="ampcpp_searchentry_of_a_part"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.number}"


class EmptySearchQuerySet(models.QuerySet):
    def count_one(self, text):
        """Counts a question in vain; however it was spelled, by its folded words."""
        words = " ".join(words_of(text))[:LONGEST]
        if not words:
            return
        with transaction.atomic():
            asked = {"count": models.F("count") + 1, "last_on": today()}
            if not self.filter(words=words).update(**asked) and self.count() < MOST_KEPT:
                self.get_or_create(words=words, defaults={"count": 1, "last_on": today()})


class EmptySearch(models.Model):
    """Words that readers looked for in vain, and how often. Who asked is not kept."""

    words = models.CharField(_("words"), max_length=LONGEST, unique=True)
    count = models.PositiveIntegerField(_("how often"), default=0)
    last_on = models.DateField(_("last asked on"))

    objects = EmptySearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        ordering = ["-count", "-last_on", "words"]
        default_permissions = ("view", "delete")

    def __str__(self):
        return self.words
