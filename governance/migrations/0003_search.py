from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("governance", "0002_no_overlap")]

    operations = [
        migrations.RemoveField(model_name="person", name="search_text"),
    ]
