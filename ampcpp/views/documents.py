"""The list of documents, and each file behind the door."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django import forms
from django.http import FileResponse, Http404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from ampcpp.detail import PublishableDetail
from ampcpp.filters import Filtered, FilterForm
from ampcpp.models import Document

#: Nothing runs in an uploaded file. What is allowed serves the PDF viewers of browsers; older ones
#: of Chrome show nothing in a sandbox.
FILE_POLICY = {
    "default-src": [NONE],
    "object-src": [SELF],
    "style-src": [UNSAFE_INLINE],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
}


class DocumentFilter(FilterForm):
    LOOKUPS = {"kind": "kind", "year": "issued_on__year", "language": "language"}

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Document.Kind.choices]
    )
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int)
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("all languages")), *Document.Language.choices],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        days = Document.objects.published().dates("issued_on", "year", order="DESC")
        self.fields["year"].choices = [
            ("", _("all years")),
            *((day.year, day.year) for day in days),
        ]


class DocumentList(Filtered, ListView):
    """Statutes, circulars, reports and agreements, with what is attached to releases."""

    filter_class = DocumentFilter
    paginate_by = 20
    template_name = "documents/document_list.html"

    def get_queryset(self):
        return self.filter.narrow(Document.objects.published())


@method_decorator(csp(FILE_POLICY), name="dispatch")
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
