"""What every admin of ours shares: a tab per language, folded search, words for every sign."""

from csp.constants import NONCE, UNSAFE_INLINE
from csp.decorators import csp_update
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.templatetags import admin_list
from django.db import models
from django.templatetags.static import static
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from js_asset import Media
from modeltranslation.utils import build_localized_fieldname

from ampcpp.files import taken_back
from ampcpp.languages import direction
from ampcpp.widgets import MomentWidget

#: What a form of the admin asks for beside the policy of the settings: the editor writes a
#: <style> of its own, and its modules are found by an inline map.
FORM_POLICY = {"style-src": [UNSAFE_INLINE], "script-src": [NONCE]}


def language_tabs(*fields):
    """Fieldsets of translated fields, one for each language; the script makes tabs of them."""
    return [
        (
            name,
            {
                "fields": [build_localized_fieldname(field, code) for field in fields],
                "classes": ["language-tab", f"language-{code}"],
            },
        )
        for code, name in settings.LANGUAGES
    ]


def boolean_icon(value):
    """As Django's, which says «True» in every language to who does not see it."""
    name, words = {
        True: ("yes", _("Yes")),
        False: ("no", _("No")),
        None: ("unknown", _("Unknown")),
    }[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{name}.svg"), words)


admin_list._boolean_icon = boolean_icon  # Django offers no other place for it


class InTheirLanguage:
    """For admins and inlines: each translated field is written in its own direction, and each box
    has a name."""

    formfield_overrides = {
        models.DateTimeField: {"widget": MomentWidget},
        models.URLField: {"assume_scheme": "https"},
    }

    class Media:
        js = [
            "js/fresh-token.js",
            "js/language-tabs.js",
            "js/editor-names.js",
            "js/select-names.js",
            "js/upload-limit.js",
        ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and (language := getattr(db_field, "language", None)):
            field.widget.attrs |= {"lang": language, "dir": direction(language)}
        if field and isinstance(field.widget, MomentWidget):
            field.widget.label = field.label
        return field


class NamedInRows:
    """For inlines of one row each: Django only heads their columns, so each box says its name."""

    template = "admin/rows_inline.html"

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs["aria-label"] = capfirst(field.label)
        return field


class ToldInWords(admin.ModelAdmin):
    """An admin whose history and log name what was changed in the language of the reader."""

    def construct_change_message(self, request, form, formsets, add=False):
        """Names of fields as their message ids are written: Django stores them capitalised, and
        so the history could not translate them."""
        with translation.override(None):
            fields = [field for model in apps.get_models() for field in model._meta.fields]
            ids = {capfirst(str(field.verbose_name)): str(field.verbose_name) for field in fields}
        message = super().construct_change_message(request, form, formsets, add)
        for part in message:
            for details in part.values():
                if "fields" in details:
                    details["fields"] = [ids.get(name, name) for name in details["fields"]]
        return message


class SiteAdmin(InTheirLanguage, ToldInWords):
    """What every admin of ours begins with."""

    show_full_result_count = False

    def changeform_view(self, *args, **kwargs):
        """A save that fails leaves no file behind."""
        with taken_back():
            return super().changeform_view(*args, **kwargs)

    @method_decorator(csp_update(FORM_POLICY))
    def render_change_form(self, request, context, *args, **kwargs):
        nonce = str(request.csp_nonce)  # made when it is first read
        context["media"] = Media.from_media(context["media"], nonce=nonce)
        return super().render_change_form(request, context, *args, **kwargs)


class SearchableAdmin(SiteAdmin):
    """An admin whose search finds «الأقاليم» when «الاقاليم» is asked."""

    search_fields = ["pk"]  # the box is there; what it finds is below

    def get_search_results(self, request, queryset, search_term):
        """The rows, and that none of them comes twice."""
        return (queryset.matching(search_term) if search_term.strip() else queryset), False
