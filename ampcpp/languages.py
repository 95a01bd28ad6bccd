"""Which language a text is really in, and in which languages a thing can be read.

A translated text falls back to Arabic (then French, then English) when its own language is
empty; pages must then say so, with ``lang`` and ``dir`` on the text.
"""

from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info, override
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import build_localized_fieldname, resolution_order

LANGUAGES = [code for code, name in settings.LANGUAGES]
#: Of the query, what decides the contents of a list.
PARAMETERS = {
    "q",
    "page",
    "after",
    "kind",
    "category",
    "year",
    "month",
    "person",
    "language",
    "order",
}


def shown_language(instance, field):
    """The language code of what reading ``instance.<field>`` gives now; None when it is empty."""
    model = instance.__class__  # type() would be that of a lazy object, not of what it stands for
    try:
        options = translator.get_options_for_model(model)
    except NotRegistered:
        return get_language()
    if field not in options.all_fields:
        return get_language()
    fallbacks = getattr(options, "fallback_languages", None)
    for language in resolution_order(get_language(), fallbacks):
        if getattr(instance, build_localized_fieldname(field, language)):
            return language
    return None


def direction(language):
    """``rtl`` or ``ltr``."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def own_path(request):
    """The path with the parameters that decide what it shows, without those of advertisers."""
    query = request.GET.copy()
    for name in set(query) - PARAMETERS:
        del query[name]
    return f"{request.path}?{query.urlencode()}" if query else request.path


def homes():
    """The home page in every language, as ``alternates`` gives a page."""
    pages = []
    for code, name in settings.LANGUAGES:
        with override(code):
            url = reverse("home")
        pages.append(entry(code, name, url))
    return pages


def entry(code, name, url, *, is_translated=True):
    return {
        "code": code,
        "name": name,
        "url": url,
        "direction": direction(code),
        "is_translated": is_translated,
    }


def alternates(request, instance=None, *, is_preview=False):
    """The page in every language: dicts of code, name, url, direction and is_translated.

    ``is_translated`` is False where the page exists but shows its texts in another language. A
    preview is not at the address of what it shows.
    """
    pages = []
    for code, name in settings.LANGUAGES:
        is_translated = True
        if hasattr(instance, "has_translation"):
            is_translated = instance.has_translation(code)
        if hasattr(instance, "get_absolute_url") and not is_preview:
            with override(code):
                url = instance.get_absolute_url()
        else:
            url = translate_url(own_path(request), code)
        pages.append(entry(code, name, url, is_translated=is_translated))
    return pages
