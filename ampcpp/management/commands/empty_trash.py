import datetime

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import timezone

from ampcpp.publishing import Publishable

KEPT = datetime.timedelta(days=30)


class Command(BaseCommand):
    help = "Deletes for good what has been in the trash for 30 days; for a daily job."

    def handle(self, **options):
        models = [model for model in apps.get_models() if issubclass(model, Publishable)]
        for model in models:
            for row in model.objects.filter(trashed_at__lte=timezone.now() - KEPT):
                self.stdout.write(f"{model._meta.label} {row.pk}")
                row.delete()
