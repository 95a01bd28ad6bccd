"""Keeps together what is read together, in texts that people write: «15 فبراير 2022» on one line.

For what pages show, as the filter ``whole``; feeds and calendars get a text as it was written.
"""

import re

from babel.dates import get_month_names

from ampcpp.dates import LOCALES, TOGETHER

NAMES = [get_month_names(locale=locale).values() for locale in LOCALES.values()]
MONTHS = "|".join(name for names in NAMES for name in names)
#: What ends in a space, or is one, at which no line may end.
WHOLE = re.compile(
    r"(?<!\d)\d{1,3} (?:à|au|et|to|and|إلى) (?=\d)"  # « 12 à 15 participants »
    r"|(?<![\d.])\d{1,3}(?:er|e)? (?=[^\W\d_])"  # «15 فبراير», « 42e session »
    rf"|\b(?:{MONTHS}) (?=\d{{4}}\b)"
    r"|\b[وبلف]?(?:رقم|عدد|القانون|الدورة|المادة|الفصل|سنة|عام) (?=\d)"  # «رقم 1.58.376»
    r"|\b(?:M\.|Mme|Abd|Al|El|Ben|Aït|Id) (?=[A-ZÀ-Ý])"  # « Mme Bouaida », « Al Akhawayn »
    r"|\b(?:de la|des|du|à|aux?) (?=\w)"  # « commission de la santé », « à Rabat »
    r"|\bMohammed (?=VI?\b)|\b[وبل]?عبد (?=ال)"
    r"|\b[وبل]?(?:بن|ابن|أبو|آيت|أيت|إد) (?=[^\W\d_])"  # «سعد بن مبارك»
    r"|(?<=\w) (?=الدين\b)"  # «نور الدين»
    r"| (?=[-–—] )"  # a line may end with a dash, but does not begin with it
)
TAG = re.compile(r"(<[^>]*>)")


def keep_whole(text):
    """``text`` or HTML with no-break spaces; its tags stay as they are."""
    pieces = TAG.split(text)
    pieces[::2] = [WHOLE.sub(lambda match: match[0].replace(" ", TOGETHER), p) for p in pieces[::2]]
    return "".join(pieces)
