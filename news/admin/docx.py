"""A draft from a Word file: a form on the page of a new release, and the file it was made from."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ampcpp.files import taken_back
from ampcpp.richtext import with_photos
from ampcpp.slugs import slug_of
from news import docx
from news.admin.photos import warning_of
from news.models import Category, Photo, Release


class WordForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Word file"),
        help_text=gettext_lazy("Of the type .docx, at most 20 MB and 15 pictures."),
        widget=forms.FileInput(attrs={"accept": ".docx", "data-most-bytes": docx.MOST_BYTES}),
        error_messages={
            "required": gettext_lazy("Choose a Word file."),
            "empty": docx.BROKEN,
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        self.draft = docx.read(file)
        return file

    def clean(self):
        self.category = Category.objects.first()
        if self.category is None:
            raise forms.ValidationError(_("Add a category first: each release belongs to one."))
        return super().clean()


def save(draft, category, file):
    """A release with its photos, or nothing: files that were written are taken back."""
    release = Release(category=category, title_ar=draft.title, source_file=file)
    photos = [
        Photo(release=release, image=picture, position=number)
        for number, picture in enumerate(draft.pictures, 1)
    ]
    release.body_ar = with_photos(
        draft.body, lambda number: docx.FIGURE.format(photos[int(number) - 1].reference)
    )
    with taken_back():
        for photo in photos:
            photo.image.store()
        with transaction.atomic():
            release.save()
            for photo in photos:
                photo.release = release
                photo.save()
    return release


class FromWord(admin.ModelAdmin):
    """An admin of releases in which a Word file makes a draft."""

    change_form_template = "admin/news/release/change_form.html"

    def get_urls(self):
        made = self.admin_site.admin_view(require_http_methods(["GET", "POST"])(self.word_view))
        source = self.admin_site.admin_view(self.source_view)
        return [
            path("from-word/", made, name="news_release_from_word"),
            path("<int:number>/source/", source, name="news_release_source"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, **kwargs):
        if add:
            context["word_form"] = WordForm(prefix="word")
        return super().render_change_form(request, context, add=add, **kwargs)

    def word_view(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        is_sent = request.method == "POST"
        form = WordForm(*([request.POST, request.FILES] if is_sent else []), prefix="word")
        if form.is_valid():
            release = save(form.draft, form.category, form.cleaned_data["file"])
            self.log_addition(request, release, [{"added": {}}])
            self.tell(request, form.draft)
            for warning in dict.fromkeys(map(warning_of, release.photos.all())):
                if warning:
                    messages.warning(request, warning)
            return HttpResponseRedirect(reverse("admin:news_release_change", args=[release.pk]))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("A draft from a Word file"),
            "help": _(
                "Choose the file, or drop it anywhere on this page: the draft made of it opens at "
                "once. Nobody outside reads it before it is published."
            ),
            "word_form": form,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/news/release/from_word.html", context)

    def tell(self, request, draft):
        messages.success(
            request,
            _(
                "This is the draft. Read it through, choose its category and say of each photo "
                "what it shows."
            ),
        )
        if draft.lost:
            messages.warning(
                request, _("Pictures of the file that could not be read: %d.") % draft.lost
            )

    def source_view(self, request, number):
        """The Word file, for those who may see the release; the public has no address for it."""
        release = self.get_object(request, number)
        if release is None or not release.source_file:
            raise Http404
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        try:
            file = release.source_file.open()
        except OSError as error:
            raise Http404("The file is missing from the store") from error
        return FileResponse(file, as_attachment=True, filename=f"{slug_of(release.title)}.docx")
