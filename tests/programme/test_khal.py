"""The calendar in a program of others: khal takes it in, shows it, and takes in its changes."""

import datetime
import os
import shutil
import subprocess

import pytest

from programme.models import Activity
from tests.environment import not_run
from tests.factories import make_activity, make_programme

pytestmark = pytest.mark.django_db
KHAL = shutil.which("khal")
MISSING = "khal is not installed (apt install khal)"
FORMAT = "{start}|{end}|{title}|{status}|{uid}"
CONFIGURATION = """
[calendars]
[[ampcpp]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""


@pytest.fixture
def khal(request, tmp_path):
    """Runs khal on a calendar of its own and gives the lines it wrote."""
    if not KHAL and os.environ.get("CI") != "true":
        not_run(request.config, f"the tests with khal: {MISSING}")
        pytest.skip(MISSING)
    if not KHAL:
        pytest.fail(MISSING, pytrace=False)
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(CONFIGURATION.format(folder=tmp_path), encoding="utf-8")

    def run(*arguments):
        done = subprocess.run(
            [KHAL, "-c", str(tmp_path / "config"), *map(str, arguments)],
            env={**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=True,
        )
        return [line.rstrip() for line in done.stdout.splitlines() if line.strip()]

    return run


@pytest.fixture
def entries(client, khal, tmp_path):
    """Takes the calendar in, as a program does that reads it again, and gives a year's entries."""

    def read(path="/programme/2022/calendar.ics", year=2022):
        file = tmp_path / "read.ics"
        file.write_bytes(client.get(path).content)
        khal("import", "--batch", "-a", "ampcpp", file)
        lines = khal(
            "list", "--once", "--day-format", "", "--format", FORMAT, f"{year}-01-01", "365d"
        )
        return [[part.strip() for part in line.split("|")] for line in lines]

    return read


def test_the_demo_programme(entries, demo):
    found = entries()
    assert len(found) == 32
    assert [entry[:4] for entry in found[:4]] == [
        ["2022-03-10", "2022-03-10", "اجتماع تحضير", "CONFIRMED"],
        ["2022-03-15 09:00", "2022-03-15 10:00", "اجتماع تنسيقي تواصلي", "CONFIRMED"],
        [
            "2022-03-17",
            "2022-03-17",
            "التكوين المستمر لمنتخبي مجالس العمالات والأقاليم",
            "CONFIRMED",
        ],
        ["2022-03-22", "2022-03-24", "المشاركة في مؤتمر السلطات المحلية والجهوية", "CONFIRMED"],
    ]  # 10:00 on Morocco's clocks; khal gives an hour to what has no end
    dated = Activity.objects.exclude(happens_on=None)
    assert {entry[4] for entry in found} == {f"activity-{row.pk}@ampcpp" for row in dated}


def test_a_change_takes_the_place_of_what_was_there(entries, noon):
    programme = make_programme(year=2022)
    moved = make_activity(programme, "اجتماع", happens_on="2022-07-01")
    dropped = make_activity(programme, "ندوة", happens_on="2022-07-05", happens_until="2022-07-06")
    before = [entry[:4] for entry in entries()]
    assert before == [
        ["2022-07-01", "2022-07-01", "اجتماع", "CONFIRMED"],
        ["2022-07-05", "2022-07-06", "ندوة", "CONFIRMED"],
    ]

    noon.shift(60)
    moved.happens_on = datetime.date(2022, 7, 8)
    moved.save()
    dropped.is_cancelled = True
    dropped.save()
    after = [entry[:4] for entry in entries("/programme/calendar.ics")]  # the same UID there
    assert after == [
        ["2022-07-05", "2022-07-06", "ملغى: ندوة", "CANCELLED"],
        ["2022-07-08", "2022-07-08", "اجتماع", "CONFIRMED"],
    ]
