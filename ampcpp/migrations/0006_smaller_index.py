"""The index of the search in a smaller form, and empty: `manage.py rebuild_search` fills it."""

from django.db import migrations

from ampcpp.search import postgresql, sqlite

STATEMENTS = {
    "sqlite": [sqlite.DROPPED, sqlite.MADE],
    "postgresql": [*postgresql.DROPPED, *postgresql.MADE],
}


def make_anew(apps, schema_editor):
    apps.get_model("ampcpp", "SearchEntry").objects.all().delete()
    for statement in STATEMENTS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ampcpp", "0005_search")]

    operations = [migrations.RunPython(make_anew, make_anew)]
