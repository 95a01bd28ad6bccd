"""How large an upload may be. What is too large is counted as it comes, not kept.

The form around it is read to its end, so that its other fields come back with the refusal.
"""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 20 * 1024 * 1024
TOO_HEAVY = _("This file is larger than 20 MB. Make it smaller and choose it again.")


class LimitedUpload(FileUploadHandler):
    """Stands before Django's own handlers, which see the first bytes of a large file only."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.count = 0

    def receive_data_chunk(self, raw_data, start):
        self.count += len(raw_data)
        return raw_data if self.count <= MOST_BYTES else None

    def file_complete(self, file_size):
        """A file without contents that tells its true size, for the fields to refuse."""
        if self.count <= MOST_BYTES:
            return None
        for handler in self.request.upload_handlers:
            handler.upload_interrupted()  # the beginning of the file leaves the disk
        return UploadedFile(BytesIO(), self.file_name, self.content_type, self.count, self.charset)


def validate_size(file):
    if file.size > MOST_BYTES:
        raise ValidationError(TOO_HEAVY, code="too_heavy")
