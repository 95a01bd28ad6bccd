"""Which fields have a column per language, and which models keep every save as a version."""

from modeltranslation.translator import TranslationOptions, register
from simple_history import register as keep_versions

from ampcpp.parts import WithParts
from programme.models import Activity, Programme


@register(Programme)
class ProgrammeTranslation(TranslationOptions):
    fields = ("title", "introduction")
    required_languages = ("ar",)


@register(Activity)
class ActivityTranslation(TranslationOptions):
    fields = ("nature", "date_as_written", "content", "topics", "note")


# Once the columns of the languages are there.
keep_versions(Programme, cascade_delete_history=True, bases=[WithParts])
