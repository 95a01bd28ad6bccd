"""The gallery in the admin: photos sent one by one, described later, known again, put in order."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.admin.photos import IN_ROWS
from news.copies import duplicate
from news.models import Photo, Release
from news.models.photo import is_file_name
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_release
from tests.pictures import picture

pytestmark = pytest.mark.django_db


def make_photo(release, colour="green", size=(400, 300), **values):
    file = ContentFile(picture("JPEG", size, colour), name="a.jpg")
    values = {"alternative_text_ar": "قاعة الاجتماع", **values}
    return Photo.objects.create(release=release, image=file, **values)


def draft(title="مسودة"):
    return make_release(title, state="draft", published_at=None)


def send(client, release, content=None, name="IMG_1.jpg"):
    upload = SimpleUploadedFile(name, content or picture("JPEG", (400, 300)))
    address = reverse("admin:news_release_photo_add", args=[release.pk])
    return client.post(address, {"photo": upload})


def release_form(client, release):
    path = admin_url(Release, "change", release.pk)
    return path, fields_of(client.get(path))


def test_a_dropped_photo_joins_the_end_of_the_gallery(staff):
    release = draft()
    make_photo(release, position=7)
    answer = send(staff, release)
    photo = Photo.objects.latest("pk")
    assert (answer.status_code, answer.json()) == (
        201,
        {"id": photo.pk, "url": photo.image.version(160).url, "width": 160, "height": 120}
        | {"warning": "سبقت إضافة هذه الصورة إلى هذا المعرض."},
    )
    assert (photo.release, photo.position, photo.alternative_text_ar) == (release, 8, None)
    assert [p.position for p in release.photos.all()] == [7, 8]


@pytest.mark.parametrize(
    ("stage", "values"),
    [
        ("published", {}),
        ("withdrawn", {"state": "withdrawn"}),
        ("scheduled", {"published_at": "2100-01-01T00:00Z"}),
    ],
)
def test_what_the_public_reads_takes_no_photo_without_its_text(staff, stage, values):
    """The form says so, and why: of one that is scheduled nobody reads anything yet."""
    release = make_release(**values)
    answer = send(staff, release)
    assert (answer.status_code, answer.json()) == (409, {"error": IN_ROWS[stage]})
    form = staff.get(admin_url(Release, "change", release.pk)).text
    assert [words for words in IN_ROWS.values() if str(words) in form] == [IN_ROWS[stage]]
    assert not Photo.objects.exists()


def test_who_may_not_change_the_release_adds_nothing(client, clerk):
    clerk.user_permissions.clear()
    clerk.user_permissions.add(permission("view_release"))
    client.force_login(clerk)
    assert send(client, draft()).status_code == 403
    clerk.user_permissions.add(permission("change_release"))
    assert send(client, draft()).status_code == 403
    clerk.user_permissions.add(permission("add_photo"))
    assert send(client, draft()).status_code == 201
    client.logout()
    assert send(client, draft()).status_code == 302
    assert Photo.objects.count() == 1


def permission(codename):
    from django.contrib.auth.models import Permission

    return Permission.objects.get(codename=codename)


def test_only_a_posted_photo_of_a_release_that_is_there(staff):
    address = reverse("admin:news_release_photo_add", args=[draft().pk])
    assert staff.get(address).status_code == 405
    assert staff.post(address).status_code == 422
    assert staff.post(address.replace(str(Release.objects.get().pk), "9999")).status_code == 404


def test_the_same_photo_elsewhere_is_named_not_refused(staff):
    first = draft("الجمع العام <b>")
    make_photo(first, "teal", size=(400, 301))
    warning = send(staff, draft(), picture("JPEG", (400, 301), "teal")).json()["warning"]
    assert admin_url(Release, "change", first.pk) in warning
    assert "«<a" in warning
    assert "الجمع العام &lt;b&gt;" in warning
    assert send(staff, draft(), picture("JPEG", (400, 301), "navy")).json()["warning"] == ""

    Release.objects.update(trashed_at="2022-01-01T00:00Z")
    assert send(staff, draft(), picture("JPEG", (400, 301), "teal")).json()["warning"] == ""


def test_a_copy_of_a_release_is_no_second_photo():
    release = draft()
    photo = make_photo(release)
    duplicate(release)
    assert Photo.objects.filter(digest=photo.digest).count() == 2
    assert list(photo.twins) == []


def test_files_without_a_script_come_with_the_form(staff):
    release = draft()
    path, data = release_form(staff, release)
    uploads = [SimpleUploadedFile(f"{n}.jpg", picture("JPEG", (40 + n, 30))) for n in range(3)]
    response = staff.post(path, data | {"photos-files": uploads})
    assert response.status_code == 302, errors(response)
    assert [(p.width, p.position) for p in release.photos.all()] == [(40, 1), (41, 2), (42, 3)]


def test_a_bad_one_among_them_is_named_and_nothing_is_kept_or_lost(staff):
    release = draft()
    path, data = release_form(staff, release)
    uploads = [
        SimpleUploadedFile("good.jpg", picture("JPEG")),
        SimpleUploadedFile("bad.jpg", b"MZ"),
    ]
    response = staff.post(path, data | {"photos-files": uploads, "title_ar": "عنوان مكتوب"})
    [[error]] = errors(response)
    assert error.startswith("bad.jpg: ")
    assert "اخترها من جديد" in response.text or "المرجو اختيارها من جديد" in response.text
    assert "عنوان مكتوب" in response.text
    assert not Photo.objects.exists()
    assert staff.post(path, data | {"photos-files": uploads[:1] * 11}).status_code == 200


def test_a_public_release_ignores_files_and_takes_rows(staff):
    release = make_release()
    path, data = release_form(staff, release)
    assert "photos-files" not in staff.get(path).text
    staff.post(path, data | {"photos-files": [SimpleUploadedFile("a.jpg", picture("JPEG"))]})
    assert not Photo.objects.exists()


def test_its_text_may_wait_while_it_is_a_draft_only(staff):
    release = draft()
    send(staff, release)
    path, data = release_form(staff, release)
    response = staff.post(path, data | {"photos-0-focus_x": 20, "photos-0-position": 3})
    assert response.status_code == 302, errors(response)
    photo = Photo.objects.get()
    assert (photo.focus_x, photo.focus_y, photo.position) == (20, 50, 3)
    assert [photo] == list(release.photos.without_text())

    Release.objects.update(state="published", published_at="2022-01-01T00:00Z")
    path, data = release_form(staff, release)
    assert list(errors(staff.post(path, data))[0]) == ["alternative_text_ar"]
    assert staff.post(path, data | {"photos-0-is_decorative": "on"}).status_code == 302
    assert not release.photos.without_text().exists()


@pytest.mark.parametrize("missing", ["", None])
def test_photos_without_text(missing):
    release = draft()
    silent = make_photo(release, alternative_text_ar=missing, alternative_text_fr="En français")
    make_photo(release)
    make_photo(release, alternative_text_ar=missing, is_decorative=True)
    assert list(release.photos.without_text()) == [silent]


@pytest.mark.parametrize(
    "name",
    [
        *("IMG_2034", "img 2034", "IMG-20220129-WA0003", "DSC0001.jpg", "DSC_0001", "PXL_2022"),
        *("WhatsApp Image 2022-01-29 at 10.11.12", "صورة", "صورة 3", "الصورة", "photo", "Photo 12"),
        *("IMG_2034.HEIC", "Screenshot 2022-01-29", "لقطة شاشة 2022-01-29", "20220129_101112"),
        *("rabat-réunion.jpeg", "الرباط.png", "12", "صورة واتساب 2022-01-29"),
    ],
)
def test_a_file_name_says_nothing(name):
    assert is_file_name(name)


@pytest.mark.parametrize(
    "text",
    [
        *("صورة جماعية لأعضاء المكتب", "رئيس الجمعية يوقع الاتفاقية سنة 2022", "الرباط"),
        *("Photo de groupe", "Image du bureau en 2022", "A delegation of 12 presidents", "خريطة"),
    ],
)
def test_what_a_picture_shows_is_no_file_name(text):
    assert not is_file_name(text)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_file_name_is_refused_as_a_text(staff, language):
    release = draft()
    make_photo(release)
    path, data = release_form(staff, release)
    field = f"alternative_text_{language}"
    response = staff.post(path, data | {f"photos-0-{field}": "IMG_2034.jpg"})
    assert list(errors(response)[0]) == [field]
    assert "اسم ملف" in str(errors(response))


def test_a_new_row_comes_last_and_an_empty_one_is_nothing(staff):
    release = draft()
    make_photo(release, position=4)
    response = staff.get(admin_url(Release, "change", release.pk))
    formset = response.context["inline_admin_formsets"][0].formset
    assert formset.empty_form["position"].value() == 5

    path, data = release_form(staff, release)
    data |= {"photos-TOTAL_FORMS": 2, "photos-1-position": 2, "photos-0-position": 1}
    assert staff.post(path, data).status_code == 302
    assert [p.position for p in release.photos.all()] == [1]


def test_the_list_shows_covers_in_one_query(staff, django_assert_max_num_queries):
    for number in range(4):
        release = draft(f"خبر {number}")
        cover = make_photo(release, position=1)
        make_photo(release, position=2)
    with django_assert_max_num_queries(12):
        html = staff.get(admin_url(Release, "changelist")).text
    assert html.count('class="cover-thumbnail"') == 4
    assert cover.image.version(160).url in html


def stored():
    return sorted(default_storage.listdir("photo")[1]) if default_storage.exists("photo") else []


def files_of(photo):
    return {name.removeprefix("photo/") for name in photo.image.names}


def test_the_files_go_with_the_last_row_that_names_them(django_capture_on_commit_callbacks):
    before = set(stored())
    release = draft()
    photo = make_photo(release)
    copy = duplicate(release)
    assert set(stored()) - before == files_of(photo)
    with django_capture_on_commit_callbacks(execute=True):
        copy.delete()
    assert set(stored()) - before == files_of(photo)
    with django_capture_on_commit_callbacks(execute=True):
        release.delete()
        assert set(stored()) - before == files_of(photo)  # not before it is committed
    assert set(stored()) == before


def test_another_file_or_focal_point_leaves_nothing_behind(django_capture_on_commit_callbacks):
    before = set(stored())
    photo = make_photo(draft())
    old = files_of(photo)
    with django_capture_on_commit_callbacks(execute=True):
        photo.focus_x = 10
        photo.save()
    assert set(stored()) - before == files_of(photo) != old

    with django_capture_on_commit_callbacks(execute=True):
        photo.image = ContentFile(picture("JPEG", (500, 300), "navy"), name="b.jpg")
        photo.save()
    photo.refresh_from_db()
    assert set(stored()) - before == files_of(photo)
    assert photo.width == 500


def test_a_copy_with_another_focal_point_takes_nothing_from_the_first(
    django_capture_on_commit_callbacks,
):
    photo = make_photo(release := draft())
    moved = duplicate(release).photos.get()
    with django_capture_on_commit_callbacks(execute=True):
        moved.focus_y = 0
        moved.save()
    assert files_of(photo) | files_of(moved) <= set(stored())
