from django.db import migrations, models

from ampcpp.search import postgresql, sqlite

STATEMENTS = {
    "sqlite": ([sqlite.MADE], [sqlite.DROPPED]),
    "postgresql": (postgresql.MADE, postgresql.DROPPED),
}


def make(apps, schema_editor):
    for statement in STATEMENTS[schema_editor.connection.vendor][0]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in STATEMENTS[schema_editor.connection.vendor][1]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ampcpp", "0004_documents_own_their_files")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("key", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("number", models.BigIntegerField()),
                ("public_from", models.DateTimeField(null=True)),
                ("digest", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["kind", "number"], name="ampcpp_searchentry_of_a_row"
                    )
                ],
            },
        ),
        migrations.RunPython(make, drop),
        migrations.CreateModel(
            name="EmptySearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.CharField(max_length=200, unique=True, verbose_name="words"),
                ),
                ("count", models.PositiveIntegerField(default=0, verbose_name="how often")),
                ("last_on", models.DateField(verbose_name="last asked on")),
            ],
            options={
                "verbose_name": "search without result",
                "verbose_name_plural": "searches without result",
                "ordering": ["-count", "-last_on", "words"],
                "default_permissions": ("view", "delete"),
            },
        ),
        migrations.RemoveField(model_name="document", name="search_text"),
        migrations.RemoveField(model_name="page", name="search_text"),
    ]
