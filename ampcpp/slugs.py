"""The cosmetic end of an address: `/news/7/<slug>/`. The number decides, the slug only tells."""

from django.utils.text import slugify

LONGEST = 60  # letters: an Arabic letter is six characters once percent-encoded


def slug_of(title):
    """A title as words joined by hyphens, Arabic kept, cut at a word; «-» when nothing is left."""
    slug = slugify(title, allow_unicode=True)
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug or "-"
