"""The site as a server runs it, for a while: gunicorn behind nginx, production settings, loopback.

    with served() as site: open site.url …

``site.rich`` and ``site.empty`` hold the paths of every kind of page (`tests/kinds.py`). The
database, the uploads and the collected static files are in a temporary folder.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
FILL = """
import json, django; django.setup()
from tests import kinds
print(json.dumps(kinds.{contents}()))
"""
NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
worker_processes 1;
events {{}}
http {{
    include /etc/nginx/mime.types;
    types {{ font/woff2 woff2; image/webp webp; }}
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    gzip on; gzip_proxied any; gzip_comp_level 6;
    gzip_types application/json text/calendar application/xml application/rss+xml
               application/atom+xml image/svg+xml;
    server {{
        listen 127.0.0.1:{port};
        location /media/ {{ alias {folder}/media/; expires 1y; }}
        location / {{
            proxy_pass http://unix:{folder}/gunicorn.sock;
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-Proto https;
            proxy_set_header X-Forwarded-For $remote_addr;
        }}
    }}
}}
"""


@dataclass
class Site:
    url: str
    paths: dict  # name of the kind of page → path


@contextmanager
def served(contents="rich"):
    """A running site with the contents of that function of `tests/kinds.py`."""
    if not shutil.which("nginx"):
        sys.exit("nginx is not installed (apt install nginx-light)")
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ampcpp-served-"))
        Path(folder).chmod(0o755)  # nginx's worker reads the pictures as another user
        environment = os.environ | {
            "DEBUG": "0",
            "SECRET_KEY": secrets.token_hex(32),
            "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "DOCUMENTS_ROOT": f"{folder}/documents",
            "STATIC_ROOT": f"{folder}/static",
            "DJANGO_SETTINGS_MODULE": "ampcpp.settings",
            "PYTHONPATH": str(ROOT),
        }

        def run(*command):
            return subprocess.run(
                command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
            ).stdout

        run(PYTHON, "manage.py", "migrate", "--verbosity=0")
        run(PYTHON, "manage.py", "collectstatic", "--no-input", "--verbosity=0")
        paths = json.loads(run(PYTHON, "-c", FILL.format(contents=contents)))
        port = free_port()
        Path(folder, "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
        gunicorn = [
            PYTHON,
            "-m",
            "gunicorn",
            "ampcpp.wsgi",
            "--bind",
            f"unix:{folder}/gunicorn.sock",
        ]
        gunicorn += ["--workers", "2", "--no-control-socket", "--umask", "0"]
        for command in (gunicorn, ["nginx", "-c", f"{folder}/nginx.conf"]):
            process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
        site = Site(f"http://localhost:{port}", paths)
        wait_for(site.url)
        yield site


def free_port():
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(url, seconds=30):
    deadline = time.monotonic() + seconds
    while True:
        try:
            return urlopen(Request(url), timeout=5).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
