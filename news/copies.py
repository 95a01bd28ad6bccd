"""Copies of releases: a new one that begins like another, and changes that wait for a publisher.

What a writer changes in a release that the public reads is written in a copy (``copy_of``). It is
a draft like any other; to publish it is to put what it changes into the release: what was corrected
there meanwhile stays.
"""

from django.db import transaction
from django.utils import timezone
from modeltranslation.translator import translator
from modeltranslation.utils import get_translation_fields

from news.models import Attachment, Mention, Photo, Release

#: What belongs to the release and not to its contents.
OWN = {"number", "state", "published_at", "trashed_at", "updated_at", "remark", "copy_of"}
OWN |= {"pinned_until", "pin_position", "preview_until"}
#: What was said of the release that the public read; a new one begins without.
NOTE = [*get_translation_fields("change_note"), "noted_at"]
#: What follows from the contents and is written by nobody.
FOLLOWS = {"stale", "noted_at"}


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
    if copy_of is None:
        for name in NOTE:
            setattr(copy, name, None)
    copy.save()
    for rows in parts_of(release):
        for row in rows:
            row.pk, row._state.adding, row.release = None, True, copy
            row.save()
    return copy


def changes_to(release):
    """The copy in which its changes are written: the one that waits, out of the trash if it is
    there, or a new one."""
    copy = getattr(release, "copy", None)
    if copy is None:
        return duplicate(release, copy_of=release)
    if copy.trashed_at:
        copy.trashed_at = None
        copy.save()
    return copy


def contents():
    """The columns that are contents, one for each language."""
    followed = {*OWN, *translator.get_options_for_model(Release).get_field_names()}
    return [field for field in Release._meta.concrete_fields if field.name not in followed]


def first_version(copy):
    """What the public read when the copy was made."""
    return copy.history.earliest("history_id")


def changed_in(copy):
    """The columns that were changed in the copy since it was made."""
    first = first_version(copy)
    return [f for f in contents() if getattr(copy, f.attname) != getattr(first, f.attname)]


def changed_in_both(copy):
    """Those of them that were changed in the public text as well, and otherwise: to publish the
    copy undoes that."""
    first, release = first_version(copy), copy.copy_of
    return [
        field
        for field in changed_in(copy)
        if field.name not in FOLLOWS
        and getattr(release, field.attname)
        not in (getattr(first, field.attname), getattr(copy, field.attname))
    ]


@transaction.atomic
def apply(copy):
    """Puts what a copy changes into its release, which is returned; the copy is gone."""
    release = copy.copy_of
    changed = changed_in(copy)
    for field in changed:
        setattr(release, field.attname, getattr(copy, field.attname))
    if any(field.name in NOTE for field in changed):
        release.noted_at = timezone.now()
    for old, new in zip(parts_of(release), parts_of(copy), strict=True):
        old.delete()
        new.update(release=release)
    copy.delete()
    release.save()
    return release
