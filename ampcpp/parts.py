"""What hangs on a text, in words: photos, people and documents of a release, the lines of a
programme. Each version that a form saves keeps them, so that no word is lost with a row."""

from django.db import models


class WithParts(models.Model):
    """A version that also tells what hung on its text once it was saved: name of a model → pairs of
    what makes a row that row, and its words. None where no form saved it."""

    parts = models.JSONField(null=True, editable=False)

    class Meta:
        abstract = True


def texts_of(row):
    """What was written in each of its boxes, in each language."""
    columns = (field for field in row._meta.fields if hasattr(field, "translated_field"))
    return [getattr(row, field.attname) for field in columns]


def rows_of(text, model, words):
    """Pairs of a key and words of the rows of ``model`` that hang on ``text``, in their order;
    ``words`` makes both of a row."""
    (owner,) = (f.name for f in model._meta.fields if f.related_model is type(text))
    return [words(row) for row in model.objects.filter(**{owner: text})]


def keep_parts(text, parts):
    """In the newest version of ``text``; ``parts`` says of each model how its words are made."""
    kept = {model._meta.model_name: rows_of(text, model, words) for model, words in parts.items()}
    newest = text.history.first()
    if newest is not None:
        newest.parts = kept
        newest.save(update_fields=["parts"])
