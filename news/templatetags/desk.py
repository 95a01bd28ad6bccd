"""The tag of the admin's first page."""

from django import template

from news.desk import desk_of

register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context):
    """The sections of the desk; none for who may not see releases."""
    user = context["request"].user
    return desk_of(user) if user.has_perm("news.view_release") else []
