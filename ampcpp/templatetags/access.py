"""What the pages of an account ask: whether a step is missing, which browser it was."""

from django import template

from ampcpp import access, log

register = template.Library()

register.filter(access.lacks_second_factor)
register.filter(log.browser_name)
