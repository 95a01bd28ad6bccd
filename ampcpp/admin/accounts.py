"""The people who enter: their names and their role. Administrators are made by a command, and
nobody is deleted, as the log names them."""

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import SetPasswordForm, UserCreationForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ampcpp.access import SECOND_FACTORS, is_administrator, remove_second_factor
from ampcpp.admin.base import ToldInWords
from ampcpp.groups import ADMINISTRATOR, GROUPS, PUBLISHER, WRITER

ROLES = [
    (WRITER, _("Writer: writes, illustrates, translates and submits for review")),
    (PUBLISHER, _("Publisher: all that, and publishes, schedules and withdraws")),
]


class AccountForm(forms.ModelForm):
    """An account with its one role. An administrator's has none to choose."""

    role = forms.ChoiceField(label=_("role"), choices=ROLES, widget=forms.RadioSelect)

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email", "username", "is_active"]
        labels = {"is_active": _("may sign in")}
        help_texts = {"is_active": _("Cleared, it closes the account at once; nothing is lost.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first_name"].required = True
        if self.instance.pk and is_administrator(self.instance):
            del self.fields["role"]
        elif self.instance.pk:
            names = [group.name for group in self.instance.groups.all()]
            self.initial["role"] = next((name for name, _label in ROLES if name in names), None)

    def save(self, commit=True):
        self.instance.is_staff = True
        return super().save(commit)

    def _save_m2m(self):
        super()._save_m2m()
        if role := self.cleaned_data.get("role"):
            self.instance.groups.set(Group.objects.filter(name=role))


class NewAccountForm(AccountForm, UserCreationForm):
    """The same, with a first password, which its owner changes."""

    class Meta(AccountForm.Meta):
        fields = ["first_name", "last_name", "email", "username"]


class PasswordForm(SetPasswordForm):
    """Another password for who forgot it. What the page of the library asks beside, whether there
    is to be a password at all, is always yes."""

    changed_data = ["password"]  # as the log names it

    def clean(self):
        return super().clean() | {"set_usable_password": True}


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(name, capfirst(gettext(name))) for name in GROUPS]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() in GROUPS else queryset


@admin.register(User)
class AccountAdmin(ToldInWords, UserAdmin):
    help = _(
        "Everybody who may enter here, with the one role of each. Nobody is deleted: the account "
        "of who has left is closed, and the log keeps the name."
    )
    form_help = _(
        "Give each person an account of their own; several people never share one. Tell the first "
        "password to its owner in person: a publisher is then asked for a second factor at the "
        "first sign-in."
    )

    form = AccountForm
    add_form = NewAccountForm
    change_password_form = PasswordForm
    change_user_password_template = "admin/auth/user/password.html"
    list_display = ["name_shown", "username", "role_shown", "has_factor", "last_login", "is_active"]
    list_display_links = ["name_shown", "username"]
    list_filter = [RoleFilter, "is_active"]
    search_fields = ["first_name", "last_name", "username", "email"]
    ordering = ["first_name", "last_name", "username"]
    filter_horizontal = []
    show_full_result_count = False
    add_fieldsets = [
        (None, {"fields": ["first_name", "last_name", "email", "role"]}),
        (_("Signing in"), {"fields": ["username", "password1", "password2"]}),
    ]

    def get_queryset(self, request):
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_FACTORS)
        rows = super().get_queryset(request).prefetch_related("groups")
        return rows.annotate(has_second_factor=Exists(factors))

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.add_fieldsets
        role = "role_shown" if self.is_guarded(request, obj) else "role"
        links = (
            ["factor_shown"]
            if self.is_guarded(request, obj)
            else ["password_shown", "factor_shown"]
        )
        return [
            (None, {"fields": ["first_name", "last_name", "email", role]}),
            (_("Signing in"), {"fields": ["username", "is_active", *links, "last_login"]}),
        ]

    def is_guarded(self, request, obj):
        """An administrator's account, or any for who may only look."""
        return is_administrator(obj) or not self.has_change_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        if obj is None:
            return []
        shown = ["role_shown", "password_shown", "factor_shown", "last_login"]
        if obj == request.user:
            shown.append("is_active")  # nobody shuts themselves out
        return [*shown, "username"] if is_administrator(obj) else shown

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(self.second_factor_view)
        address = path("<int:number>/second-factor/", view, name="auth_user_second_factor")
        return [address, *super().get_urls()]

    def user_change_password(self, request, id, form_url=""):
        user = self.get_object(request, id)
        if user and is_administrator(user):
            raise PermissionDenied  # they change it themselves, or by a command
        return super().user_change_password(request, id, form_url)

    def second_factor_view(self, request, number):
        """Asks, then removes the second factor of who lost it."""
        user = self.get_object(request, str(number))
        if user is None or is_administrator(user) or not self.has_change_permission(request, user):
            raise PermissionDenied
        back = reverse("admin:auth_user_change", args=[user.pk])
        if request.method == "POST":
            remove_second_factor(user)
            self.log_change(request, user, [{"changed": {"fields": ["second factor"]}}])
            messages.success(request, gettext("The second factor was removed."))
            return HttpResponseRedirect(back)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Remove a lost second factor"),
            "opts": self.opts,
            "account": user,
            "back": back,
        }
        return TemplateResponse(request, "admin/auth/user/second_factor.html", context)

    @admin.display(description=_("name"), ordering="first_name")
    def name_shown(self, row):
        return format_html("<bdi>{}</bdi>", row.get_full_name() or row.get_username())

    @admin.display(description=_("role"))
    def role_shown(self, row):
        names = {group.name for group in row.groups.all()}
        if row.is_superuser:
            names.add(ADMINISTRATOR)
        # The highest says it all.
        return next((capfirst(gettext(name)) for name in reversed(GROUPS) if name in names), "–")

    @admin.display(description=_("second factor"), boolean=True)
    def has_factor(self, row):
        return row.has_second_factor

    @admin.display(description=_("password"))
    def password_shown(self, row):
        address = reverse("admin:auth_user_password_change", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, gettext("Give another password"))

    @admin.display(description=_("second factor"))
    def factor_shown(self, row):
        if not row.has_second_factor:
            return gettext("not set up")
        if is_administrator(row):
            return gettext("set up")
        address = reverse("admin:auth_user_second_factor", args=[row.pk])
        text, link = gettext("set up"), gettext("It is lost: remove it")
        return format_html('{} <a class="access-reset" href="{}">{}</a>', text, address, link)
