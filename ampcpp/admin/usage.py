"""Where documents are used: attached to releases, or linked from a text of any room."""

import re
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Q

from ampcpp.fields import RichTextField

LINK = re.compile(r"/documents/(\d{1,18})(?!\d)")


def linking(site, part):
    """Pairs of a row whose text holds ``part`` of an address, and the numbers of the documents it
    links to. Read are the models that the admin edits, so no histories."""
    for model in filter(site.is_registered, apps.get_models()):
        columns = [f.name for f in model._meta.concrete_fields if isinstance(f, RichTextField)]
        holds = [Q(**{f"{column}__contains": part}) for column in columns]
        for row in model._base_manager.filter(reduce(or_, holds)) if holds else []:
            text = " ".join(getattr(row, column) or "" for column in columns)
            yield row, set(map(int, LINK.findall(text)))


def rows_using(site, document):
    """The releases that attach a document, then the rows whose text links to it; each once."""
    attached = list(document.releases.all())
    links = linking(site, f"/documents/{document.number}")
    linked = [row for row, numbers in links if document.number in numbers]
    return attached + [row for row in linked if row not in attached]


def linked_numbers(site):
    """The numbers of all documents that some text links to."""
    return {number for _row, numbers in linking(site, "/documents/") for number in numbers}
