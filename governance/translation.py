"""Which fields have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from governance.models import Body, Council, Office, Person

#: Words that are put together with others («رئيسة لجنة الصحة») must be there in every language.
ALL = ("ar", "fr", "en")


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("name", "biography")
    required_languages = ("ar",)
    # A Latin spelling serves French and English alike.
    fallback_languages = {"default": ("ar", "fr", "en"), "en": ("fr", "ar")}


@register(Council)
class CouncilTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ALL


@register(Body)
class BodyTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ALL


@register(Office)
class OfficeTranslation(TranslationOptions):
    fields = ("title_masculine", "title_feminine")
    required_languages = ALL
