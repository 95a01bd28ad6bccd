"""Which fields have a column per language, and which models keep every save as a version."""

from modeltranslation.translator import TranslationOptions, register
from simple_history import register as keep_versions

from ampcpp.parts import WithParts
from news.models import Category, Mention, Photo, Release


@register(Release)
class ReleaseTranslation(TranslationOptions):
    fields = ("title", "lead", "body", "place", "change_note")
    required_languages = {"ar": ("title", "body")}


@register(Category)
class CategoryTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("ar", "fr", "en")


@register(Photo)
class PhotoTranslation(TranslationOptions):
    fields = ("caption", "alternative_text")


@register(Mention)
class MentionTranslation(TranslationOptions):
    fields = ("title", "on_behalf_of")


# Once the columns of the languages are there.
keep_versions(Release, cascade_delete_history=True, bases=[WithParts])
