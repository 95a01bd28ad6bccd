from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ampcpp.demo.loading import is_empty, load
from ampcpp.demo.tables import Content, ContentError


class Command(BaseCommand):
    help = "Loads the demo site into an empty database; leaves a filled one as it is."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "content")

    def handle(self, *, folder, **options):
        if not is_empty():
            self.stdout.write("The database has contents already: nothing loaded.")
            return
        try:
            load(Content(folder))
        except ContentError as error:
            raise CommandError(f"{error}. Nothing has been loaded.") from error
        self.stdout.write("Loaded the demo site.")
