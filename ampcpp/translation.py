"""Which fields have a column per language, and which models keep every save as a version."""

from modeltranslation.translator import TranslationOptions, register
from simple_history import register as keep_versions

from ampcpp.models import Banner, Document, Page, SiteDetails


@register(Banner)
class BannerTranslation(TranslationOptions):
    fields = ("text", "link")
    required_languages = {"ar": ("text",)}


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "lead", "body")
    required_languages = ("ar",)


@register(Document)
class DocumentTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = ("ar",)


@register(SiteDetails)
class SiteDetailsTranslation(TranslationOptions):
    fields = ("name", "address")
    required_languages = ("ar",)


# Once the columns of the languages are there.
keep_versions(Page, cascade_delete_history=True)
keep_versions(Document, cascade_delete_history=True)
