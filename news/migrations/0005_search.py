from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("news", "0004_reference")]

    operations = [
        migrations.RemoveField(model_name="release", name="search_text"),
    ]
