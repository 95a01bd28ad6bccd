"""Every address of the site. Arabic has no prefix; French and English stand under /fr/ and /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _

from ampcpp import views
from ampcpp.sitemaps import SITEMAPS
from ampcpp.views import site_files
from news.views import ReleaseDetail

admin.site.site_header = admin.site.site_title = _("Administration of the site")
admin.site.site_url = reverse_lazy("home")
admin.site.index_title = _("Your desk")

documents = [
    path("", views.DocumentList.as_view(), name="list"),
    path("<int:number>/", views.DocumentFile.as_view(), name="number"),
    path("<int:number>/<str:name>", views.DocumentFile.as_view(), name="file"),
]
pages = [path("<slug:slug>/", views.PageDetail.as_view(), name="detail")]

EACH_SITEMAP = {"sitemaps": SITEMAPS}
ALL_SITEMAPS = {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"}
NEWS_SITEMAP = {"sitemaps": SITEMAPS, "section": "news", "template_name": "sitemap_news.xml"}

urlpatterns = [
    path("favicon.ico", site_files.favicon, name="favicon"),
    path("robots.txt", site_files.robots, name="robots"),
    path(".well-known/security.txt", site_files.security, name="security"),
    path("sitemap.xml", sitemaps.index, ALL_SITEMAPS, name="sitemap"),
    path("sitemap-news.xml", sitemaps.sitemap, NEWS_SITEMAP, name="sitemap_news"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap, EACH_SITEMAP, name="sitemap_section"),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),  # with DEBUG only
    *i18n_patterns(
        path("", views.Home.as_view(), name="home"),
        path("manifest.webmanifest", site_files.manifest, name="manifest"),
        path("search/", views.Search.as_view(), name="search"),
        path("news/", include("news.urls")),
        path("n/<int:number>", ReleaseDetail.as_view(), name="short"),
        path("n/<int:number>/", ReleaseDetail.as_view(), name="short_slash"),
        path("governance/", include("governance.urls")),
        path("programme/", include("programme.urls")),
        path("documents/", include((documents, "documents"))),
        path("contact/", views.Contact.as_view(), name="contact"),
        path("contact/sent/", views.ContactSent.as_view(), name="contact_sent"),
        path("pages/", include((pages, "pages"))),
        path("admin/account/", include("ampcpp.account_urls")),
        path("admin/", admin.site.urls),
        prefix_default_language=False,
    ),
]
