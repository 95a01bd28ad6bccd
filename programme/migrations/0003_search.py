from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programme", "0002_newsroom")]

    operations = [
        migrations.RemoveField(model_name="activity", name="search_text"),
        migrations.RemoveField(model_name="programme", name="search_text"),
    ]
