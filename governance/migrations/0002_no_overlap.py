"""On PostgreSQL the database itself refuses two terms of one seat, or two presidencies of one
council, that share a day. SQLite has no exclusion constraints, and ``ExclusionConstraint`` in a
model would break it there; the models' validation serves both.

Checked when the transaction commits, so that one save may move two terms at once.
"""

from django.db import migrations

TABLES = [("governance_term", "seat_id"), ("governance_presidency", "council_id")]


def add(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for table, column in TABLES:
        schema_editor.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_no_overlap EXCLUDE USING gist "
            f"({column} WITH =, daterange(starts_on, ends_on) WITH &&) "
            "DEFERRABLE INITIALLY DEFERRED"
        )


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, _column in TABLES:
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {table}_no_overlap")


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
