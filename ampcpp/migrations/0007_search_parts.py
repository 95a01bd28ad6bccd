"""Parts of an entry, each public for its time: the words of a document whose moment is to come."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ampcpp', '0006_smaller_index'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='searchentry',
            name='ampcpp_searchentry_of_a_row',
        ),
        migrations.AddField(
            model_name='searchentry',
            name='part',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='searchentry',
            name='public_until',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name='searchentry',
            constraint=models.UniqueConstraint(fields=('kind', 'number', 'part'), name='ampcpp_searchentry_of_a_part'),
        ),
    ]
