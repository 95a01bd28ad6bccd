"""What is decided for every answer: its language, and what its page may ask of a telephone.

The language of a page is in its address and nowhere else. Django's ``LocaleMiddleware`` also looks
at cookies and at what the browser prefers, and so adds ``Vary: Accept-Language`` to every Arabic
page, which splits caches. Here `/fr/…` is French, `/en/…` English and everything else Arabic.
"""

from django.conf import settings
from django.utils import translation

#: No page asks for these, so that none could if a script were slipped into it.
REFUSED = ("camera", "microphone", "geolocation", "payment", "usb")
PERMISSIONS = ", ".join(f"{name}=()" for name in REFUSED)


def permissions(get_response):
    def middleware(request):
        response = get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response

    return middleware


class LanguageFromPath:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
