"""A save over somebody's newer version is refused, and both texts are shown.

The form carries the moment of the version it was made from. What was typed stays in it: to save
again is to prefer it, knowing the other.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.differences import differences

REFUSED = _(
    "Somebody saved this text while you were writing. Nothing of yours is lost: it is still in the "
    "form. Compare the two below; to keep yours, save once more."
)


class VersionForm(forms.ModelForm):
    """``conflict`` holds what differs from the stored row, when somebody else saved meanwhile."""

    version = forms.CharField(label="", required=False, widget=forms.HiddenInput)
    conflict = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.stored_version = self.version_of(self.instance)

    @staticmethod
    def version_of(row):
        return row.updated_at.isoformat() if row.pk else ""

    def clean(self):
        cleaned = super().clean()
        if (cleaned or {}).get("version", "") != self.stored_version:
            self.conflict = self.differences_with(cleaned)
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = self.stored_version
            self.add_error(None, REFUSED)
        return cleaned

    def differences_with(self, cleaned):
        """The stored value beside what was typed, of each field that could be read."""
        fields = [f for f in self.instance._meta.fields if f.name in cleaned]
        return differences(
            fields,
            lambda field: getattr(self.instance, field.attname),
            lambda field: cleaned[field.name],
        )
