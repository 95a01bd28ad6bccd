from django.urls import path, register_converter

from governance.converters import IsoDate
from governance.views import CouncilList, MandateDetail, PersonDetail, RosterDetail

register_converter(IsoDate, "isodate")

app_name = "governance"
urlpatterns = [
    path("", MandateDetail.as_view(), name="index"),
    path("councils/", CouncilList.as_view(), name="councils"),
    path("people/<int:number>/", PersonDetail.as_view(), name="person_number"),
    path("people/<int:number>/<str:slug>/", PersonDetail.as_view(), name="person"),
    path("<isodate:starts_on>/", MandateDetail.as_view(), name="mandate"),
    path("<isodate:starts_on>/<slug:slug>/", RosterDetail.as_view(), name="roster"),
]
