import secrets

from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_noop

from ampcpp.access import remove_second_factor
from ampcpp.groups import ADMINISTRATOR
from ampcpp.log import record_event

MADE = gettext_noop("made an administrator by a command")
OPENED_AGAIN = gettext_noop("administrator’s account opened again by a command")


class Command(BaseCommand):
    help = (
        "Makes an administrator, or opens an administrator's account again: gives a new password, "
        "said this once, and removes a lost second factor."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="the user name, which they sign in with")

    def handle(self, *, name, **options):
        user = User.objects.filter(username=name).first() or User(username=name)
        is_new = user.pk is None
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.is_staff = user.is_active = True
        try:
            user.full_clean()
        except ValidationError as error:
            raise CommandError(error.messages) from None
        user.save()
        user.groups.add(Group.objects.get(name=ADMINISTRATOR))
        remove_second_factor(user)
        record_event(user, MADE if is_new else OPENED_AGAIN, user)
        done = "Made" if is_new else "Opened again"
        self.stdout.write(f"{done}: administrator «{name}», password «{password}».")
        self.stdout.write(
            "It is said only this once. They sign in with it, set up a second factor and change it."
        )
