from django.urls import path

from programme.views import ProgrammeCalendar, ProgrammeDetail

app_name = "programme"
urlpatterns = [
    path("", ProgrammeDetail.as_view(), name="index"),
    path("<int:year>/", ProgrammeDetail.as_view(), name="detail"),
    path("<int:year>/calendar.ics", ProgrammeCalendar.as_view(), name="calendar"),
]
