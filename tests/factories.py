"""The smallest valid row of each model; what a test is about, it says itself."""

import datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from ampcpp.models import Banner, Document, Message, Page
from governance.models import Body, Council, Mandate, Office, Person, Roster, Seat, Term
from news.models import Category, Release
from programme.models import Activity, Programme

PUBLISHED_AT = datetime.datetime(2022, 6, 1, 10, tzinfo=datetime.UTC)


def create(model, **values):
    """A row; days and moments may be given as text."""
    typed = {
        name: model._meta.get_field(name).to_python(value)
        if isinstance(value, str) and name.endswith(("_on", "_at", "_until", "_time"))
        else value
        for name, value in values.items()
    }
    return model.objects.create(**typed)


def published(**values):
    return {"state": "published", "published_at": PUBLISHED_AT, **values}


def make_category(slug="meetings"):
    return Category.objects.get_or_create(slug=slug, defaults={"name_ar": "لقاءات"})[0]


def make_release(title="خبر", **values):
    values = {"category": make_category(), "body_ar": "<p>نص</p>", **published(**values)}
    return create(Release, title_ar=title, **values)


def make_page(title="صفحة", **values):
    values = {"slug": f"page-{Page.objects.count()}", "body_ar": "<p>نص</p>", **published(**values)}
    return create(Page, title_ar=title, **values)


def make_document(title="وثيقة", **values):
    file = ContentFile(b"%PDF-1.4 test", name="file.pdf")
    return create(Document, title_ar=title, **{"file": file, **published(**values)})


def make_banner(text="إعلان", starts_at=None, ends_at=None, **values):
    """A validated banner, of today unless moments are given."""
    starts_at = starts_at or timezone.now()
    ends_at = ends_at or starts_at + datetime.timedelta(days=1)
    banner = Banner(text_ar=text, starts_at=starts_at, ends_at=ends_at, **values)
    banner.full_clean()
    banner.save()
    return banner


def make_message(text="رسالة", **values):
    values = {"name": "محمد", "email": "m@example.ma", "subject": "other", **values}
    return Message.objects.create(text=text, **values)


def make_programme(title="برنامج", **values):
    year = 2022 + Programme.objects.count()
    values = {"year": year, "introduction_ar": "<p>تقديم</p>", **published(**values)}
    return create(Programme, title_ar=title, **values)


def make_activity(programme, nature="نشاط", **values):
    values = {"position": programme.activities.count() + 1, **values}
    return create(Activity, programme=programme, nature_ar=nature, **values)


def make_person(name="عبد العزيز الدرويش", **values):
    return Person.objects.create(name_ar=name, **values)


def make_council(name="المجلس الإقليمي لصفرو", **values):
    values = {"kind": "province", "region": "fes_meknes", **values}
    return Council.objects.create(name_ar=name, name_fr="Conseil", name_en="Council", **values)


def make_office(title="رئيس الجمعية", feminine="رئيسة الجمعية", **values):
    values = {"title_masculine_ar": title, "title_feminine_ar": feminine, **values}
    return Office.objects.create(**values)


def make_roster(starts_on="2022-01-29", slug="bureau", kind="bureau", **values):
    mandate, _ = Mandate.objects.get_or_create(starts_on=datetime.date.fromisoformat(starts_on))
    body, _ = Body.objects.get_or_create(
        slug=slug, defaults={"kind": kind, "name_ar": values.pop("name_ar", "المكتب التنفيذي")}
    )
    return Roster.objects.create(mandate=mandate, body=body, **values)


def make_seat(roster=None, office=None, position=1):
    roster = roster or make_roster()
    return Seat.objects.create(roster=roster, office=office or make_office(), position=position)


def make_term(seat=None, person=None, starts_on=None, ends_on=None, **values):
    """A validated term; days are ISO strings."""
    term = Term(
        seat=seat or make_seat(),
        person=person or make_person(),
        starts_on=starts_on and datetime.date.fromisoformat(starts_on),
        ends_on=ends_on and datetime.date.fromisoformat(ends_on),
        **values,
    )
    term.full_clean()
    term.save()
    return term
