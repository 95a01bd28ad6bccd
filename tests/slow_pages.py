"""``pytest -p tests.slow_pages tests/browser``: every page comes late and in pieces, its files too.

A test that reads a page before it is whole passes on a fast machine and fails on a busy one; with
this plugin it fails at once. So does a button that is offered before its script has come.
"""

import random
import time

from django.core.servers.basehttp import WSGIServer

PAUSE = 0.25  # seconds
set_app = WSGIServer.set_app


def late(app):
    """The WSGI application, in no hurry."""

    def application(environ, start_response):
        response = app(environ, start_response)
        if environ["PATH_INFO"].startswith(("/static/", "/media/")):
            time.sleep(random.uniform(0, 2 * PAUSE))
            return response
        return pieces(response)

    return application


def pieces(response):
    try:
        body = b"".join(response)
        first, second = sorted(random.randrange(len(body) + 1) for _ in range(2))
        for piece in (body[:first], body[first:second], body[second:]):
            time.sleep(random.uniform(0, 2 * PAUSE))
            yield piece
    finally:
        response.close()  # ends Django's request


WSGIServer.set_app = lambda server, app: set_app(server, late(app))
