"""The list of documents, and each file behind the door."""

from django import forms
from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from ampcpp.detail import PublishableDetail
from ampcpp.filters import Filtered, FilterForm
from ampcpp.models import Document


class DocumentFilter(FilterForm):
    LOOKUPS = {"kind": "kind", "language": "language"}

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Document.Kind.choices]
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("all languages")), *Document.Language.choices],
    )


class DocumentList(Filtered, ListView):
    """Statutes, circulars, reports and agreements, with what is attached to releases."""

    filter_class = DocumentFilter
    paginate_by = 20
    template_name = "documents/document_list.html"

    def get_queryset(self):
        return self.filter.narrow(Document.objects.published())


class DocumentFile(PublishableDetail):
    """The file itself, for those who may read the document."""

    model = Document

    def render_to_response(self, context, **response_kwargs):
        document = self.object
        if document.is_withdrawn:
            raise Http404("Withdrawn")
        try:
            file = document.file.open()
        except (OSError, ValueError) as error:
            raise Http404("The file is missing from the store") from error
        return FileResponse(
            file,
            filename=document.file_name,
            as_attachment=document.suffix != ".pdf",
            headers={"Content-Language": document.language},
        )
