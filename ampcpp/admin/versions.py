"""Every save of a text is a version: who and when, compared word by word, restored as a new one."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ampcpp.admin.differences import differences, rows_differences
from ampcpp.parts import ROWS, keep_parts

MOST_LISTED = 100
#: What a version holds and nobody writes: it follows from saves and from buttons.
NOT_COMPARED = {"updated_at", "stale", "noted_at", "preview_until"}
#: What is restored is the text; where it stands stays, on the home page too, and so does a
#: document's file: the one before it was removed from the storage. A revoked link stays so.
NOT_RESTORED = {"state", "published_at", "trashed_at", "remark", "copy_of", "updated_at"}
NOT_RESTORED |= {"pinned_until", "pin_position", "file", "size", "preview_until"}


class VersionsAdmin(admin.ModelAdmin):
    """The history page of Django lists versions; two of them are compared on a page of its own."""

    #: What hangs on a text → a function from a row to a pair: what makes it that row, its words.
    parts = {}

    def get_urls(self):
        view = self.admin_site.admin_view(self.compare_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_compare"
        return [path("<int:number>/compare/", view, name=name), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        versions = list(self.versions_of(row)[: MOST_LISTED + 1])
        old, new = self.first_compared(row, versions)
        context = self.versions_context(request, row) | {
            "title": _("Versions"),
            "help": _(
                "Every save is kept here, the newest first. Choose an old version and a new one, "
                "then compare them; the page that follows can restore the text of the old one. Of "
                "photos, people, documents and the lines of a programme the old words can be "
                "read there and copied; a picture that was deleted does not come back."
            ),
            "versions": versions[:MOST_LISTED],
            "is_cut": len(versions) > MOST_LISTED,
            "old": old,
            "new": new,
            "compare_url": self.compare_url(row),
        }
        return TemplateResponse(request, "admin/versions.html", context)

    @method_decorator(transaction.atomic)
    def compare_view(self, request, number):
        row = self.get_object(request, str(number))
        if row is None or not self.has_view_or_change_permission(request, row):
            raise Http404
        old = self.version_of(row, request.GET.get("old", ""))
        if request.method == "POST":
            return self.restore(request, row, old)
        new = self.version_of(row, request.GET.get("new", ""))
        context = self.versions_context(request, row) | {
            "title": _("Two versions compared"),
            "help": _(
                "Looking changes nothing. If you restore the old version, it becomes the newest, "
                "and today's text stays among the versions."
            ),
            "old": old,
            "new": new,
            "differences": [
                *differences(
                    [field for field in self.versioned_fields() if field.name not in NOT_COMPARED],
                    lambda field: getattr(old, field.attname),
                    lambda field: getattr(new, field.attname),
                ),
                *self.part_differences(old, new),
            ],
            "may_restore": self.has_change_permission(request, row),
        }
        return TemplateResponse(request, "admin/compare.html", context)

    def save_model(self, request, obj, form, change):
        """What no form has kept yet is kept before this one changes it."""
        newest = obj.history.first() if change and self.parts else None
        if newest is not None and ROWS not in (newest.parts or {}):
            self.keep_parts_of(obj)
        super().save_model(request, obj, form, change)

    def log_addition(self, request, obj, message):
        self.keep_parts_of(obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        """After each form and each step: what hangs on the text is saved by then."""
        self.keep_parts_of(obj)
        return super().log_change(request, obj, message)

    def keep_parts_of(self, row):
        if self.parts and row.pk:
            keep_parts(row, self.parts)

    def part_differences(self, old, new):
        """Of what hung on two versions, as far as it was kept."""
        if not self.parts or old.parts is None or new.parts is None:
            return []
        kept = (
            {model: version.parts.get(model._meta.model_name, []) for model in self.parts}
            for version in (old, new)
        )
        return rows_differences(self.parts, *kept)

    def restore(self, request, row, version):
        """The texts of a version, saved anew: nothing that came after it is lost."""
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        for field in self.versioned_fields():
            if field.name not in NOT_RESTORED and not field.primary_key:
                setattr(row, field.attname, getattr(version, field.attname))
        row.save()
        self.log_change(request, row, gettext_noop("return to an old version"))
        messages.success(request, _("The old version was restored; it is a new version now."))
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])
        )

    def versions_context(self, request, row):
        return {**self.admin_site.each_context(request), "opts": self.opts, "original": row}

    def compare_url(self, row):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_compare"
        return reverse(name, args=[row.pk])

    def versions_of(self, row):
        """Its versions, the newest first."""
        return row.history.select_related("history_user")

    def first_compared(self, row, versions):
        """The old and the new version that the list begins with: the two last."""
        return (versions[:2][-1], versions[0]) if versions else (None, None)

    def version_of(self, row, key):
        """One of the versions that are listed; raises ``Http404`` for another."""
        if not key.isascii() or not key.isdigit() or len(key) > 9:
            raise Http404
        version = self.versions_of(row).filter(history_id=int(key)).first()
        if version is None:
            raise Http404
        return version

    def versioned_fields(self):
        """The columns of a language each, not the column that follows the active language."""
        names = {field.name for field in self.model.history.model._meta.fields}
        translated = {
            field.translated_field.name
            for field in self.model._meta.fields
            if hasattr(field, "translated_field")
        }
        return [
            field
            for field in self.model._meta.fields
            if field.name in names and field.name not in translated
        ]
