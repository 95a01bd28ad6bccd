import django.utils.timezone
from django.db import migrations, models


def last_saved():
    return models.DateTimeField(
        auto_now=True, default=django.utils.timezone.now, verbose_name="last saved"
    )


class Migration(migrations.Migration):
    dependencies = [("governance", "0003_search")]

    operations = [
        migrations.AddField("person", "updated_at", last_saved(), preserve_default=False),
        migrations.AddField("roster", "updated_at", last_saved(), preserve_default=False),
    ]
