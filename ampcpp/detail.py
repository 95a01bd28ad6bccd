"""Pages of one thing: at its one address, and only for those who may read it."""

from urllib.parse import unquote

from csp.constants import SELF
from django.http import Http404, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.views.generic import DetailView


class AddressedDetail(DetailView):
    """Sends wrong, cut or missing slugs to the thing's own address. A path that names no thing
    (`/programme/`: the latest) is an address of its own."""

    pk_url_kwarg = "number"

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        address = self.object.get_absolute_url() if kwargs else request.path
        if unquote(address) != unquote(request.path):
            query = request.META.get("QUERY_STRING")
            return HttpResponseRedirect(f"{address}?{query}" if query else address)
        return self.respond()

    def respond(self):
        return self.render_to_response(self.get_context_data(object=self.object))


class PublishableDetail(AddressedDetail):
    """What is readable, for everybody; a draft for staff, under a banner and never cached."""

    def get_object(self, queryset=None):
        rows = self.get_queryset()
        try:
            return super().get_object(rows.readable())
        except Http404:
            # The session is only looked at here, so that public pages do not vary by cookie.
            return super().get_object(rows.visible_to(self.request.user))

    def respond(self):
        response = super().respond()
        if self.object and not self.object.is_public:
            add_never_cache_headers(response)
            response["X-Robots-Tag"] = "noindex"
            let_the_admin_frame(response)
        return response


def let_the_admin_frame(response):
    """For the preview in the admin; what is public is framed by nobody."""
    response["X-Frame-Options"] = "SAMEORIGIN"
    response._csp_replace = {"frame-ancestors": [SELF]}
