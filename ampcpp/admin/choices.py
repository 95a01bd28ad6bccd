"""The documents that the text editor offers to link to."""

from django.contrib import admin
from django.http import JsonResponse
from django.urls import path, reverse
from django.utils.translation import override

MOST = 20


class DocumentChoices(admin.ModelAdmin):
    """An admin of documents that answers the editor's dialog."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.choices_view)
        return [path("choices/", view, name="ampcpp_document_choices"), *super().get_urls()]

    def choices_view(self, request):
        """The newest published documents whose title holds the words of ``?q=``; whoever may
        write may link to what everybody may read."""
        rows = self.model.objects.published()
        if words := request.GET.get("q", "").strip():
            rows = rows.matching(words)
        return JsonResponse({"rows": [self.choice(row) for row in rows[:MOST]]})

    def choice(self, document):
        """The address is the one without language and title: it stays when they change."""
        with override("ar"):
            url = reverse("documents:number", args=[document.number])
        return {"url": url, "title": document.title, "kind": document.get_kind_display()}
