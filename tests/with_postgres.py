"""Runs a command with DATABASE_URL naming a PostgreSQL made for it and thrown away after it.

    python tests/with_postgres.py python -m pytest -m "database and not browser"

The server listens on a socket in its own temporary folder only, so nothing of the machine is
used or touched. PostgreSQL refuses to run as root: it then runs as ``postgres`` or ``nobody``.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

INITDB = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
# Nothing here outlives the command, so nothing is written for safety.
SERVER = "-p 5432 -c listen_addresses='' -c fsync=off -c full_page_writes=off"


def candidates():
    """Folders PostgreSQL's programs may be in, the likeliest first."""
    if config := shutil.which("pg_config"):
        said = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=False)
        yield Path(said.stdout.strip())
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(versions, key=lambda path: float(path.parent.name), reverse=True)
    if initdb := shutil.which("initdb"):
        yield Path(initdb).parent


def programs():
    """The folder that holds initdb and pg_ctl, or None."""
    holds = (path for path in candidates() if {"initdb", "pg_ctl"} <= names(path))
    return next(holds, None)


def names(folder):
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def server_user():
    """Whom the server runs as: None for whoever runs this, unless that is root."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name: user for user in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


@contextmanager
def server(programs):
    """A running server; gives the DATABASE_URL of its database."""
    user = server_user()
    # Root's own temporary folder may be closed to others; /tmp never is.
    folder = Path(tempfile.mkdtemp(prefix="ampcpp-postgres-", dir="/tmp" if user else None))
    identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)

    def run(program, *arguments):
        command = [programs / program, "--pgdata", folder / "data", *arguments]
        with (folder / "output").open("a") as output:
            subprocess.run(
                command, cwd=folder, check=True, stdout=output, stderr=output, **identity
            )

    try:
        run("initdb", *INITDB)
        run("pg_ctl", "start", "--wait", "--options", f"{SERVER} -k '{folder}'")
        yield f"postgres://postgres@:5432/{folder}/postgres"
    except subprocess.CalledProcessError:
        sys.exit((folder / "output").read_text())
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            run("pg_ctl", "stop", "--mode", "immediate")
        shutil.rmtree(folder)


def main(command):
    if not (folder := programs()):
        print("Not run: PostgreSQL is not installed (apt install postgresql)")
        return 1 if os.environ.get("CI") == "true" else 0
    # Ctrl-C reaches the command too: wait for it to end, then put everything away.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with server(folder) as url:
        return subprocess.call(command, env=os.environ | {"DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
