"""What hangs on a text, in words: photos, people and documents of a release, the lines of a
programme. Each version that a form saves keeps them, so that no word is lost with a row; and the
rows as they were, so that a form made from it knows which of its boxes somebody changed."""

import json

from django.core import serializers
from django.db import models

ROWS = "rows"  # beside the names of models


class WithParts(models.Model):
    """A version that also tells what hung on its text once it was saved: name of a model → pairs of
    what makes a row that row, and its words; ``ROWS`` → all of them, column by column. None where
    no form saved it."""

    parts = models.JSONField(null=True, editable=False)

    class Meta:
        abstract = True


def texts_of(row):
    """What was written in each of its boxes, in each language."""
    columns = (field for field in row._meta.fields if hasattr(field, "translated_field"))
    return [getattr(row, field.attname) for field in columns]


def hanging_on(text, model):
    """The rows of ``model`` that hang on ``text``, in their order."""
    (owner,) = (f.name for f in model._meta.fields if f.related_model is type(text))
    return model.objects.filter(**{owner: text})


def rows_of(text, model, words):
    """Pairs of a key and words of the rows of ``model``; ``words`` makes both of a row."""
    return [words(row) for row in hanging_on(text, model)]


def keep_parts(text, parts):
    """In the newest version of ``text``; ``parts`` says of each model how its words are made."""
    kept = {model._meta.model_name: rows_of(text, model, words) for model, words in parts.items()}
    rows = [row for model in parts for row in hanging_on(text, model)]
    newest = text.history.first()
    if newest is not None:
        newest.parts = kept | {ROWS: json.loads(serializers.serialize("json", rows))}
        newest.save(update_fields=["parts"])


def kept_rows(version):
    """Model and key → the row that hung on this version, as it was then."""
    kept = (getattr(version, "parts", None) or {}).get(ROWS, [])
    found = serializers.deserialize("python", kept, ignorenonexistent=True)
    return {(type(one.object), str(one.object.pk)): one.object for one in found}
