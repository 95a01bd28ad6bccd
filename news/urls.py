from django.urls import path
from django.views.decorators.http import conditional_page

from news.feeds import AtomFeed, RssFeed
from news.views import ReleaseDetail, ReleaseList, ReleasePreview

# A reader that asks again is told in one line that nothing changed.
rss, atom = conditional_page(RssFeed()), conditional_page(AtomFeed())

app_name = "news"
urlpatterns = [
    path("", ReleaseList.as_view(), name="list"),
    path("feed/", rss, name="feed"),
    path("atom/", atom, name="atom"),
    path("category/<slug:category>/feed/", rss, name="category_feed"),
    path("category/<slug:category>/atom/", atom, name="category_atom"),
    path("preview/<str:token>/", ReleasePreview.as_view(), name="preview"),
    path("<int:number>/", ReleaseDetail.as_view(), name="number"),
    path("<int:number>/<str:slug>/", ReleaseDetail.as_view(), name="detail"),
]
