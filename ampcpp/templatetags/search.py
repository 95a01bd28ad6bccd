"""How a found row is shown, with the words that were asked for marked."""

from django import template

from ampcpp.richtext import to_text
from ampcpp.search import highlight

register = template.Library()


@register.filter
def marked(text, question):
    return highlight.marked(str(text), question)


@register.simple_tag
def answer_of(row, question):
    """Where a row with a lead and a body answers: the name of the field, and some of its words."""
    texts = {"lead": row.lead or "", "body": to_text(row.body)}
    answering = (name for name, text in texts.items() if highlight.answers(text, question))
    name = next(answering, "lead" if texts["lead"] else "body")
    return {"field": name, "text": highlight.excerpt(texts[name], question)}
