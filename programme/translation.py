"""Which fields have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from programme.models import Activity, Programme


@register(Programme)
class ProgrammeTranslation(TranslationOptions):
    fields = ("title", "introduction")
    required_languages = ("ar",)


@register(Activity)
class ActivityTranslation(TranslationOptions):
    fields = ("nature", "date_as_written", "content", "topics", "note")
