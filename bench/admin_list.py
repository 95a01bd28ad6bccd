"""The list of releases in the admin with 100,000 of them: `python bench/admin_list.py`.

Makes a database of its own on SQLite, or uses an empty one named by DATABASE_URL. In process, the
median of eleven requests; the demand is half a second and twelve queries.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

FOLDER = tempfile.mkdtemp(prefix="ampcpp-bench-")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER}/bench.sqlite3")
os.environ |= {"DEBUG": "1", "DJANGO_SETTINGS_MODULE": "ampcpp.settings", "MEDIA_ROOT": FOLDER}

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from news.models import Category, Release  # noqa: E402
from tests.conftest import in_group  # noqa: E402

ROWS, RUNS = 100_000, 11
TEXT = "<p>" + "ترأس رئيس الجمعية لقاء دراسيا حول دور المجالس الإقليمية في التنمية. " * 20 + "</p>"


def fill():
    """Releases of about 1.5 kB of text, an hour apart."""
    category = Category.objects.create(name_ar="لقاءات", slug="meetings")
    now = timezone.now()
    rows = (
        Release(
            title_ar=f"خبر رقم {number}",
            body_ar=TEXT,
            category=category,
            state="published",
            published_at=now - timedelta(hours=number),
        )
        for number in range(ROWS)
    )
    Release.objects.bulk_create(rows, batch_size=1_000)
    call_command("rebuild_search")


def measure(client, name, path):
    times = []
    for _ in range(RUNS):
        reset_queries()  # Django keeps the last 9,000 only
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            assert client.get(path).status_code == 200
            times.append(time.perf_counter() - began)
    print(f"{name:<12} {statistics.median(times):.3f} s, {len(queries)} queries")


def main():
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    fill()
    client = Client()
    client.force_login(in_group("publisher"))
    path = reverse("admin:news_release_changelist")
    measure(client, "list", path)
    measure(client, "page 500", f"{path}?p=500")
    measure(client, "drafts", f"{path}?state=draft")
    measure(client, "search", f"{path}?q=الإقليمية")
    measure(client, "desk", reverse("admin:index"))


if __name__ == "__main__":
    main()
