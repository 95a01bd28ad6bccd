"""The contact form: what is written is stored, then mailed, then answered by a page.

It works without a script and without a captcha. A field that people do not see catches robots, and
an address that sends too much is asked to wait.
"""

import logging
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from django.views import csrf
from django.views.decorators.cache import cache_control
from django.views.generic import CreateView, TemplateView

from ampcpp.dates import today
from ampcpp.models import Message, SiteDetails
from ampcpp.models.message import LONGEST_TEXT, MOST_IN_AN_HOUR, sender_digest, wait_for
from ampcpp.richtext import CONTROL, INVISIBLE
from ampcpp.sender import sender_address

logger = logging.getLogger(__name__)
LONGEST_PATH = 500  # letters
EXPIRED = _(
    "The form had been open for too long. What you wrote is still there: send it once more. If "
    "this comes back, allow cookies for this site."
)
TOO_MANY = _(
    "Several messages have come from your internet connection within an hour, so this one was not "
    "accepted. What you wrote is still there: send it again in an hour."
)


class PlainField(forms.CharField):
    """Text without what a keyboard cannot type; marks that turn sentences around are dropped."""

    def to_python(self, value):
        value = super().to_python(value).replace("\r\n", "\n")
        if CONTROL.search(value):
            raise ValidationError(
                _("Write this again: it contains characters that cannot be read.")
            )
        value = INVISIBLE.sub("", value).strip()
        return value if any(map(is_seen, value)) else ""


def is_seen(sign):
    """Whether it is a letter, a number, a mark or a symbol: text without any is empty."""
    return unicodedata.category(sign)[0] in "LNPS"


class LineField(PlainField):
    """One line, whatever was sent: it may stand at the head of a mail."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class EmailField(LineField, forms.EmailField):
    """An address to answer to."""


class MessageForm(forms.ModelForm):
    """A message. Browsers check nothing (``novalidate``), so that each error is said in words."""

    TRAP = "reference"  # hidden from people: only robots fill it

    name = LineField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={
            "required": _("Write your name."),
            "max_length": _("Shorten your name: 100 characters at most."),
        },
    )
    email = EmailField(
        label=_("Your e-mail"),
        help_text=_("The association answers to this address."),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("Write a whole e-mail address, such as name@example.ma."),
        },
    )
    subject = forms.ChoiceField(
        label=_("Subject"),
        choices=[("", _("Choose a subject")), *Message.Subject.choices],
        error_messages={
            "required": _("Choose the subject of your message."),
            "invalid_choice": _("Choose the subject of your message."),
        },
    )
    about = LineField(
        label=_("Page concerned"),
        help_text=_("Its address or its title, if your message is about a page of this site."),
        max_length=LONGEST_PATH,
        required=False,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
        error_messages={
            "max_length": _("Shorten the address of the page: 500 characters at most.")
        },
    )
    text = PlainField(
        label=_("Your message"),
        help_text=_("At most 5,000 characters."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"dir": "auto", "rows": 8}),
        error_messages={
            "required": _("Write your message."),
            "max_length": _(
                "Shorten your message: 5,000 characters at most; it has %(show_value)d."
            ),
        },
    )

    class Meta:
        model = Message
        fields = ["name", "email", "subject", "about", "text"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A browser would cut what is too long short without a word.
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)


def is_page_of_ours(path):
    """Whether a path leads to a public page, in the language of this one."""
    if not path.startswith("/") or len(path) > LONGEST_PATH or CONTROL.search(path):
        return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return not path.startswith(reverse("admin:index"))


def mail(message, request):
    """Sends the secretariat a copy, in Arabic. A mail server that fails costs nobody the message:
    it is stored, and its row says that it was not mailed."""
    to = SiteDetails.load().email
    if not to:
        return
    site = request.build_absolute_uri("/").rstrip("/")
    with override("ar"):
        about = message.about
        context = {
            "message": message,
            "about": site + iri_to_uri(about) if about.startswith("/") else about,
            "row": site + reverse("admin:ampcpp_message_change", args=[message.pk]),
        }
        parts = gettext("Message from the site"), message.get_subject_display(), message.name
        text = render_to_string("contact/mail.txt", context)
    try:
        EmailMessage(" – ".join(parts), text, to=[to], reply_to=[message.email]).send()
    except Exception:  # whatever a mail server makes of it
        logger.exception("Message %s was not mailed", message.pk)
        return
    Message.objects.filter(pk=message.pk).update(is_mailed=True)


# Not "no-store": after it a browser that goes back shows the form without what was typed.
@method_decorator(cache_control(private=True, no_cache=True), "dispatch")
class Contact(CreateView):
    """The form; `?subject=` and `?about=` fill what a link knows already."""

    form_class = MessageForm
    http_method_names = ["get", "head", "post", "options"]
    success_url = reverse_lazy("contact_sent")
    template_name = "contact/contact_form.html"
    has_expired = False

    def get_initial(self):
        subject, about = (self.request.GET.get(name, "") for name in ("subject", "about"))
        return {
            "subject": subject if subject in Message.Subject.values else "",
            "about": about if is_page_of_ours(about) else "",
        }

    def post(self, request, *args, **kwargs):
        if self.has_expired:
            return self.refuse(403, EXPIRED)
        if request.POST.get(MessageForm.TRAP):
            return HttpResponseRedirect(self.success_url)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        address = sender_address(self.request)
        with transaction.atomic():
            wait_for(address)
            if Message.objects.of_the_last_hour(address).count() >= MOST_IN_AN_HOUR:
                return self.refuse(429, TOO_MANY)
            form.instance.language = get_language()
            form.instance.sender = sender_digest(address, today())
            response = super().form_valid(form)
        mail(self.object, self.request)  # once it is stored: nobody waits for a mail server
        return response

    def refuse(self, status, error):
        """The form again, with what was typed."""
        self.object = None
        form = self.get_form()
        form.add_error(None, error)
        response = self.form_invalid(form)
        response.status_code = status
        return response


class ContactSent(TemplateView):
    """The answer to a message that was sent."""

    template_name = "contact/contact_sent.html"


def form_expired(request, reason=""):
    """What a form of which the token is missing or old is answered. The contact form comes back
    with what was typed, to be sent again."""
    if request.resolver_match and request.resolver_match.view_name == "contact":
        return Contact.as_view(has_expired=True)(request)
    return csrf.csrf_failure(request, reason)
