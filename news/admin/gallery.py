"""The photos of a release that the text editor offers to place in its text."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.urls import path, reverse

from ampcpp.fields import RichTextField

THUMBNAIL_WIDTH = 320  # px


class GalleryChoices(admin.ModelAdmin):
    """An admin of releases that tells the editor where the gallery of its text is."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.photos_view)
        return [
            path("<int:number>/photos/", view, name="news_release_photos"),
            *super().get_urls(),
        ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """``data-photos`` is empty for a release that is not saved yet."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, RichTextField):
            number = request.resolver_match and request.resolver_match.kwargs.get("object_id", "")
            url = reverse("admin:news_release_photos", args=[number]) if number else ""
            field.widget.attrs["data-photos"] = url
        return field

    def photos_view(self, request, number):
        release = self.get_object(request, number)
        if release is None:
            raise Http404
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        photos = enumerate(release.photos.all(), 1)
        return JsonResponse({"rows": [self.choice(photo, position) for position, photo in photos]})

    def choice(self, photo, number):
        return {
            "name": photo.reference,
            "number": number,
            "text": photo.caption or photo.alternative_text,
            "thumbnail": photo.image.version(THUMBNAIL_WIDTH).url,
        }
