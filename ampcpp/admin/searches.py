"""What readers looked for in vain: to be read, and deleted once something answers it."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ampcpp.admin.base import ToldInWords
from ampcpp.models import EmptySearch


@admin.register(EmptySearch)
class EmptySearchAdmin(ToldInWords):
    help = _(
        "Words that readers looked for and that nothing on the site answered, the most frequent "
        "first, without hamza and marks. Where one is another spelling of somebody’s name, add it "
        "to the page of that person, then delete the line here. Who asked is not kept."
    )
    list_display = ["words_shown", "count", "last_on"]
    list_display_links = None  # a line says all there is
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("words"), ordering="words")
    def words_shown(self, row):
        return format_html('<bdi dir="auto">{}</bdi>', row.words)
