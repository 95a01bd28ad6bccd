"""What the checker says of that which a text brought with it from Word, WhatsApp, mail or a PDF."""

import pytest

from tests.news.test_checker import found

#: text → (fragment, right) of its findings; the text gives none of another kind.
SLIPS = {
    "o تدارس النقط": [("o تدارس", "تدارس")],
    "· تدارس النقط": [("· تدارس", "تدارس")],
    "*بلاغ صحفي*": [("*بلاغ صحفي*", "بلاغ صحفي")],
    "مع الوكالة[1] بمدينة الرباط": [("[1]", "")],
    "نص &lt;o:p&gt; نص": [("<o:p>", "")],
    "Normal 0 21 false false false": [("Normal 0 21 false false false", "")],
    "نص &amp;nbsp; نص": [("&nbsp;", "")],
    "\uf0b7 المصادقة": [("\uf0b7", "")],
    "الجمعية\u200b المغربية": [("الجمعية\u200b", "الجمعية")],
    "خطأ! لم يتم العثور على مصدر المرجع.": [("خطأ! لم يتم العثور على مصدر المرجع.", "")],
    "▪️ التماسك الاجتماعي": [("▪️ التماسك", "التماسك")],
    "🔹الرقمنة وتبسيط المساطر": [("🔹الرقمنة", "الرقمنة")],
    "تعـــزية ومواســاة": [("تعـــزية", "تعزية"), ("ومواســاة", "ومواساة")],
    "وﻻ يسع الجمعية": [("وﻻ", "ولا")],
    "جميع جهات المملكة(1) بتنسيق": [("(1)", "")],
    "جميع جهات المملكة² بتنسيق": [("²", "")],
    "مع الدولة - 2 - وباقي الجماعات": [(" - 2 -", "")],
    "- 3 -": [("- 3 -", "")],
    "الصفحة 2 من 5": [("الصفحة 2 من 5", "")],
    "[29/06/2022 10:42] الكتابة: وقد كان": [("[29/06/2022 10:42] الكتابة: ", "")],
    "[10:42, 29/06/2022] الكتابة: وقد كان": [("[10:42, 29/06/2022] الكتابة: ", "")],
    "29/06/2022, 10:42 - الكتابة: وقد كان": [("29/06/2022, 10:42 - الكتابة: ", "")],
    "&lt;تم استبعاد الوسائط&gt;": [("<تم استبعاد الوسائط>", "")],
    "IMG-20220629-WA0007.jpg": [("IMG-20220629-WA0007.jpg", "")],
    "Envoyé de mon iPhone": [("Envoyé de mon iPhone", "")],
    "De : Secrétariat &lt;s@council.example&gt;": [("De : Secrétariat <s@council.example>", "")],
    "&gt; وقد كان الفقيد": [("> ", "")],
}
#: Near misses: all of it is well written.
CLEAN = [
    "المادة(1) والفقرة(2)، والنقطة (3)",
    "قال تعالى: ﴿وأمرهم شورى بينهم﴾.",
    "[1] تقرير المجلس|انظر التقرير[1]",
    "أيام 22 - 24 مارس، والرباط - سلا",
    "على الساعة 10:30 - الرباط: الافتتاح",
    "سنة 1443هـ، والـ20 الأوائل، وصلى الله عليه وسلم ﷺ",
    "Objet : réunion, le 3 mai ; merci ?",
]


@pytest.mark.parametrize(("text", "expected"), SLIPS.items())
def test_slips(text, expected):
    assert found(*text.split("|")) == [("word-debris", *pair) for pair in expected]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_texts(text):
    assert found(*text.split("|")) == []
