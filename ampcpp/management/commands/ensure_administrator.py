import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "admin"


class Command(BaseCommand):
    help = "Makes an administrator when there is none, and says its password this once."

    def handle(self, **options):
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser(NAME, password=password)
        self.stdout.write(f"Made an administrator: name «{NAME}», password «{password}».")
        self.stdout.write(
            "It is said only this once; `manage.py changepassword admin` sets another."
        )
