"""A file belongs to the rows that name it: once none does, it is removed from the storage.

Copies of a row share its file, so the rows are asked, and only after the change is committed. A
change that fails takes back the files it wrote.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import models, transaction
from django.db.models.signals import post_delete

from ampcpp.uploads import MOST_BYTES

#: Pairs of a storage and the names that were written to it, while somebody may take them back.
WRITTEN = ContextVar("written", default=None)


@contextmanager
def taken_back():
    """Around a transaction: when it fails, what was written for its rows is removed."""
    token = WRITTEN.set([])
    try:
        yield
    except BaseException:
        for storage, names in WRITTEN.get():
            for name in names:
                storage.delete(name)
        raise
    finally:
        WRITTEN.reset(token)


def names_of(file):
    """All that is stored for a file of a row: a picture has versions beside it."""
    return set(getattr(file, "names", [file.name])) if file else set()


class OwnedFile:
    """For fields of files. Rows go by cascades too, which call nothing but signals."""

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            post_delete.connect(self.after_delete, sender=cls)

    def after_delete(self, instance, using, **kwargs):
        file = getattr(instance, self.name)
        self.leave(file, names_of(file), using)

    def pre_save(self, model_instance, add):
        """What a row held before this save is left, where it holds something else now."""
        rows = self.model._base_manager.filter(pk=None if add else model_instance.pk)
        before = next((getattr(row, self.name) for row in rows), None)
        try:
            file = super().pre_save(model_instance, add)
        finally:  # what stops halfway has written something too
            self.note(getattr(model_instance, self.attname), before)
        self.leave(before, names_of(before) - names_of(file), model_instance._state.db)
        return file

    def note(self, file, before):
        if WRITTEN.get() is not None and file and file._committed:
            WRITTEN.get().append((file.storage, names_of(file) - names_of(before)))

    def leave(self, file, names, using):
        if names:
            removal = partial(self.remove, file.storage, file.name, names)
            transaction.on_commit(removal, using=using, robust=True)

    def remove(self, storage, name, names):
        for row in self.model._base_manager.filter(**{self.name: name}):
            names = names - names_of(getattr(row, self.name))
        for unneeded in names:
            storage.delete(unneeded)


class OwnedFileField(OwnedFile, models.FileField):
    """A file that goes with its row."""

    def formfield(self, **kwargs):
        """With the limit that `static/js/upload-limit.js` holds before anything is sent."""
        field = super().formfield(**kwargs)
        field.widget.attrs["data-most-bytes"] = MOST_BYTES
        return field
