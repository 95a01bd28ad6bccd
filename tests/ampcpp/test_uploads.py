"""200 megabytes sent to a real server: a sentence in Arabic, the rest of the form, nothing kept."""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from django.conf import settings

from ampcpp.uploads import MOST_BYTES

MEGABYTE = 1024 * 1024
SENT = 200 * MEGABYTE
SETTING_UP = """
import json, django; django.setup()
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from tests.conftest import with_second_factor
call_command("migrate", verbosity=0)
client = Client()
client.force_login(with_second_factor(User.objects.create_superuser("admin")))
print(json.dumps(client.cookies["sessionid"].value))
"""


class Server:
    """The site under gunicorn, one worker, with a database and folders of its own."""

    def __init__(self, folder, environment, session):
        self.folder, self.environment, self.session = folder, environment, session
        self.socket = str(folder / "gunicorn.sock")

    def __enter__(self):
        command = [sys.executable, "-m", "gunicorn", "ampcpp.wsgi", "--bind", f"unix:{self.socket}"]
        self.process = subprocess.Popen(
            [*command, "--no-control-socket", "--pid", f"{self.folder}/pid"],
            **running(self.environment),
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 30
        while not self.answers():
            assert time.monotonic() < deadline
            time.sleep(0.2)
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()

    def answers(self):
        try:
            return b"200" in self.ask([b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"])
        except OSError:
            return False

    def ask(self, parts):
        """What comes back for these bytes, which are sent as they come."""
        with closing(socket.socket(socket.AF_UNIX)) as connection:
            connection.settimeout(60)
            connection.connect(self.socket)
            for part in parts:
                connection.sendall(part)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(MEGABYTE), b""))

    @property
    def most_memory(self):
        """The most that its worker has held, in bytes."""
        [worker] = (
            Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        )
        [line] = [
            line
            for line in Path(f"/proc/{worker}/status").read_text().splitlines()
            if line.startswith("VmHWM")
        ]
        return int(line.split()[1]) * 1024

    def files(self, name):
        """The bytes of what is in one of its folders; the server may delete it meanwhile."""
        count = 0
        for path in (self.folder / name).rglob("*"):
            with suppress(FileNotFoundError):
                count += path.stat().st_size if path.is_file() else 0
        return count


def running(environment):
    return {"cwd": settings.BASE_DIR, "env": environment}


@pytest.fixture
def server(tmp_path):
    for name in ("tmp", "media", "documents"):
        (tmp_path / name).mkdir()
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "MEDIA_ROOT": f"{tmp_path}/media",
        "DOCUMENTS_ROOT": f"{tmp_path}/documents",
        "TMPDIR": f"{tmp_path}/tmp",
        "DJANGO_SETTINGS_MODULE": "ampcpp.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    made = subprocess.run(
        [sys.executable, "-c", SETTING_UP], **running(environment), check=True, capture_output=True
    )
    with Server(tmp_path, environment, json.loads(made.stdout)) as server:
        yield server


def multipart(fields, after):
    """A form as browsers send it, with a heavy file between these fields; its head, then parts."""
    line = "--edge\r\nContent-Disposition: form-data; name="

    def written(data):
        return "".join(f'{line}"{name}"\r\n\r\n{value}\r\n' for name, value in data.items())

    first = f'{written(fields)}{line}"file"; filename="a.pdf"\r\n\r\n%PDF-'.encode()
    last = f"\r\n{written(after)}--edge--\r\n".encode()
    return len(first) + SENT + len(last), first, last


def test_what_is_too_heavy_is_refused_in_words(server):
    token = "a" * 32
    length, first, last = multipart(
        {"csrfmiddlewaretoken": token, "kind": "report"},
        {"language": "ar", "title_ar": "تقرير مكتوب بعد الملف"},
    )
    head = (
        "POST /admin/ampcpp/document/add/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Cookie: sessionid={server.session}; csrftoken={token}\r\n"
        f"Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: {length}\r\n\r\n"
    )
    before, disk = server.most_memory, []

    def sent():
        yield head.encode() + first
        for _megabyte in range(SENT // MEGABYTE):
            yield bytes(MEGABYTE)
            disk.append(server.files("tmp"))
        yield last

    answer = server.ask(sent()).decode()
    assert answer.startswith("HTTP/1.1 200 ")
    assert "حجم هذا الملف يفوق 20 ميغابايت. المرجو تصغيره ثم اختياره من جديد." in answer
    assert 'value="تقرير مكتوب بعد الملف"' in answer
    assert '<option value="report" selected>' in answer

    assert 0 < max(disk) <= MOST_BYTES
    assert server.most_memory - before < 2 * MOST_BYTES
    assert (server.files("tmp"), server.files("media"), server.files("documents")) == (0, 0, 0)
    assert server.answers()
