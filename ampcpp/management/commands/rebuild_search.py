from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from ampcpp.search import Searchable, index

WIDTH = 40  # signs of the bar


class Command(BaseCommand):
    help = (
        "Makes the index of the search anew, small and complete: after an update that says so, or "
        "when rows were written past the application. Readers search the old one until it is done; "
        "on SQLite nobody can save meanwhile."
    )

    def handle(self, **options):
        models = [model for model in apps.get_models() if issubclass(model, Searchable)]
        total = sum(model._base_manager.count() for model in models)
        with transaction.atomic():
            index.clear()
            for done, row in enumerate(self.rows(models), start=1):
                row.index()
                self.draw(done, total)
            index.tidy()
        self.stdout.write(f"{total} rows indexed.")

    def rows(self, models):
        for model in models:
            yield from model._base_manager.order_by("pk").iterator(chunk_size=500)

    def draw(self, done, total):
        """A bar, drawn again whenever it grows, on a terminal only."""
        full, before = WIDTH * done // total, WIDTH * (done - 1) // total
        if full != before and self.stdout.isatty():
            self.stdout.write(f"\r{'█' * full}{'░' * (WIDTH - full)} {done}/{total}", ending="")
            self.stdout.flush()
            if done == total:
                self.stdout.write()
