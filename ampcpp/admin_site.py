"""The admin as a whole: its door, and who is let in. Its pages stand in `ampcpp/admin`,
which is read later: they register themselves here."""

from urllib.parse import urlencode

from allauth.account import views as account
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from ampcpp.access import lacks_second_factor

ROOMS = {"ampcpp", "governance", "news", "programme"}


class Site(admin.AdminSite):
    """Signing in and out are django-allauth's; nobody gets further without the second factor that
    their role asks for."""

    enable_nav_sidebar = False  # the desk leads everywhere, and lists need the room

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only what our own rooms register: the pages of the libraries' tables stay away."""
        if admin_class and admin_class.__module__.partition(".")[0] in ROOMS:
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request):
        return super().has_permission(request) and not lacks_second_factor(request.user)

    def login(self, request, extra_context=None):
        """The door of the admin leads to the page of signing in, or to what is still missing."""
        to = request.GET.get("next") or reverse("admin:index")
        if request.user.is_anonymous:
            return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': to})}")
        if self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        if request.user.is_staff and lacks_second_factor(request.user):
            return HttpResponseRedirect(reverse("mfa_index"))
        raise PermissionDenied

    def logout(self, request, extra_context=None):
        return account.logout(request)

    def password_change(self, request, extra_context=None):
        return HttpResponseRedirect(reverse("account_change_password"))

    def get_log_entries(self, request):
        """The recent actions of the admin: what was changed, not who came and went."""
        return super().get_log_entries(request).exclude(content_type=None)
