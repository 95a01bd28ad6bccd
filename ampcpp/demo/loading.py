"""One short function for each table of `content/`; what a later table names is kept by its key."""

from django.core.files import File
from django.db import transaction

from ampcpp.models import Document, Page, SiteDetails
from governance.models import (
    Body,
    Council,
    Mandate,
    Office,
    Person,
    Presidency,
    Roster,
    Seat,
    Term,
)
from news.models import Category, Mention, Photo, Release
from programme.models import Activity, Programme


def is_empty():
    """Whether there is no row yet of anything that is loaded."""
    contents = (SiteDetails, Page, Document, Category, Release, Programme)
    rosters = (Person, Council, Mandate, Body, Office)
    return not any(model.objects.exists() for model in (*contents, *rosters))


def load(content):
    """Everything in ``content`` (a ``Content``), or nothing: raises ``ContentError``."""
    loader = Loader(content)
    try:
        with transaction.atomic():
            for table in TABLES:
                content.each(f"{table}.csv", getattr(loader, table))
    except BaseException:
        for file in loader.files:
            file.delete(save=False)
        raise


def saved(instance):
    """The instance, validated and saved."""
    instance.full_clean()
    instance.save()
    return instance


#: In the order in which they name each other.
TABLES = [
    "pages",
    "site_details",
    "people",
    "councils",
    "presidencies",
    "mandates",
    "bodies",
    "offices",
    "rosters",
    "seats",
    "categories",
    "releases",
    "documents",
    "photos",
    "mentions",
    "programmes",
    "activities",
]


class Loader:
    """Loads one row at a time: a method for each table, named like it."""

    def __init__(self, content):
        self.content = content
        self.by_key = {table: {} for table in TABLES}
        self.files = []  # written so far: no transaction takes them back

    def keep(self, table, key, instance):
        """Saves an instance that other tables name by ``key``."""
        if key in self.by_key[table]:
            raise ValueError(f"«{key}» is there twice")
        self.by_key[table][key] = saved(instance)

    def pages(self, row):
        page = Page(
            slug=row["slug"],
            menu=row["menu"],
            position=row["position"],
            shows_contacts=row.yes("shows_contacts"),
            state=Page.State.PUBLISHED,
            published_at=row.moment("published_at"),
            **self.content.texts(f"pages/{row['slug']}"),
        )
        self.keep("pages", row["slug"], page)

    def site_details(self, row):
        saved(
            SiteDetails(
                short_name=row["short_name"],
                founded_on=row.date("founded_on"),
                phone=row["phone"],
                email=row["email"],
                home_page_word=self.by_key["pages"][row["home_page_word"]],
                **row.translated("name", "address"),
            )
        )

    def documents(self, row):
        path = self.content.folder / "documents" / row["file"]
        with path.open("rb") as file:
            document = Document(
                kind=row["kind"],
                language=row["language"],
                issued_on=row.date("issued_on"),
                file=File(file, name=path.name),
                state=Document.State.PUBLISHED,
                published_at=row.moment("published_at"),
                **row.translated("title"),
            )
            self.keep("documents", row["file"], document)
            self.files.append(document.file)
        if row["release"]:
            self.by_key["releases"][row["release"]].documents.add(document)

    def people(self, row):
        person = Person(
            name_ar=row["name"],
            name_fr=row["latin_name"],
            gender=row["gender"],
            is_latin_name_confirmed=row.yes("is_latin_name_confirmed"),
            **row.lines("variants"),
        )
        self.keep("people", row["key"], person)

    def councils(self, row):
        council = Council(kind=row["kind"], region=row["region"], **row.translated("name"))
        self.keep("councils", row["slug"], council)

    def presidencies(self, row):
        saved(
            Presidency(
                council=self.by_key["councils"][row["council"]],
                person=self.by_key["people"][row["person"]],
                starts_on=row.date("starts_on"),
                ends_on=row.date("ends_on"),
            )
        )

    def mandates(self, row):
        self.keep("mandates", row["starts_on"], Mandate(starts_on=row.date("starts_on")))

    def bodies(self, row):
        position = len(self.by_key["bodies"]) + 1
        body = Body(slug=row["slug"], kind=row["kind"], position=position, **row.translated("name"))
        self.keep("bodies", row["slug"], body)

    def offices(self, row):
        position = len(self.by_key["offices"]) + 1
        titles = row.translated("title_masculine", "title_feminine")
        self.keep("offices", row["key"], Office(position=position, **titles))

    def rosters(self, row):
        roster = Roster(
            mandate=self.by_key["mandates"][row["mandate"]],
            body=self.by_key["bodies"][row["body"]],
            is_complete=row.yes("is_complete"),
        )
        self.keep("rosters", (row["mandate"], row["body"]), roster)

    def seats(self, row):
        """A seat, and the term of its holder unless it is vacant."""
        seat = saved(
            Seat(
                roster=self.by_key["rosters"][row["mandate"], row["body"]],
                office=self.by_key["offices"][row["office"]],
                position=row["position"],
            )
        )
        if row["person"]:
            saved(
                Term(
                    seat=seat,
                    person=self.by_key["people"][row["person"]],
                    starts_on=row.date("starts_on"),
                    ends_on=row.date("ends_on"),
                    is_acting=row.yes("is_acting"),
                    end_reason=row["end_reason"],
                    source_name=row["source_name"],
                    source_title=row["source_title"],
                )
            )

    def categories(self, row):
        position = len(self.by_key["categories"]) + 1
        category = Category(
            slug=row["slug"], pattern=row["pattern"], position=position, **row.translated("name")
        )
        self.keep("categories", row["slug"], category)

    def releases(self, row):
        release = Release(
            category=self.by_key["categories"][row["category"]],
            happened_on=row.date("happened_on"),
            happened_until=row.date("happened_until"),
            state=Release.State.PUBLISHED,
            published_at=row.moment("published_at"),
            **self.content.texts(f"releases/{row['key']}"),
            **row.translated("place"),
        )
        self.keep("releases", row["key"], release)

    def photos(self, row):
        path = self.content.folder / "photos" / row["file"]
        with path.open("rb") as file:
            photo = Photo(
                release=self.by_key["releases"][row["release"]],
                position=row["position"],
                image=File(file, name=path.name),
                credit=row["credit"],
                is_decorative=row.yes("is_decorative"),
                **row.translated("caption", "alternative_text"),
            )
            self.files.append(saved(photo).image)

    def mentions(self, row):
        saved(
            Mention(
                release=self.by_key["releases"][row["release"]],
                person=self.by_key["people"][row["person"]],
                position=row["position"],
                **row.translated("title", "on_behalf_of"),
            )
        )

    def programmes(self, row):
        texts = self.content.texts(f"programmes/{row['year']}", lead=None, body="introduction")
        programme = Programme(
            year=row["year"],
            announced_in=self.by_key["releases"][row["announced_in"]],
            state=Programme.State.PUBLISHED,
            published_at=row.moment("published_at"),
            **texts,
        )
        self.keep("programmes", row["year"], programme)

    def activities(self, row):
        topics = row.lines(*row.translated("topics"))
        saved(
            Activity(
                programme=self.by_key["programmes"][row["year"]],
                position=row["position"],
                kind=row["kind"],
                happens_on=row.date("happens_on"),
                happens_until=row.date("happens_until"),
                start_time=row.time("start_time"),
                is_cancelled=row.yes("is_cancelled"),
                **row.translated("nature", "date_as_written", "content", "note"),
                **topics,
            )
        )
