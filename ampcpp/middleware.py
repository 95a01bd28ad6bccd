"""The language of a page is in its address and nowhere else.

Django's ``LocaleMiddleware`` also looks at cookies and at what the browser prefers, and so adds
``Vary: Accept-Language`` to every Arabic page, which splits caches. Here `/fr/…` is French,
`/en/…` English and everything else Arabic.
"""

from django.conf import settings
from django.utils import translation


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
