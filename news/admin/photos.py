"""The gallery of a release, within its form: photos dropped many at once, put in order, described.

A photo is sent as soon as it is dropped and waits for its text while nobody reads the release;
to a release that is read, photos are added in rows, each with its text.
"""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, JsonResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ampcpp.admin.base import InTheirLanguage, language_tabs
from ampcpp.admin.rows import RowFormSet
from ampcpp.fields import PictureFormField
from ampcpp.files import taken_back
from ampcpp.pictures import ACCEPTED, LIMITS, reencode
from ampcpp.uploads import MOST_BYTES
from news.desk import with_silent_photos
from news.models import Photo, Release
from news.models.photo import may_wait, next_position

THUMBNAIL_WIDTH = 160  # px, in lists
PREVIEW_WIDTH = 640  # px, where the focal point is chosen
MOST_AT_ONCE = 10  # files sent with the form; the script sends them one by one
FOCUS = {"focus_x", "focus_y"}
REFUSED = _("You may not add photos to this release.")
STAGE = Release.Stage
#: Where a photo may not wait for its text, and why.
IN_ROWS = {
    STAGE.SCHEDULED: _(
        "This release is going to be published by itself: add each photo in a row below, with its "
        "text."
    ),
    STAGE.PUBLISHED: _(
        "The public reads this release: add each photo in a row below, with its text."
    ),
    STAGE.WITHDRAWN: _("This release is withdrawn: add each photo in a row below, with its text."),
}


def new_photo(release, picture):
    """One more photo of a release, the last of its gallery; its text is written later."""
    return Photo(release=release, image=picture, position=next_position(release))


def warning_of(photo):
    """Says where the same photo is already; nothing when it is nowhere else."""
    twin = photo.twins.first()
    if twin is None:
        return ""
    if twin.release_id == photo.release_id:
        return _("This photo is in this gallery already.")
    address = reverse("admin:news_release_change", args=[twin.release_id])
    link = format_html('<a href="{}" target="_blank">{}</a>', address, twin.release)
    return format_html(_("This photo is also in the gallery of «{}»."), link)


class SilentFilter(admin.SimpleListFilter):
    """Releases with photos that say nothing to who does not see them."""

    title = _("photos")
    parameter_name = "photos"

    def lookups(self, request, model_admin):
        return [("silent", _("without a text yet"))]

    def queryset(self, request, queryset):
        return with_silent_photos(queryset) if self.value() == "silent" else queryset


class UploadForm(forms.Form):
    photo = PictureFormField()


class PercentInput(forms.NumberInput):
    """From left to right and from top to bottom in every language, as the picture is."""

    input_type = "range"

    def __init__(self):
        super().__init__({"min": 0, "max": 100, "dir": "ltr"})


class PhotoForm(forms.ModelForm):
    class Meta:
        widgets = {"focus_x": PercentInput, "focus_y": PercentInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in FOCUS & set(self.fields):
            self.fields[name].required = False

    def clean(self):
        """A focal point that was not sent stays where it is."""
        data = super().clean()
        for name in FOCUS - set(self.errors):
            if data.get(name) is None:
                data[name] = getattr(self.instance, name)
        return data

    def has_changed(self):
        """A new row in which only its place is filled in is an empty one."""
        ignored = {"position", *FOCUS} if self.instance._state.adding else set()
        return bool(set(self.changed_data) - ignored)


class PhotoFormSet(RowFormSet):
    """The rows of the gallery, and files that came with the form where no script sent them."""

    most_at_once = MOST_AT_ONCE
    most_bytes = MOST_BYTES
    accepted = ACCEPTED
    limits = LIMITS
    pictures = ()

    @property
    def in_rows(self):
        """Why photos are added in rows; None where they may be dropped."""
        return IN_ROWS.get(self.instance.stage)

    @property
    def takes_files(self):
        return bool(self.instance.pk) and may_wait(self.instance)

    @property
    def files_name(self):
        return f"{self.prefix}-files"

    @property
    def uploads(self):
        return self.files.getlist(self.files_name) if self.files and self.takes_files else []

    def get_form_kwargs(self, index):
        kwargs = super().get_form_kwargs(index)
        if index is None or index >= self.initial_form_count():
            kwargs["initial"] = {"position": next_position(self.instance)}
        return kwargs

    def clean(self):
        super().clean()
        self.pictures, errors = [], []
        if len(self.uploads) > MOST_AT_ONCE:
            raise ValidationError(
                _("Choose at most %(number)s photos at once."), params={"number": MOST_AT_ONCE}
            )
        for upload in self.uploads:
            try:
                self.pictures.append(reencode(upload))
            except ValidationError as error:
                errors.append(ValidationError(f"{upload.name}: {error.message}"))
        if errors:
            raise ValidationError(errors)

    def save(self, commit=True):
        rows = super().save(commit)
        for picture in self.pictures:
            photo = new_photo(self.instance, picture)
            photo.save()
            self.new_objects.append(photo)
        return rows


class PhotoInline(InTheirLanguage, admin.StackedInline):
    model = Photo
    form = PhotoForm
    formset = PhotoFormSet
    template = "admin/news/photo_inline.html"
    extra = 0
    readonly_fields = ["preview"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "preview",
                    ("focus_x", "focus_y"),
                    "image",
                    "position",
                    ("credit", "is_decorative"),
                ]
            },
        ),
        *language_tabs("caption", "alternative_text"),
    ]

    class Media:
        js = [f"js/photo-{name}.js" for name in ("upload", "rows", "order", "focus")]

    @admin.display(description=_("preview"))
    def preview(self, photo):
        if not photo.image:
            return _("It is shown once the release is saved.")
        picture = format_html(
            '<img src="{}" width="{}" height="{}" alt="">', *seen(photo, PREVIEW_WIDTH)
        )
        return format_html('<span class="photo-focus" dir="ltr">{}</span>', picture)


def seen(photo, width):
    """Address, width and height of a photo at about this width."""
    version = photo.image.version(width)
    return version.url, version.width, version.height


class GalleryAdmin(admin.ModelAdmin):
    """For the admin of releases: takes dropped photos, and shows the covers in the list."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.photo_view)
        address = path("<int:number>/photos/add/", view, name="news_release_photo_add")
        return [address, *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("photos")

    @admin.display(description=_("cover"))
    def cover_shown(self, release):
        if not release.cover:
            return ""
        return format_html(
            '<img class="cover-thumbnail" src="{}" width="{}" height="{}" alt="" loading="lazy">',
            *seen(release.cover, THUMBNAIL_WIDTH),
        )

    @method_decorator(require_POST)
    def photo_view(self, request, number):
        """Takes one dropped photo. The script is answered in words; its own are for what never
        arrives here."""
        release = self.get_object(request, str(number))
        if release is None:
            raise Http404
        if not self.has_change_permission(request, release) or not request.user.has_perm(
            "news.add_photo"
        ):
            return JsonResponse({"error": REFUSED}, status=403)
        if not may_wait(release):
            return JsonResponse({"error": IN_ROWS[release.stage]}, status=409)
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return JsonResponse({"error": " ".join(form.errors["photo"])}, status=422)
        photo = new_photo(release, form.cleaned_data["photo"])
        with taken_back():
            photo.image.store()
            with transaction.atomic():
                photo.save()
                self.log_change(request, release, [added(photo)])
        address, width, height = seen(photo, THUMBNAIL_WIDTH)
        answer = {"id": photo.pk, "url": address, "width": width, "height": height}
        return JsonResponse(answer | {"warning": warning_of(photo)}, status=201)

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.model is Photo:
            for photo in formset.new_objects:
                if warning := warning_of(photo):
                    messages.warning(request, warning)


def added(photo):
    """As the history of a form tells it."""
    return {"added": {"name": "photo", "object": str(photo)}}
