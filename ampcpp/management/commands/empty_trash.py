import datetime

from django.apps import apps
from django.contrib.admin.models import DELETION
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext_noop

from ampcpp.log import record_event
from ampcpp.publishing import Publishable

KEPT = datetime.timedelta(days=30)
EMPTIED = gettext_noop("after 30 days in the trash")


class Command(BaseCommand):
    help = "Deletes for good what has been in the trash for 30 days; for a daily job."

    def handle(self, **options):
        models = [model for model in apps.get_models() if issubclass(model, Publishable)]
        for model in models:
            for row in model.objects.filter(trashed_at__lte=timezone.now() - KEPT):
                self.stdout.write(f"{model._meta.label} {row.pk}")
                self.record(row)
                row.delete()

    def record(self, row):
        """In the log, in the name of who moved it to the trash: a line of it has a name."""
        version = row.history.order_by("-history_id").first()
        if version and version.history_user:
            record_event(version.history_user, EMPTIED, row, DELETION)
