"""Every page is valid HTML, and holds neither a script nor a style of its own."""

import json
import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.environment import not_run
from tests.every_page import every_page

pytestmark = pytest.mark.markup
JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
DATA = {"application/ld+json"}  # scripts that the browser does not run
#: What the checker says that is no fault → why.
LEFT = {}


@pytest.fixture
def checker(request):
    """Gives what the Nu checker finds in the pages of a folder: «page:line: message»."""
    java = shutil.which("java")
    if not (java and JAR.exists()):
        missing = "the Nu HTML checker (apt install openjdk-17-jre-headless npm; make test)"
        if os.environ.get("CI") == "true":
            pytest.fail(f"Not installed: {missing}", pytrace=False)
        not_run(request.config, f"the validity of HTML: {missing}")
        pytest.skip(missing)

    def check(folder):
        command = [java, "-Xss2m", "-jar", JAR, "--format", "json", "--exit-zero-always", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        messages = json.loads(done.stderr)["messages"]
        return sorted({line(message) for message in messages if message["message"] not in LEFT})

    return check


def line(message):
    page = Path(message.get("url", "")).stem
    level = message.get("subType", message["type"])
    said = message["message"].replace("“", "«").replace("”", "»")
    return f"{page}:{message.get('lastLine')}: {level}: {said} | {message.get('extract', '')!r}"


def save(pages, folder):
    for name, html in pages:
        (folder / f"{name}.html").write_text(html, encoding="utf-8")


@pytest.mark.parametrize("contents", ["rich", "empty"])
def test_every_page_is_valid(checker, db, tmp_path, contents):
    save(every_page(contents), tmp_path)
    found = checker(tmp_path)
    assert not found, "\n".join(found)


def test_the_checker_would_notice(checker, tmp_path):
    save([("wrong", "<!doctype html><html lang=ar><title>x</title><img src=x>")], tmp_path)
    assert [fault.split(": ")[1] for fault in checker(tmp_path)] == ["error"]


class Inline(HTMLParser):
    """Collects what a strict policy would refuse: `faults`."""

    def __init__(self, html):
        super().__init__()
        self.faults = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "style" or (tag == "script" and not self.is_allowed(values)):
            self.faults.append(f"<{tag}> at {self.getpos()}")
        for name, value in attributes:
            is_script = name.startswith("on") or (value or "").strip().startswith("javascript:")
            if name == "style" or is_script:
                self.faults.append(f"{name}={value!r} at {self.getpos()}")

    handle_startendtag = handle_starttag

    @staticmethod
    def is_allowed(script):
        return "src" in script or script.get("type") in DATA


@pytest.mark.parametrize("contents", ["rich", "empty"])
def test_no_page_holds_a_script_or_a_style(db, contents):
    found = {name: faults for name, html in every_page(contents) if (faults := Inline(html).faults)}
    assert found == {}


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<script>x</script>", 1),
        ("<script type=module>x</script>", 1),
        ("<script src=x></script>", 0),
        ('<script type="application/ld+json">{}</script>', 0),
        ("<style>p {}</style>", 1),
        ("<p style='color: red'>", 1),
        ("<svg style='color: red' />", 1),
        ("<p onclick=x()>", 1),
        ("<a href='javascript:x()'>", 1),
        ("<a href='/news/'>", 0),
    ],
)
def test_inline_scripts_and_styles_would_be_noticed(html, count):
    assert len(Inline(html).faults) == count
