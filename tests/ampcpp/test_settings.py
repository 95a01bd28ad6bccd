"""Production: what it refuses and what it sends."""

import datetime
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.utils import timezone


def production(code, **environment):
    """Runs code in a Python of its own, with the settings of production."""
    clean = {k: v for k, v in os.environ.items() if k not in ("DEBUG", "SECRET_KEY")}
    return subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {code}"],
        cwd=settings.BASE_DIR,
        env=clean | {"DJANGO_SETTINGS_MODULE": "ampcpp.settings"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_does_not_start_on_the_default_secret():
    for environment in ({}, {"SECRET_KEY": settings.SECRET_KEY}):
        refused = production("", **environment)
        assert refused.returncode == 1
        assert "Set SECRET_KEY" in refused.stderr


def test_it_is_https_and_its_errors_are_written():
    code = (
        "from django.conf import settings as s; import logging; "
        "print(s.DEBUG, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0);"
        "logging.getLogger('django.request').error('broken')"
    )
    started = production(code, SECRET_KEY="x" * 60)
    assert started.stdout.strip() == "False True True True"
    assert "broken" in started.stderr


@pytest.mark.django_db
def test_headers(client, demo):
    response = client.get("/")
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    refused = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
    assert response["Permissions-Policy"] == refused
    manual = (settings.BASE_DIR / "docs" / "operations.md").read_text(encoding="utf-8")
    assert f"`Permissions-Policy: {refused}`" in manual  # for what nginx serves itself
    assert not response.cookies


@pytest.mark.parametrize(
    ("moment", "hour"),
    [
        ("2022-06-15T12:00:00+00:00", 13),  # UTC+1
        ("2022-04-10T12:00:00+00:00", 12),  # Ramadan: UTC
        ("2026-08-01T12:00:00+00:00", 13),
        ("2026-11-23T12:00:00+00:00", 12),  # since 20 September 2026: UTC again
    ],
)
def test_the_clock_of_morocco(moment, hour):
    """The package of time zones decides, not what the system knew when it was installed."""
    assert timezone.localtime(datetime.datetime.fromisoformat(moment)).hour == hour
