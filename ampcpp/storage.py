"""Static files in production: compressed, named by their contents, and one style sheet.

`css/site.css` imports the layers. A browser that reads the sources fetches them one by one;
``collectstatic`` puts them in the place of their imports, so that readers fetch one file.
"""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/site.css"
IMPORT = re.compile(r'@import url\("([\w-]+\.css)"\);')


class StaticStorage(CompressedManifestStaticFilesStorage):
    def post_process(self, paths, dry_run=False, **options):
        if SHEET in paths and not dry_run:
            # From the sources: what was collected before may be joined already.
            sheet = IMPORT.sub(lambda match: read(paths, f"css/{match[1]}"), read(paths, SHEET))
            self.delete(SHEET)
            self.save(SHEET, ContentFile(sheet.encode()))
            paths = paths | {SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run, **options)


def read(paths, name):
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
