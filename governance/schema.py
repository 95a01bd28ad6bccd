"""People as search engines read them (schema.org); pure functions, as in ``ampcpp.schema``."""

from django.utils.translation import gettext as _

from ampcpp.schema import filled, image_of, other_names, publisher_of


def person_of(person, terms, presidencies, site, absolute):
    """A person with what is held now: of the terms and presidencies those with ``is_serving``."""
    offices = [term for term in terms if term.is_serving]
    councils = [presidency for presidency in presidencies if presidency.is_serving]
    spellings = [*other_names(person), *person.variants.splitlines()]
    return filled(
        {
            "@type": "Person",
            "name": person.name,
            "alternateName": [*dict.fromkeys(filter(None, map(str.strip, spellings)))],
            "url": absolute(person.get_absolute_url()),
            "image": person.portrait and image_of(person.portrait.version(640), absolute),
            "jobTitle": [*map(title_of, offices), *(held.title for held in councils)],
            "memberOf": offices and publisher_of(site, absolute),
            "affiliation": [
                {"@type": "GovernmentOrganization", "name": held.council.name} for held in councils
            ],
        }
    )


def title_of(term):
    """«Chair of the health committee (acting)»."""
    return f"{term.title} {_('(acting)')}" if term.is_acting else term.title
