"""A release before it is public: as its page will be, in each language, on a telephone and wider.

The page shows what was saved. From here a link is made for somebody without an account.
"""

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from news.preview import path_of, revoke, share


class PreviewAdmin(admin.ModelAdmin):
    """Puts «Preview» beside the buttons of the form."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview_view)
        return [
            path("<int:number>/preview/", view, name="news_release_preview"),
            *super().get_urls(),
        ]

    def response_step(self, request, obj):
        if request.POST.get("_step") == "preview":
            return HttpResponseRedirect(reverse("admin:news_release_preview", args=[obj.pk]))
        return super().response_step(request, obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["preview_url"] = obj and reverse("admin:news_release_preview", args=[obj.pk])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def preview_view(self, request, number):
        release = self.get_object(request, str(number))
        if release is None or release.trashed_at:
            raise Http404
        if not self.has_view_or_change_permission(request, release):
            raise PermissionDenied
        if request.method == "POST":
            return self.share_or_revoke(request, release)
        link = path_of(release)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Preview"),
            "help": _(
                "This is the page as readers will see it, as it was last saved. Choose a language "
                "and a width above it; below it, make a link for somebody without an account, such "
                "as the president."
            ),
            "original": release,
            "pages": pages_of(release),
            "chosen": request.GET.get("language", settings.LANGUAGE_CODE),
            "is_wide": request.GET.get("width") == "wide",
            "link": link and request.build_absolute_uri(link),
        }
        return TemplateResponse(request, "admin/preview.html", context)

    def share_or_revoke(self, request, release):
        if request.POST.get("link") == "revoke":
            revoke(release)
            self.log_change(request, release, gettext_noop("preview link revoked"))
            messages.success(request, _("The link no longer opens anything."))
        else:
            share(release)
            self.log_change(request, release, gettext_noop("preview link made"))
            messages.success(request, _("The link is ready: copy it below."))
        return HttpResponseRedirect(request.path)


def pages_of(release):
    """Code, name and path of its page in each language."""
    pages = []
    for code, name in settings.LANGUAGES:
        with override(code):
            pages.append({"code": code, "name": name, "path": release.get_absolute_url()})
    return pages
