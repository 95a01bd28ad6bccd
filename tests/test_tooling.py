"""What `make` and the check are built from: the catalogue's rules, PostgreSQL, the environment."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings
from hypothesis import settings as hypothesis_settings

from ampcpp.management.commands import check_catalogue
from tests import with_postgres

ARABIC_FORMS = (
    "لا خبر",
    "خبر واحد",
    "خبران",
    "%(count)s أخبار",
    "%(count)s خبرا",
    "%(count)s خبر",
)
COUNTED = ("%(count)s release", "%(count)s releases")


def run(*command, **environment):
    env = os.environ | environment
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=env, text=True, capture_output=True, check=False
    )


def arabic(*messages, **options):
    catalogue = Catalog("ar", fuzzy=False)
    for message, text in messages:
        catalogue.add(message, text, **options)
    return catalogue


# The catalogue


@pytest.mark.parametrize(
    ("message", "text", "expected"),
    [
        ("Search", "بحث", []),
        ("Search", "", ["untranslated"]),
        ("Write it between “quotes”, as «الصحراء المغربية» is.", "نص", []),
        ("Laâyoune-Sakia El Hamra", "العيون - الساقية الحمراء", []),
        ("Résultats", "نتائج", ["the id is not English"]),
        ("Acting (بالنيابة)", "بالنيابة", ["the id is not English"]),
        ("For %(query)s", "عن %(query)s", []),
        ("For %(query)s", "عن %(term)s", ["the placeholders differ in «عن %(term)s»"]),
        ("For %(query)s", "بحث", ["the placeholders differ in «بحث»"]),
        ("%d of {total}", "%d من {total}", []),
        ("%d of {total}", "%d", ["the placeholders differ in «%d»"]),
        (COUNTED, ARABIC_FORMS, []),
        (COUNTED, (*ARABIC_FORMS[:5], ""), ["a plural form is missing"]),
        (COUNTED, ARABIC_FORMS[:2], ["a plural form is missing"]),
        (COUNTED, (*ARABIC_FORMS[:5], "أخبار"), ["the placeholders differ in «أخبار»"]),
    ],
)
def test_each_fault_of_a_message_is_named(message, text, expected):
    name = str(message)
    faults = check_catalogue.faults(arabic((message, text)), "ar")
    assert list(faults) == [f"{fault}: {name}" for fault in expected]


@pytest.mark.parametrize("text", ["Tri :", "Tri ; total", "Quoi ?", "Oui !", "« Tri\u00a0»"])
def test_a_sign_of_french_keeps_its_space(text):
    def faults(text):
        catalogue = Catalog("fr", fuzzy=False)
        catalogue.add("Order", text)
        return list(check_catalogue.faults(catalogue, "fr"))

    assert faults(text) == [f"a plain space beside a sign in «{text}»: Order"]
    for space in ("\u00a0", "\u202f"):
        assert faults(text.replace(" ", space)) == []


def test_a_guess_of_gettext_is_a_fault():
    catalogue = arabic(("Search", "بحث"), flags=["fuzzy"])
    assert list(check_catalogue.faults(catalogue, "ar")) == ["fuzzy: Search"]


def test_a_message_no_source_has_is_a_fault():
    catalogue = arabic()
    catalogue.obsolete["Search"] = arabic(("Search", "بحث"))["Search"]
    assert list(check_catalogue.faults(catalogue, "ar")) == ["obsolete: Search"]


def test_a_catalogue_that_would_not_be_compiled_is_a_fault():
    faults = list(check_catalogue.faults(Catalog("fr"), "ar"))
    assert faults == [
        "the header is marked fuzzy, so nothing is compiled",
        "the header says 2 plural forms",
    ]


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_without_gettext_the_check_says_so(ci, code):
    done = run(sys.executable, "manage.py", "check_catalogue", PATH="/nowhere", CI=ci)
    assert done.returncode == code
    assert done.stderr == "Not run: GNU gettext is not installed (apt install gettext)\n"


# PostgreSQL

# On a developer's machine only: the check (CI=true) fails without it.
needs_postgres = pytest.mark.skipif(
    not with_postgres.programs() and os.environ.get("CI") != "true",
    reason="PostgreSQL is not installed",
)


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_without_postgresql_the_tests_say_so(monkeypatch, capsys, ci, code):
    monkeypatch.setattr(with_postgres, "candidates", lambda: [Path("/nowhere")])
    monkeypatch.setenv("CI", ci)
    assert with_postgres.main(["true"]) == code
    assert capsys.readouterr().out == (
        "Not run: PostgreSQL is not installed (apt install postgresql)\n"
    )


@needs_postgres
def test_a_command_gets_a_server_of_its_own_and_nothing_stays():
    script = (
        "from django.db import connection as c; c.ensure_connection();"
        "print(c.vendor, c.settings_dict['HOST'])"
    )
    manage = (sys.executable, "manage.py", "shell", "--verbosity=0", "--command", script)
    done = run(sys.executable, "tests/with_postgres.py", *manage)
    vendor, folder = done.stdout.split()
    assert vendor == "postgresql"
    assert not Path(folder).exists()


@needs_postgres
def test_the_exit_code_is_the_commands():
    assert run(sys.executable, "tests/with_postgres.py", "sh", "-c", "exit 7").returncode == 7


# The environment


def test_the_files_of_the_tests_are_temporary():
    for folder in (settings.MEDIA_ROOT, settings.DOCUMENTS_ROOT):
        assert Path(folder).is_relative_to(tempfile.gettempdir())


def test_hypothesis_invents_the_same_every_time():
    assert hypothesis_settings().derandomize


def test_make_run_takes_a_port():
    assert "manage.py runserver 8123\n" in run("make", "--dry-run", "run", "PORT=8123").stdout
