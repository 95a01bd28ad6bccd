from pathlib import PurePosixPath

import ampcpp.fields
import ampcpp.files
import ampcpp.models.document
import news.models.photo
from django.db import migrations, models

MANY = 1000


def name_after_files(apps, schema_editor):
    """Texts placed photos by the names of their files: those stay their references."""
    photos = apps.get_model("news", "Photo").objects.using(schema_editor.connection.alias)
    batch = []
    for photo in photos.only("image").iterator(MANY):
        photo.reference = PurePosixPath(photo.image.name).stem[:64]
        batch.append(photo)
        if len(batch) == MANY:
            photos.bulk_update(batch, ["reference"])
            batch = []
    photos.bulk_update(batch, ["reference"])


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0003_gallery'),
    ]

    operations = [
        migrations.AddField(
            model_name='photo',
            name='reference',
            field=models.CharField(default='', editable=False, max_length=64),
        ),
        migrations.RunPython(name_after_files, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name='photo',
            name='reference',
            field=models.CharField(default=news.models.photo.new_reference, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name='release',
            name='source_file',
            field=ampcpp.files.OwnedFileField(blank=True, editable=False, help_text='What the draft was made from. The public never sees it.', storage=ampcpp.models.document.documents_storage, upload_to=ampcpp.fields.unguessable_name, verbose_name='Word file'),
        ),
    ]
