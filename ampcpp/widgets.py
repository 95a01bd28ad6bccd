"""Boxes of forms in the admin."""

from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils.text import capfirst


class MomentWidget(AdminSplitDateTime):
    """A day and an hour. Django writes a word beside each box; here each is also named by it, and
    by what the two are together."""

    def __init__(self, label="", attrs=None):
        super().__init__(attrs)
        self.label = label

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        words = (context["date_label"], context["time_label"])
        for part, word in zip(context["widget"]["subwidgets"], words, strict=True):
            name = word.rstrip(": \u00a0")
            part["attrs"]["aria-label"] = f"{capfirst(self.label)} – {name}"
        return context
