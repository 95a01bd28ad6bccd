"""What changed between two texts, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from ampcpp.diff import changes, marked, to_lines


def test_a_word_that_changed_is_shown_beside_the_new_one():
    assert list(changes("ينعقد اللقاء غدا", "ينعقد الاجتماع غدا")) == [
        ("same", "ينعقد "),
        ("removed", "اللقاء"),
        ("added", "الاجتماع"),
        ("same", " غدا"),
    ]


def test_marks_are_escaped():
    assert marked("<b>", "<i> & x") == ("<del>&lt;b&gt;</del><ins>&lt;i&gt; &amp; x</ins>")


def test_html_is_compared_as_lines():
    source = "<h2>عنوان</h2><p>فقرة <strong>أولى</strong>&nbsp;هنا</p><ul><li>نقطة</li></ul>"
    assert to_lines(source) == "عنوان\nفقرة أولى هنا\n• نقطة"


@given(st.text(), st.text())
def test_both_texts_can_be_read_in_it(old, new):
    runs = list(changes(old, new))
    assert "".join(text for kind, text in runs if kind != "added") == old
    assert "".join(text for kind, text in runs if kind != "removed") == new
