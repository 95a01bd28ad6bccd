"""Pictures of the public pages, cut on the server."""

from django import template

register = template.Library()


@register.filter
def crop(photo, shape):
    """A photo in a shape of `ampcpp/pictures.py`, around its focal point."""
    return photo.image.crops[shape]
