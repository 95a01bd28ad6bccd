"""The pages of errors, which no address gives at will, as the handlers of the site render them.

The page of what is not found has an address: it is in `tests/kinds.py`.
"""

from django.conf import settings
from django.test import RequestFactory
from django.urls import get_callable, get_resolver, reverse
from django.utils import translation


def handled(status):
    handler = get_resolver().resolve_error_handler(status)
    return handler if status == 500 else lambda request: handler(request, exception=Exception())


def expired(request):
    return get_callable(settings.CSRF_FAILURE_VIEW)(request, reason="no cookie")


HANDLERS = {
    "error-400": handled(400),
    "error-403": handled(403),
    "error-403-csrf": expired,
    "error-500": handled(500),
}


def error_page(name, language):
    """The HTML of an error in a language."""
    with translation.override(language):
        request = RequestFactory().get(reverse("home"))
        request.LANGUAGE_CODE = language
        return HANDLERS[name](request).content.decode()
