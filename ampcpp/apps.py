from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AmpcppConfig(AppConfig):
    name = "ampcpp"
    verbose_name = _("The site")
