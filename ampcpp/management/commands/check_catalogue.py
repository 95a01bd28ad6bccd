"""Whether every message of the sources is translated into Arabic and French, and well.

The catalogues are brought up to date in a copy of the sources, so the checkout stays as it is.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from gettext import c2py
from pathlib import Path

from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

PLURAL_FORMS = {"ar": 6, "fr": 2}
NOT_SOURCES = [".git", ".venv", "var", "staticfiles", "tests", "content"]
MAKEMESSAGES = [
    *("makemessages", "--no-location", "--no-wrap"),
    *(f"--locale={language}" for language in PLURAL_FORMS),
    *(f"--ignore={name}" for name in NOT_SOURCES),
]
MISSING = "GNU gettext is not installed (apt install gettext)"
PLACEHOLDER = re.compile(r"%\(\w+\)\w|%[sd]|\{\w*\}")
QUOTED = re.compile(r"«[^»]*»")


def make_messages(folder):
    """Brings the catalogues under this folder up to date with the sources in it."""
    command = [sys.executable, "manage.py", *MAKEMESSAGES, "--verbosity=0"]
    subprocess.run(command, cwd=folder, env=os.environ | {"DEBUG": "1"}, check=True)


def catalogues(folder):
    """Each language and its catalogue, as the sources say it should be."""
    for language in PLURAL_FORMS:
        path = Path(folder, "locale", language, "LC_MESSAGES", "django.po")
        with path.open("rb") as file:
            yield language, read_po(file, locale=language)


def faults(language, catalogue):
    """Lines that say what is wrong, each naming its message."""
    if catalogue.fuzzy:
        yield f"{language}: the header is marked fuzzy, so the catalogue is not compiled"
    if catalogue.num_plurals != PLURAL_FORMS[language]:
        yield f"{language}: the header says {catalogue.num_plurals} plural forms"
    for message in catalogue.obsolete.values():
        yield f"{language}: obsolete: {message.id}"
    for message in catalogue:
        for fault in faults_of(message, catalogue) if message.id else ():
            yield f"{language}: {fault}: {message.id}"


def faults_of(message, catalogue):
    """What is wrong with one message, in a word or two each."""
    ids, texts = forms(message.id), forms(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if not all(texts) or (message.pluralizable and len(texts) != catalogue.num_plurals):
        yield "untranslated" if not any(texts) else "a plural form is missing"
    if not all(map(is_english, ids)):
        yield "the id is not English"
    if any(
        not placeholders_agree(ids[-1], text, message.pluralizable and form in lone)
        for lone in [forms_of_one_number(catalogue)]
        for form, text in enumerate(texts)
        if text
    ):
        yield "the placeholders differ"


def forms(text):
    return text if isinstance(text, tuple) else (text,)


def is_english(text):
    """Arabic may be quoted, between «these»; “ ” … and the like are no letters."""
    return not any(c.isalpha() and not c.isascii() for c in QUOTED.sub("", text))


def forms_of_one_number(catalogue):
    """The plural forms that stand for one number: Arabic says «خبران» without a 2."""
    uses = Counter(map(c2py(catalogue.plural_expr), range(1000)))
    return {form for form, count in uses.items() if count == 1}


def placeholders_agree(original, text, may_omit_number):
    wanted, found = set(PLACEHOLDER.findall(original)), set(PLACEHOLDER.findall(text))
    return found == wanted or (may_omit_number and found < wanted and len(wanted - found) == 1)


class Command(BaseCommand):
    help = "Checks that the translations are complete; --update first adds what is new to them."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--update", action="store_true", help="write the catalogues instead")

    def handle(self, *, update, **options):
        if not shutil.which("xgettext"):
            if update or os.environ.get("CI") == "true":
                raise CommandError(MISSING)
            self.stdout.write(f"Not run: {MISSING}")
        elif update:
            make_messages(settings.BASE_DIR)
        elif lines := self.lines():
            raise CommandError("\n".join([*lines, f"{len(lines)} faults in the catalogues."]))

    def lines(self):
        with tempfile.TemporaryDirectory() as folder:
            ignore = shutil.ignore_patterns(*NOT_SOURCES)
            shutil.copytree(settings.BASE_DIR, folder, ignore=ignore, dirs_exist_ok=True)
            make_messages(folder)
            return [line for each in catalogues(folder) for line in faults(*each)]
