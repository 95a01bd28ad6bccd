from django.core.management.base import BaseCommand

from ampcpp.models import Message


class Command(BaseCommand):
    help = "Deletes messages of the contact form that are twelve months old. Run it every day."

    def handle(self, **options):
        self.stdout.write(f"Messages deleted: {Message.objects.forget()}")
