"""The pages of errors, which no address gives at will, as the handlers of the site render them,
and the contact form as it comes back.

The page of what is not found has an address: it is in `tests/kinds.py`.
"""

from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import get_callable, get_resolver, reverse
from django.utils import translation

from ampcpp.dates import today
from ampcpp.models.message import MOST_IN_AN_HOUR, sender_digest
from tests.factories import make_message


def handled(status):
    handler = get_resolver().resolve_error_handler(status)
    return handler if status == 500 else lambda request: handler(request, exception=Exception())


def expired(request):
    return get_callable(settings.CSRF_FAILURE_VIEW)(request, reason="no cookie")


def contact(_request):
    """The form with an error in every field that can have one."""
    wrong = {"email": "فاطمة", "subject": "hack", "about": "x" * 501, "text": "ا" * 5001}
    return Client().post(reverse("contact"), wrong)


def contact_expired(_request):
    return Client(enforce_csrf_checks=True).post(reverse("contact"), {"text": "نص لا يضيع"})


def contact_throttled(_request):
    for _time in range(MOST_IN_AN_HOUR):
        make_message(sender=sender_digest("127.0.0.1", today()))
    written = {"name": "فاطمة", "email": "f@example.ma", "subject": "press", "text": "نص"}
    return Client().post(reverse("contact"), written)


HANDLERS = {
    "error-400": handled(400),
    "error-403": handled(403),
    "error-403-csrf": expired,
    "error-500": handled(500),
    "contact-errors": contact,
    "contact-expired": contact_expired,
    "contact-throttled": contact_throttled,
}


def error_page(name, language):
    """The HTML of an error in a language."""
    with translation.override(language):
        request = RequestFactory().get(reverse("home"))
        request.LANGUAGE_CODE = language
        return HANDLERS[name](request).content.decode()
