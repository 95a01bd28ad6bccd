"""Every kind of page, once with its richest and once with its emptiest content.

The tests of accessibility and of HTML, the screenshots and the measurements all open these. A new
kind of page is added to both functions.
"""

import datetime
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageOps

from ampcpp.models import Page, SiteDetails
from governance.models import Person
from news.models import Mention, Photo, Release
from tests.demo_site import load_demo
from tests.factories import (
    make_activity,
    make_banner,
    make_category,
    make_document,
    make_page,
    make_person,
    make_programme,
    make_release,
    make_roster,
    make_seat,
)

EVERYTHING_ALLOWED = """
<p>فقرة أولى فيها <strong>كلمة بارزة</strong> و<em>كلمة مؤكدة</em>
و<a href="/documents/">رابط</a>.</p>
<h2>عنوان فرعي</h2>
<ul><li>النقطة الأولى</li><li>النقطة الثانية</li></ul>
<h3>عنوان أصغر</h3>
<ol start="3"><li>ثالثا</li><li>رابعا</li></ol>
<blockquote><p>اقتباس من كلمة الرئيس.</p></blockquote>
<table><tbody>
<tr><th>الجهة</th><th>المجلس</th><th>الرئيس</th><th>تاريخ الانتخاب</th><th>عدد الأعضاء</th>
<th>المقر</th></tr>
<tr><td>فاس - مكناس</td><td>المجلس الإقليمي لصفرو</td><td>رئيس المجلس</td><td>29 يناير 2022</td>
<td>15</td><td>مدينة صفرو</td></tr>
</tbody></table>
""" * 2  # fmt: skip

#: The years of a first and of a last day, counted from this one.
WIDEST_DAYS = [(0, 0), (-1, 1)]


def rich():
    """The demo site with what it has none of; path by name of the kind of page."""
    load_demo()
    release = rich_release()
    programme = rich_programme(release)
    details = SiteDetails.load()
    details.email, details.phone = "contact@ampcpp.example", "+212 5 37 00 00 00"
    details.address_ar, details.address_fr = "شارع محمد الخامس\nالرباط", "Avenue Mohammed V\nRabat"
    details.facebook_url = details.x_url = details.youtube_url = "https://social.example/ampcpp"
    details.save()
    make_banner("فتح باب التسجيل في الدورة التكوينية المقبلة.", link=details.facebook_url)
    person = Person.objects.get(name_ar="لحسن زلماط")
    return {
        "home": "/",
        "news": "/news/",
        "news-filtered": "/news/?category=press-releases&year=2022",
        "release": release.get_absolute_url(),
        "release-withdrawn": withdrawn_release().get_absolute_url(),
        "release-demo": Release.objects.get(title_ar__contains="دايجون").get_absolute_url(),
        "governance": "/governance/",
        "mandate-past": "/governance/2019-01-28/",
        "roster-bureau": "/governance/2022-01-29/bureau/",
        "roster-committee": "/governance/2022-01-29/health/",
        "councils": "/governance/councils/",
        "person": person.get_absolute_url(),
        "programme": "/programme/2022/",
        "programme-coming": programme.get_absolute_url(),
        "programme-table": "/programme/2022/?order=adopted",
        "programme-coming-table": f"{programme.get_absolute_url()}?order=adopted",
        "subscribe": "/programme/subscribe/",
        "documents": "/documents/",
        "search": "/search/?q=الجمعية",
        "search-releases": "/search/?q=الجمعية&kind=releases",
        "search-narrowed": "/search/?q=الجمعية&kind=releases&year=2022&order=relevance",
        "search-near-miss": "/search/?q=الدرويس",
        "page": Page.objects.get(slug="the-association").get_absolute_url(),
        "contact": Page.objects.get(slug="contact").get_absolute_url(),
        "contact-form": "/contact/?subject=accessibility&about=/news/",
        "contact-sent": "/contact/sent/",
        "not-found": "/nothing-here/",
    }


def drawn(size):
    """The bytes of a photo that one likes to look at: the README shows it."""
    card = settings.BASE_DIR / "static" / "img" / "cards" / "arches.jpg"
    out = BytesIO()
    with Image.open(card) as image:
        ImageOps.fit(image, size).save(out, "JPEG", quality=80)
    return out.getvalue()


def rich_release():
    """All that a release can have, in Arabic only: French and English pages fall back to it."""
    release = make_release(
        "لقاء دراسي طويل العنوان حول حكامة مجالس العمالات والأقاليم "
        "وآفاق تنزيل الجهوية المتقدمة بمشاركة رؤساء المجالس",
        lead_ar="احتضنت مدينة الرباط لقاء دراسيا شارك فيه رؤساء المجالس وممثلو القطاعات الوزارية.",
        body_ar=EVERYTHING_ALLOWED,
        place_ar="الرباط",
        happened_on=datetime.date(2022, 11, 29),
        happened_until=datetime.date(2022, 12, 2),
        published_at=timezone.now() - datetime.timedelta(hours=3),
        category=make_category("meetings"),
        video_url="https://www.youtube.com/watch?v=ampcpp2022",
        change_note_ar="صححت صفة أحد المتدخلين.",
        noted_at=timezone.now() - datetime.timedelta(hours=1),
    )  # fmt: skip
    for number in range(1, 5):
        photo = Photo.objects.create(
            release=release,
            image=ContentFile(drawn((1600, 1067 + 100 * number)), name="photo.jpg"),
            position=number,
            caption_ar=f"صورة رقم {number} من أشغال اللقاء الدراسي المنعقد بالرباط",
            credit="مصلحة التواصل",
            alternative_text_ar=("قاعة" if number == 4 else "طاولة") + " الاجتماع من الداخل",
            is_decorative=number == 3,
        )
    release.body_ar += f'<figure data-photo="{photo.reference}"></figure><p>فقرة أخيرة.</p>'
    release.save()
    for number, person in enumerate(Person.objects.all()[:4]):
        Mention.objects.create(
            release=release,
            person=person,
            position=number,
            title_ar="وزير التربية الوطنية" if number == 2 else "",
            on_behalf_of_ar="رئيس الجمعية" if number == 3 else "",
        )
    release.documents.add(make_document("تقرير اللقاء الدراسي", issued_on="2022-12-02"))
    return release


def withdrawn_release():
    """A text that keeps its page, with what was said of a change and where to see the film."""
    return make_release(
        "خبر سحبته الجمعية",
        state="withdrawn",
        place_ar="الرباط",
        happened_on=datetime.date(2021, 3, 4),
        change_note_ar="سحب الخبر لأن اللقاء تأجل.",
        noted_at=timezone.now(),
        video_url="https://vimeo.com/2022",
    )


def rich_programme(release):
    """A programme around today: what is past, what comes, what is cancelled, what has no day.

    The widest dates are there on any day: of two months, and of three years, which comes next.
    """
    today = timezone.localdate()
    programme = make_programme(
        f"برنامج عمل الجمعية لسنة {today.year}", year=today.year, announced_in=release
    )
    days = [-60, -20, 0, 3, 40]
    for number, offset in enumerate(days):
        make_activity(
            programme,
            f"دورة تكوينية رقم {number + 1}",
            happens_on=today + datetime.timedelta(offset),
            happens_until=today + datetime.timedelta(offset + 2) if number == 3 else None,
            start_time=datetime.time(10, 30) if number == 2 else None,
            kind="training",
            is_cancelled=number == 4,
            topics_ar="الديمقراطية التشاركية\r\nالنوع الاجتماعي",
            note_ar="بشراكة مع المديرية العامة",
        )
    make_activity(programme, "زيارة ميدانية", date_as_written_ar="يحدد لاحقا", kind="visit")
    for first, last in WIDEST_DAYS:
        make_activity(
            programme,
            "بعثة دراسية إلى الخارج لفائدة رؤساء المجالس",
            happens_on=datetime.date(today.year + first, 9, 29),
            happens_until=datetime.date(today.year + last, 11, 30),
            start_time=datetime.time(10, 30),
            kind="mission",
        )
    return programme


def empty():
    """As little as can be there; path by name of the kind of page."""
    release = make_release("خبر بلا صور")
    person = make_person("محمد بلا صفة")
    make_seat(make_roster())
    page = make_page("صفحة قصيرة")
    withdrawn = make_programme("برنامج مسحوب", year=2021, state="withdrawn")
    return {
        "home": "/",
        "news": "/news/?year=2022&month=6",
        "release": release.get_absolute_url(),
        "governance": "/governance/",
        "roster-vacant": "/governance/2022-01-29/bureau/",
        "councils": "/governance/councils/",
        "person": person.get_absolute_url(),
        "programme-none": "/programme/",
        "programme-withdrawn": withdrawn.get_absolute_url(),
        "subscribe": "/programme/subscribe/",
        "documents": "/documents/",
        "search": "/search/",
        "search-nothing": "/search/?q=كلمة",
        "contact-form": "/contact/",
        "page": page.get_absolute_url(),
        "not-found": "/nothing-here/",
    }
