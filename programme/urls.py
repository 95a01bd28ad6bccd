from django.urls import path, register_converter

from programme.converters import ActivityKind
from programme.views import ProgrammeCalendar, ProgrammeDetail, Subscribe

register_converter(ActivityKind, "kind")

app_name = "programme"
urlpatterns = [
    path("", ProgrammeDetail.as_view(), name="index"),
    path("subscribe/", Subscribe.as_view(), name="subscribe"),
    path("calendar.ics", ProgrammeCalendar.as_view(), name="calendar"),
    path("calendar/<kind:kind>.ics", ProgrammeCalendar.as_view(), name="calendar"),
    path("<int:year>/", ProgrammeDetail.as_view(), name="detail"),
    path("<int:year>/calendar.ics", ProgrammeCalendar.as_view(), name="calendar"),
    path("<int:year>/calendar/<kind:kind>.ics", ProgrammeCalendar.as_view(), name="calendar"),
]
