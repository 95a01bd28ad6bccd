"""Where somebody is signed in: one of the other sessions is ended, or all of them at once."""

from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ampcpp.log import record_event


class EndForm(forms.Form):
    """``session``: the one to end; without it all but the one in which the form is sent."""

    session = forms.ModelChoiceField(UserSession.objects.none(), required=False)

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        own = UserSession.objects.filter(user=request.user)
        self.fields["session"].queryset = own.exclude(session_key=request.session.session_key)


class Sessions(ListUserSessionsView):
    form_class = EndForm

    def form_valid(self, form):
        others, one = form.fields["session"].queryset, form.cleaned_data["session"]
        for session in [one] if one else others:
            session.end()
        event, notice = (
            (gettext_noop("sign-out on another device"), _("Signed out there."))
            if one
            else (gettext_noop("sign-out on every other device"), _("Signed out everywhere else."))
        )
        record_event(self.request.user, event, self.request.user)
        messages.info(self.request, notice)
        return HttpResponseRedirect(self.success_url)

    def form_invalid(self, form):
        """What was ended or has run out meanwhile is not in the list any more."""
        messages.info(self.request, _("That session has ended already."))
        return HttpResponseRedirect(self.success_url)
