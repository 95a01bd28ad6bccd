"""What a model inherits to be found: its rows are in the index from the transaction that saves
them on, whatever their state; `public_from` says when the public may find them."""

from itertools import pairwise

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.utils import timezone
from modeltranslation.utils import build_localized_fieldname

from ampcpp.fields import RichTextField
from ampcpp.languages import LANGUAGES
from ampcpp.richtext import INVISIBLE, sanitize, to_text
from ampcpp.search import index
from ampcpp.search.question import ask
from ampcpp.search.terms import facet, terms_of

#: The moment of `public_from` for what is never anything but public.
ALWAYS = index.EPOCH


class SearchableQuerySet(models.QuerySet):
    def matching(self, text):
        """Rows that hold every word of ``text``, in any language and order, public or not; of the
        last word the beginning is enough."""
        question = ask(text, is_typing=True)
        if not question:
            return self.none()
        numbers = index.numbers(question.condition(self.model.kind_term()))
        return self.filter(pk__in=numbers)


class Searchable(models.Model):
    """Keeps its words in the index. ``SEARCHED`` are names of fields, the title first."""

    SEARCHED = ()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.drop_invisible_characters()
        with transaction.atomic(using=kwargs.get("using")):
            super().save(*args, **kwargs)
            self.index()

    def clean_fields(self, exclude=None):
        """A title of which nothing would be left is a missing one."""
        self.drop_invisible_characters()
        super().clean_fields(exclude)

    @classmethod
    def kind_term(cls):
        """The term that every row of the model has."""
        return facet("k", cls._meta.model_name)

    def index(self):
        """Keeps the row in the index as it is now, and as it will be when more of its texts are
        public."""
        title, *others = self.SEARCHED
        titles = list(self.texts_of(title))
        texts = [text for name in others for text in self.texts_of(name)]
        facets = {self.kind_term(), *self.facets()}
        now, public_from = timezone.now(), self.public_from
        more = list(self.more_texts())
        coming = sorted({moment for moment, _text in more if moment > now}) if public_from else []
        parts = []
        for moment, following in pairwise([now, *coming, None]):
            public = [text for at, text in more if at <= moment]
            terms, pairs = terms_of(titles, [*texts, *public])
            start = max(public_from, moment) if moment > now else public_from
            row = self._meta.model_name, self.pk, self.found_at, start
            parts.append(index.Row(*row, terms | facets, pairs, following))
        index.keep(*parts)

    def drop_invisible_characters(self):
        """Word's line breaks in a title, for one, are not allowed in a feed; marks of direction
        turn the words around that stand beside a title in a list."""
        for name in self.SEARCHED:
            for language in LANGUAGES:
                column = build_localized_fieldname(name, language)
                if value := getattr(self, column):
                    setattr(self, column, INVISIBLE.sub("", value))

    def texts_of(self, name):
        """A field in every language that has it, without tags."""
        is_rich = isinstance(self._meta.get_field(name), RichTextField)
        for language in LANGUAGES:
            if text := getattr(self, build_localized_fieldname(name, language)):
                yield to_text(sanitize(text)) if is_rich else text

    def more_texts(self):
        """``(moment, text)`` of words that are not in a column of the row; from that moment on they
        are public."""
        return ()

    def facets(self):
        """Terms by which a search is narrowed: the languages in which it can be read."""
        return {facet("l", code) for code in LANGUAGES if self.has_translation(code)}

    def has_translation(self, language):
        """Whether its title can be read in ``language``; a place alone may be written in more."""
        return bool(getattr(self, build_localized_fieldname(self.SEARCHED[0], language)))

    @property
    def found_at(self):
        """The moment by which the newest come first; None for what has none."""
        return self.public_from

    @property
    def public_from(self):
        """From when on the public may find it; None for never."""
        raise NotImplementedError


class SearchedWith(models.Model):
    """A row whose words or facets belong to other rows: what it `searched_in()` is indexed again
    when it is saved or deleted, also in a cascade."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Also what it was a part of until now is indexed again."""
        with transaction.atomic(using=kwargs.get("using")):
            known = type(self)._base_manager.filter(pk=self.pk).first()
            before = [*known.searched_in()] if known else []
            super().save(*args, **kwargs)
            now = [*self.searched_in()]
            for row in [*now, *(row for row in before if row not in now)]:
                row.index()

    def searched_in(self):
        """The `Searchable` rows that it is a part of."""
        raise NotImplementedError


def follow_deletions(sender, instance, **kwargs):
    """A cascade calls no method of the rows it deletes: this one rule needs Django's signal."""
    if isinstance(instance, Searchable):
        index.forget(instance._meta.model_name, instance.pk)
    if isinstance(instance, SearchedWith):
        for row in instance.searched_in():
            row.index()


post_delete.connect(follow_deletions, dispatch_uid="search")
