from django.db import migrations, models


def go_on_from_seconds(apps, schema_editor):
    """Until now calendars were given the seconds from the first save to the last: no number that
    they have read may fall."""
    rows = apps.get_model("programme", "Activity").objects
    for row in rows.all():
        seconds = int((row.updated_at - row.created_at).total_seconds())
        rows.filter(pk=row.pk).update(revision=seconds)


class Migration(migrations.Migration):
    dependencies = [("programme", "0003_search")]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.RunPython(go_on_from_seconds, migrations.RunPython.noop),
    ]
