"""Copies of releases: a new one that begins like another, and changes that wait for a publisher.

What a writer changes in a release that the public reads is written in a copy (``copy_of``). It is
a draft like any other; to publish it is to put its contents into the release.
"""

from django.db import transaction
from modeltranslation.translator import translator

from news.models import Attachment, Mention, Photo, Release

#: What belongs to the release and not to its contents.
OWN = {"number", "state", "published_at", "trashed_at", "updated_at", "remark", "copy_of"}
OWN |= {"pinned_until", "pin_position", "preview_until"}


def parts_of(release):
    """Querysets of what hangs on a release."""
    return [model.objects.filter(release=release) for model in (Photo, Mention, Attachment)]


@transaction.atomic
def duplicate(release, copy_of=None):
    """A draft with the contents of ``release``. Photos share their files."""
    copy = Release.objects.get(pk=release.pk)
    copy.pk, copy._state.adding = None, True
    copy.state, copy.published_at, copy.pinned_until = Release.State.DRAFT, None, None
    copy.remark, copy.copy_of, copy.preview_until = "", copy_of, None
    copy.save()
    for rows in parts_of(release):
        for row in rows:
            row.pk, row._state.adding, row.release = None, True, copy
            row.save()
    return copy


@transaction.atomic
def apply(copy):
    """Puts the contents of a copy into its release, which is returned; the copy is gone."""
    release = copy.copy_of
    translated = translator.get_options_for_model(Release).get_field_names()
    for field in Release._meta.concrete_fields:
        if field.name not in OWN and field.name not in translated:
            setattr(release, field.attname, getattr(copy, field.attname))
    for old, new in zip(parts_of(release), parts_of(copy), strict=True):
        old.delete()
        new.update(release=release)
    copy.delete()
    release.save()
    return release
