"""Changes that wait in a copy, compared with what the public reads; each leads to the other."""

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.differences import differences, rows_differences
from ampcpp.parts import rows_of, texts_of
from news.copies import FOLLOWS, changed_in, changed_in_both, first_version
from news.models import Attachment, Mention, Photo, Release

CHANGES = _("This changes for the public: what is struck out goes, what is underlined comes.")
CORRECTIONS = _("These corrections of the public text were made after the changes were begun:")
OLDER_PARTS = _(
    "The public text was saved after the changes were begun, and these take the place of its own: "
    "see that nothing is lost that was added or mended meanwhile."
)


def words_of_photo(row):
    words = [*texts_of(row), row.credit, gettext("decorative") if row.is_decorative else ""]
    return f"{row.reference} {row.image.name}", joined(words) or str(row)


def words_of_mention(row):
    return str(row.person_id), joined([str(row.person), *texts_of(row)])


def words_of_attachment(row):
    return str(row.document_id), str(row.document)


def joined(words):
    return " – ".join(filter(None, words))


#: What hangs on a release → what makes two rows the same one, and its words.
PARTS = {
    Photo: words_of_photo,
    Mention: words_of_mention,
    Attachment: words_of_attachment,
}


def part_differences(old, new):
    """Of the photos, people and documents of two releases."""
    return rows_differences(
        PARTS,
        {model: rows_of(old, model, words) for model, words in PARTS.items()},
        {model: rows_of(new, model, words) for model, words in PARTS.items()},
    )


def values_of(row):
    return lambda field: getattr(row, field.attname)


def comparisons_of(copy):
    """What publishing it changes, and what it undoes: pairs of words and differences."""
    fields = [field for field in changed_in(copy) if field.name not in FOLLOWS]
    first, live = first_version(copy), copy.copy_of
    texts = differences(fields, values_of(live), values_of(copy))
    parts = [*part_differences(live, copy)]
    # Photos, people and documents are kept in words: nobody tells which of two is the later one.
    is_older = bool(parts) and live.updated_at > first.updated_at
    yield CHANGES, texts if is_older else texts + parts
    if is_older:
        yield OLDER_PARTS, parts
    if both := changed_in_both(copy):
        yield CORRECTIONS, differences(both, values_of(first), values_of(live))


class CopiesAdmin(admin.ModelAdmin):
    """An admin in which a public text and the copy with its changes lead to each other."""

    parts = PARTS

    def comparisons(self, step, rows):
        if step.name == "apply" and len(rows) == 1:
            return list(comparisons_of(rows[0]))
        return super().comparisons(step, rows)

    def versions_of(self, row):
        """Changes to a public release are compared with it too."""
        numbers = [row.pk, row.copy_of_id]
        return Release.history.filter(number__in=numbers).select_related("history_user")

    def first_compared(self, row, versions):
        """Of changes: the public text with the newest of the copy."""
        if row.copy_of_id is None:
            return super().first_compared(row, versions)
        old, new = (
            next((version for version in versions if version.number == number), None)
            for number in (row.copy_of_id, row.pk)
        )
        return old, new

    def comparison_url(self, copy):
        """The page that compares a copy with the public text, or with the list to choose from."""
        old, new = copy.copy_of.history.first(), copy.history.first()
        if old is None:
            return reverse("admin:news_release_history", args=[copy.pk])
        return f"{self.compare_url(copy)}?old={old.history_id}&new={new.history_id}"

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and obj.copy_of_id:
            context["comparison_url"] = self.comparison_url(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
