"""The advice on the labelled texts: `python bench/checker.py`.

Says of each set its recall and precision, and names every miss and every false alarm, which the
tests tell only when they fail. The texts of the archive are measured where they are.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {"DEBUG": "1", "DJANGO_SETTINGS_MODULE": "ampcpp.settings"}
os.environ["DATABASE_URL"] = "sqlite://:memory:"  # nothing is read from it

import django  # noqa: E402

django.setup()

from tests.archive import EXPORT  # noqa: E402
from tests.news import test_checker_archive, test_checker_written  # noqa: E402


def main():
    for name in test_checker_written.SETS:
        print(test_checker_written.measured(name)[-1])
    if EXPORT.exists():
        for half in ("tuning", "held-back"):
            print(test_checker_archive.measured(half)[-1])


if __name__ == "__main__":
    main()
