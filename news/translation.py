"""Which fields have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from news.models import Category, Mention, Photo, Release


@register(Release)
class ReleaseTranslation(TranslationOptions):
    fields = ("title", "lead", "body", "place")
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
