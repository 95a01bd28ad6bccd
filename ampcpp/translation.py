"""Which fields have a column per language."""

from modeltranslation.translator import TranslationOptions, register

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
