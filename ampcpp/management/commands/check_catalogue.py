"""Whether every message of the sources is translated into Arabic and French, and well.

The catalogues are brought up to date in a copy of the sources, so the checkout stays as it is.
``djangojs.po`` is kept by hand: only its translations are checked.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

PLURAL_FORMS = {"ar": 6, "fr": 2}
FORMS_OF_ONE_NUMBER = {"ar": {0, 1, 2}, "fr": set()}  # Arabic says «خبران» without a 2
NOT_SOURCES = [".git", ".venv", "node_modules", "var", "staticfiles", "tests", "content"]
MAKEMESSAGES = [
    *("makemessages", "--no-location", "--no-wrap", "--verbosity=0"),
    *(f"--locale={language}" for language in PLURAL_FORMS),
    *(f"--ignore={name}" for name in NOT_SOURCES),
]
PLACEHOLDER = re.compile(r"%\(\w+\)\w|%[sd]|\{\w*\}")
# Where letters other than English ones may stand: a quotation, a name such as Fès-Meknès.
QUOTATION_OR_NAME = re.compile(r"«[^»]*»|^[A-Z]\w+(?:[ -][A-Z]\w+)+$")
# A line may break at a plain space, and the sign then stands alone at its head.
PLAIN_SPACE = {"fr": re.compile("« | [»:;?!]")}


def make_messages(folder):
    """Brings the catalogues under this folder up to date with the sources in it."""
    command = [sys.executable, "manage.py", *MAKEMESSAGES]
    subprocess.run(command, cwd=folder, env=os.environ | {"DEBUG": "1"}, check=True)


def all_faults():
    with tempfile.TemporaryDirectory() as folder:
        ignore = shutil.ignore_patterns(*NOT_SOURCES)
        shutil.copytree(settings.BASE_DIR, folder, ignore=ignore, dirs_exist_ok=True)
        make_messages(folder)
        for language in PLURAL_FORMS:
            for path in sorted(Path(folder, "locale", language).rglob("*.po")):
                for fault in faults(read_po(path.read_bytes().splitlines(), language), language):
                    yield f"{language}/{path.name}: {fault}"


def faults(catalogue, language):
    """What is wrong with one catalogue: lines that name the message."""
    if catalogue.fuzzy:
        yield "the header is marked fuzzy, so nothing is compiled"
    if catalogue.num_plurals != PLURAL_FORMS[language]:
        yield f"the header says {catalogue.num_plurals} plural forms"
    yield from (f"obsolete: {message.id}" for message in catalogue.obsolete.values())
    for message in filter(lambda message: message.id, catalogue):
        yield from (f"{fault}: {message.id}" for fault in faults_of(message, language))


def faults_of(message, language):
    """What is wrong with one message, in a few words each."""
    ids, texts = (
        text if isinstance(text, tuple) else (text,) for text in (message.id, message.string)
    )
    if message.fuzzy:
        yield "fuzzy"
    if not all(texts) or len(texts) != (PLURAL_FORMS[language] if message.pluralizable else 1):
        yield "a plural form is missing" if any(texts) else "untranslated"
    if not all(map(is_english, ids)):
        yield "the id is not English"
    numberless = FORMS_OF_ONE_NUMBER[language] if message.pluralizable else ()
    for form, text in enumerate(texts):
        if text and not placeholders_agree(ids[-1], text, form in numberless):
            yield f"the placeholders differ in «{text}»"
        if language in PLAIN_SPACE and PLAIN_SPACE[language].search(text):
            yield f"a plain space beside a sign in «{text}»"


def is_english(text):
    return all(c.isascii() for c in QUOTATION_OR_NAME.sub("", text) if c.isalpha())


def placeholders_agree(original, text, may_omit_one):
    wanted, found = set(PLACEHOLDER.findall(original)), set(PLACEHOLDER.findall(text))
    return found <= wanted and len(wanted - found) <= may_omit_one


class Command(BaseCommand):
    help = "Checks the translations against the sources; --update adds what is new to them."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--update", action="store_true", help="write, do not check")

    def handle(self, *, update, **options):
        if not shutil.which("xgettext"):
            self.stderr.write("Not run: GNU gettext is not installed (apt install gettext)")
            sys.exit(update or os.environ.get("CI") == "true")
        elif update:
            make_messages(settings.BASE_DIR)
        elif lines := list(all_faults()):
            raise CommandError("\n".join([*lines, f"{len(lines)} faults in the catalogues."]))
