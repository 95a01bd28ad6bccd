"""Forms of the admin as a browser would send them back."""

from django.urls import reverse


def admin_url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def nested(formset):
    """The formsets of terms that the forms of seats carry."""
    return [form.terms for form in formset.forms if hasattr(form, "terms")]


def fields_of(response):
    """What a browser would send back for a form as it was shown: name → value."""
    data = {}
    forms = [response.context["adminform"].form]
    for wrapped in response.context["inline_admin_formsets"]:
        formset = wrapped.formset
        for part in [formset, *nested(formset)]:
            forms += [part.management_form, *part.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if isinstance(value, bool):
                value = "on" if value else None
            if hasattr(bound.field, "fields"):  # a moment: two boxes
                parts = bound.field.widget.decompress(value)
                data |= {f"{bound.html_name}_{i}": str(p or "") for i, p in enumerate(parts)}
            elif value is not None and not hasattr(value, "storage"):
                data[bound.html_name] = value
    return data


def errors(response):
    """Every error of a form that came back."""
    if response.status_code != 200:
        return []
    found = [e for e in [response.context["adminform"].form.errors] if e]
    for wrapped in response.context["inline_admin_formsets"]:
        for formset in [wrapped.formset, *nested(wrapped.formset)]:
            found += [e for e in [*formset.errors, formset.non_form_errors()] if e]
    return found
