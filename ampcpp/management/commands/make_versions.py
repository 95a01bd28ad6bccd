from django.apps import apps
from django.core.management.base import BaseCommand

from ampcpp.fields import PictureField


class Command(BaseCommand):
    help = "Makes the smaller versions of pictures that lack them; says which pictures are lost."

    def handle(self, **options):
        for model in apps.get_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, PictureField):
                    self.complete(model, field.name)

    def complete(self, model, name):
        for row in model._base_manager.exclude(**{name: ""}).iterator():
            file = getattr(row, name)
            try:
                with file.open() as picture:
                    file.save_versions(picture)
            except FileNotFoundError:
                self.stderr.write(f"{model._meta.label} {row.pk}: {file.name} is lost.")
