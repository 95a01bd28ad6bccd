"""Text that is not saved yet is kept in the browser (`static/js/keep-draft.js`); this tells it
under which name, and when it was saved after all."""

import re

from django.conf import settings
from django.contrib import admin
from django.utils.crypto import get_random_string

SAVED = "saved_draft"  # a cookie, which the script reads and removes
A_DAY = 24 * 3600  # seconds
FORM = "new_form"  # the field by which the form of a new text says which of them it is
NAME_OF_FORM = re.compile(r"[A-Za-z0-9]{12}")


class KeepsDrafts(admin.ModelAdmin):
    """An admin whose form loses nothing when the browser closes or the session ends."""

    class Media:
        js = ["js/keep-draft.js"]

    def draft_key(self, request, obj=None):
        """One for each person and text, whatever the language of the admin, and for each form of
        a new text: several may be open at once."""
        name = obj.pk if obj else f"new.{self.form_name(request)}"
        return f"{request.user.pk}.{self.opts.label_lower}.{name}"

    def form_name(self, request):
        """What a form that was sent is called, or a new one."""
        name = request.POST.get(FORM, "")
        return name if NAME_OF_FORM.fullmatch(name) else get_random_string(12)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["draft_key"] = key = self.draft_key(request, obj)
        context["new_form"] = None if obj else key.rpartition(".")[2]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, *args, **kwargs):
        response = super().response_add(request, obj, *args, **kwargs)
        return self.tell_saved(response, self.draft_key(request))

    def response_change(self, request, obj):
        return self.tell_saved(super().response_change(request, obj), self.draft_key(request, obj))

    def tell_saved(self, response, key):
        """No message of a page would do: whoever signs in again sees one as well."""
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(SAVED, key, max_age=A_DAY, secure=secure, samesite="Lax")
        return response
