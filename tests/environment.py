"""What the tests set before Django's settings are read: pytest loads it first (``-p``).

It also says, after the last test, what could not be run and which program was missing.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings as django_settings

os.environ.setdefault("DEBUG", "1")

# Playwright keeps an event loop on the thread of the tests, where Django would then refuse
# every query. Each query still runs to its end before the next one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# Uploads go to a temporary folder, with a folder in it for each of xdist's workers.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
if WORKER == "main":
    os.environ["FILES_OF_THE_TESTS"] = tempfile.mkdtemp(prefix="ampcpp-tests-")
    atexit.register(shutil.rmtree, os.environ["FILES_OF_THE_TESTS"], ignore_errors=True)
FILES = Path(os.environ["FILES_OF_THE_TESTS"]) / WORKER
os.environ["MEDIA_ROOT"] = str(FILES / "media")
os.environ["DOCUMENTS_ROOT"] = str(FILES / "documents")
os.environ["CACHE_ROOT"] = str(FILES / "cache")

NOT_RUN = pytest.StashKey[set[str]]()


def pytest_configure(config):
    config.stash[NOT_RUN] = set()
    # The site's own takes a quarter of a second for each account, on purpose.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    try:
        from hypothesis import HealthCheck, settings
    except ImportError:
        return
    settings.register_profile(
        "ci",
        deadline=None,
        derandomize=True,
        print_blob=True,
        # A busy machine is slow to invent, and the examples of a test may share its rows.
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    settings.load_profile("ci")


def not_run(config, line):
    """Have this line said at the end; a worker of xdist hands it to the main process."""
    config.stash[NOT_RUN].add(line)
    if hasattr(config, "workeroutput"):
        config.workeroutput["not_run"] = sorted(config.stash[NOT_RUN])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    node.config.stash[NOT_RUN].update(getattr(node, "workeroutput", {}).get("not_run", ()))


def pytest_terminal_summary(terminalreporter, config):
    for line in sorted(config.stash[NOT_RUN]):
        terminalreporter.write_line(f"Not run: {line}", yellow=True)
