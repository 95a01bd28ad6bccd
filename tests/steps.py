"""Steps of a text, taken as a browser would take them."""

from django.urls import reverse

GIVEN = {"remark": "أضف تاريخ اللقاء."}


def step_url(name, *rows):
    opts = rows[0]._meta
    path = reverse(f"admin:{opts.app_label}_{opts.model_name}_step", args=[name])
    return f"{path}?rows={','.join(str(row.pk) for row in rows)}"


def take(client, name, *rows, **given):
    """Posts the page that asks; it leads on (302), or says why not (200)."""
    return client.post(step_url(name, *rows), GIVEN | given)
