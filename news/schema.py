"""Releases as search engines read them (schema.org); pure functions, as in ``ampcpp.schema``."""

from ampcpp.languages import shown_language
from ampcpp.schema import filled, image_of, moment, publisher_of


def article_of(release, site, absolute):
    """A published release, in a language in which it can be read."""
    publisher = publisher_of(site, absolute)
    return filled(
        {
            "@type": "NewsArticle",
            "mainEntityOfPage": absolute(release.get_absolute_url()),
            "headline": release.title,
            "description": release.lead,
            "inLanguage": shown_language(release, "body"),
            "datePublished": moment(release.published_at),
            "dateModified": moment(release.changed_at),
            "articleSection": release.category.name,
            "contentLocation": release.place and {"@type": "Place", "name": release.place},
            "isAccessibleForFree": True,
            "author": publisher,
            "publisher": {"@id": publisher["@id"]},
            "image": photos_of(release, absolute),
        }
    )


def photos_of(release, absolute):
    """Its photos, in the width that fits a screen; a drawn pattern is no photo of it."""
    return [
        image_of(
            photo.image.version(1200),
            absolute,
            caption=photo.caption,
            creditText=photo.credit,
        )
        for photo in release.photos.all()
    ]
