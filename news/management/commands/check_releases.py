import csv
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from ampcpp.admin.log import plain
from governance.names import Names
from news.advice import name_of
from news.checker import Draft, Kind, Knowledge, check
from news.checker.knowledge import earlier_than
from news.models import Release

COLUMNS = [
    gettext_lazy("number"),
    gettext_lazy("title"),
    gettext_lazy("where"),
    gettext_lazy("line"),
    gettext_lazy("kind"),
    gettext_lazy("as written"),
    gettext_lazy("write instead"),
    gettext_lazy("note"),
]


class Command(BaseCommand):
    help = (
        "Reads every release that is not in the trash and says what an editor would mend in its "
        "Arabic text. Nothing is changed."
    )

    def add_arguments(self, parser):
        parser.add_argument("--csv", metavar="FILE", help="write the findings to this file as well")

    def handle(self, *, csv, **options):
        with override(settings.LANGUAGE_CODE), opened(csv) as file:
            self.report(Table(file) if file else None)

    def report(self, table):
        counts, total, noted = Counter(), 0, 0
        for release, findings in checked():
            total += 1
            noted += bool(findings)
            counts.update(one.kind for one in findings)
            self.show(release, findings)
            if table:
                table.add(release, findings)
        self.sum_up(counts, total, noted)

    def show(self, release, findings):
        if findings:
            self.stdout.write(f"{release.number} «{release.title_ar}»")
            for one in findings:
                self.stdout.write(f"  {where(one)}: {words(one)}")
            self.stdout.write()

    def sum_up(self, counts, total, noted):
        for kind, count in counts.most_common():
            self.stdout.write(f"{capfirst(Kind(kind).label)}: {count}")
        notes = ngettext("%(count)s note", "%(count)s notes", counts.total())
        self.stdout.write(notes % {"count": counts.total()})
        releases = _("Releases with notes: %(noted)s of %(total)s")
        self.stdout.write(releases % {"noted": noted, "total": total})


class Table:
    """The findings as a CSV file that spreadsheets open."""

    def __init__(self, file):
        self.writer = csv.writer(file)
        self.writer.writerow([capfirst(str(name)) for name in COLUMNS])

    def add(self, release, findings):
        for one in findings:
            title, line = release.title_ar, one.line or ""
            place = [release.number, title, name_of(one.place), line]
            cells = [*place, capfirst(one.kind.label), one.fragment, one.right, one.message]
            self.writer.writerow(map(plain, cells))


def opened(path):
    """With the mark of order, without which spreadsheets take Arabic for something else."""
    if not path:
        return nullcontext()
    try:
        return Path(path).open("w", encoding="utf-8-sig", newline="")
    except OSError as error:
        said = _("The file %(path)s cannot be written: %(reason)s")
        raise CommandError(said % {"path": path, "reason": error.strerror}) from error


def checked():
    """Each release with its findings; copies are changes to one that is there itself."""
    names = Names.load()
    rows = Release.objects.filter(trashed_at=None, copy_of=None).order_by("number")
    for release in rows.prefetch_related("photos").iterator(chunk_size=200):
        draft = Draft.of(release)
        yield release, check(draft, Knowledge(names, earlier_than(draft)))


def where(finding):
    """«النص 3»: the third line of the text."""
    name = name_of(finding.place)
    return f"{name} {finding.line}" if finding.line else name


def words(finding):
    """The kind, the words as they stand, what to write instead."""
    said = [str(finding.kind.label)]
    if finding.fragment:
        said.append(f"«{finding.fragment}»")
    if finding.right:
        said.append(f"← «{finding.right}»")
    if finding.detail:
        said.append(f"({finding.detail})")
    return " ".join(said)
