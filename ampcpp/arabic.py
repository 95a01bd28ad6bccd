"""Spellings that a reader takes for one word, folded into one: for searching, never to show."""

import re
import unicodedata

MARKS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
LETTERS = str.maketrans(
    "أإآٱىیکݣگڭڤپةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ااااييككككفبهوي01234567890123456789",
)
FINAL_HAMZA = re.compile(r"ء\b")
APOSTROPHES = re.compile("[‘’ʼ`´]")
LATIN_ACCENTS = re.compile("[\u0300-\u036f]")


def fold(text):
    """``text`` without hamza, marks, tatweel, accents or case: آسفي and اسفي, Tétouan and tetouan.

    Arabic is folded before anything is decomposed: decomposing turns آ into two characters.
    """
    text = APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text))
    text = FINAL_HAMZA.sub("", MARKS.sub("", text).translate(LETTERS))
    return LATIN_ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
