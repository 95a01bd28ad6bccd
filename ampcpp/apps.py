from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from ampcpp.groups import fill_groups


class AmpcppConfig(AppConfig):
    name = "ampcpp"
    verbose_name = _("The site")

    def ready(self):
        post_migrate.connect(fill_groups, sender=self)


class AdminConfig(admin.AdminConfig):
    """Django's admin, with our door."""

    default = False  # of two in this module, the one that the settings name
    default_site = "ampcpp.admin_site.Site"
