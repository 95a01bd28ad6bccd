"""A plain search: every word of the question stands somewhere in the folded text of the row."""

from django.db import models
from modeltranslation.utils import build_localized_fieldname

from ampcpp.arabic import fold
from ampcpp.fields import RichTextField
from ampcpp.languages import LANGUAGES
from ampcpp.richtext import CONTROL, sanitize, to_text


class SearchableQuerySet(models.QuerySet):
    def matching(self, query):
        """Rows holding every word of ``query``, in any language and order, whatever the hamza."""
        words = fold(CONTROL.sub(" ", query)).split()  # PostgreSQL refuses a NUL
        rows = self if words else self.none()
        for word in words:
            rows = rows.filter(search_text__contains=word)
        return rows


class Searchable(models.Model):
    """Keeps the folded words of ``SEARCHED`` fields, in all languages, in one column."""

    #: Names of translated fields.
    SEARCHED = ()

    search_text = models.TextField(editable=False, default="")

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        self.drop_control_characters()
        self.search_text = fold(" ".join(self.searched_texts()))
        if update_fields is not None:
            update_fields = {*update_fields, "search_text"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def drop_control_characters(self):
        """Word's line breaks in a title, for one, are not allowed in a feed."""
        for name in self.SEARCHED:
            for language in LANGUAGES:
                column = build_localized_fieldname(name, language)
                if value := getattr(self, column):
                    setattr(self, column, CONTROL.sub("", value))

    def searched_texts(self):
        """The words of every searched field in every language, without tags."""
        for name in self.SEARCHED:
            is_rich = isinstance(self._meta.get_field(name), RichTextField)
            for language in LANGUAGES:
                text = getattr(self, build_localized_fieldname(name, language)) or ""
                yield to_text(sanitize(text)) if is_rich else text
