from django.urls import path

from news.feeds import LatestReleases
from news.views import ReleaseDetail, ReleaseList

app_name = "news"
urlpatterns = [
    path("", ReleaseList.as_view(), name="list"),
    path("feed/", LatestReleases(), name="feed"),
    path("<int:number>/", ReleaseDetail.as_view(), name="number"),
    path("<int:number>/<str:slug>/", ReleaseDetail.as_view(), name="detail"),
]
