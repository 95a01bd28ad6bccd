"""What is read together stands together."""

import pytest

from ampcpp.templatetags.site import register
from ampcpp.typography import keep_whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("في 29 يناير 2022 (15 نونبر 1958).", "في 29~يناير~2022 (15~نونبر~1958)."),
        ("يومي 24 و25 أكتوبر 2022", "يومي 24~و25~أكتوبر~2022"),
        ("من 10 إلى 14 أكتوبر", "من 10~إلى~14~أكتوبر"),
        ("وبقيت 5 أنشطة، منها 12", "وبقيت 5~أنشطة، منها 12"),
        ("بجامعة الأخوين - إفران", "بجامعة الأخوين~- إفران"),
        ("عبد العزيز الدرويش", "عبد~العزيز الدرويش"),
        ("الظهير رقم 1.58.376 لسنة 2015", "الظهير رقم~1.58.376 لسنة~2015"),
        ("le 1er février 2022, 42e session", "le 1er~février~2022, 42e~session"),
        ("de 12 à 15 participants en 2022 et après", "de 12~à~15~participants en 2022 et après"),
        ("par Mme Bouaida à Al Akhawayn", "par Mme~Bouaida à~Al~Akhawayn"),
        ("نور الدين الأزرق، سعد بن مبارك", "نور~الدين الأزرق، سعد بن~مبارك"),
        ("وحمزة إد موسى، إبراهيم آيت القاصح", "وحمزة إد~موسى، إبراهيم آيت~القاصح"),
        ("محمد الشيخ بلا، بنصبيح", "محمد الشيخ بلا، بنصبيح"),
        ("Brahim Aït El Kasseh, Ben Ali", "Brahim Aït~El~Kasseh, Ben~Ali"),
        ("Président de la commission de la santé", "Président de~la~commission de~la~santé"),
        ("Commission du développement au Maroc", "Commission du~développement au~Maroc"),
        ("Rabat, de la", "Rabat, de la"),
        ("le Roi Mohammed VI", "le Roi Mohammed~VI"),
        ("on 10 and 11 May 2022", "on 10~and~11~May~2022"),
        ('<ol start="3 a"><li>3 mars</li></ol>', '<ol start="3 a"><li>3~mars</li></ol>'),
        ("", ""),
    ],
)
def test_no_line_ends_within_what_is_read_together(text, shown):
    assert keep_whole(text) == shown.replace("~", "\u00a0")


def test_the_filter_leaves_what_is_not_safe_to_be_escaped():
    assert not hasattr(register.filters["whole"]("<b>5 أنشطة</b>"), "__html__")
