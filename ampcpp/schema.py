"""The association, the way to a page and pictures, as search engines read them (schema.org).

Pure functions from things to dicts, which ``{% structured_data %}`` writes into the page;
``absolute`` makes an address of a path. Each app has a ``schema`` of its own for its things.
"""

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from modeltranslation.utils import build_localized_fieldname

from ampcpp.languages import LANGUAGES


def filled(values):
    """Without what has no value: of what is not known nothing is said."""
    return {key: value for key, value in values.items() if value or value == 0}


def moment(value):
    """A moment by Morocco's clocks, to the second: «2022-03-18T11:00:00+01:00»."""
    return timezone.localtime(value).isoformat(timespec="seconds")


def other_names(instance, field="name"):
    """The name in the languages in which it reads otherwise than in this one."""
    names = [getattr(instance, build_localized_fieldname(field, code)) for code in LANGUAGES]
    return [*dict.fromkeys(name for name in names if name and name != getattr(instance, field))]


def publisher_of(site, absolute):
    """The association as others name it; in full it stands on the home page."""
    return filled(
        {
            "@type": "Organization",
            "@id": absolute("/#association"),
            "name": site.name,
            "url": absolute(reverse("home")),
            "logo": absolute(static("img/icon-512.png")),
        }
    )


def organisation_of(site, absolute):
    """All that is known of the association."""
    contact = filled({"telephone": site.phone, "email": site.email})
    return publisher_of(site, absolute) | filled(
        {
            "alternateName": [*filter(None, [site.short_name]), *other_names(site)],
            "foundingDate": site.founded_on and site.founded_on.isoformat(),
            "address": site.address,
            "contactPoint": contact and {"@type": "ContactPoint"} | contact,
            "sameAs": [url for _, url in site.networks],
        }
    )


def image_of(picture, absolute, **more):
    """A picture that has a ``url`` and, in pixels, a ``width`` and a ``height``."""
    return filled(
        {
            "@type": "ImageObject",
            "url": absolute(picture.url),
            "width": picture.width and f"{picture.width} px",
            "height": picture.height and f"{picture.height} px",
            **more,
        }
    )


def breadcrumbs_of(trail, absolute):
    """The way from the home page: pairs of a name and a path, which the last may lack."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            filled(
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": name,
                    "item": path and {"@id": absolute(path)},
                }
            )
            for position, (name, path) in enumerate(trail, 1)
        ],
    }
