"""Steps of a text, taken as a browser would take them."""

from django.urls import reverse

GIVEN = {"remark": "أضف تاريخ اللقاء."}


def step_url(name, *rows):
    opts = rows[0]._meta
    path = reverse(f"admin:{opts.app_label}_{opts.model_name}_step", args=[name])
    return f"{path}?rows={','.join(str(row.pk) for row in rows)}"


def confirm(client, page, url, follow=False, **given):
    """Posts a page that asks; it leads on (302), or says why not (200)."""
    versions = page.context.get("versions", []) if page.context else []
    return client.post(url, GIVEN | {"version": versions} | given, follow=follow)


def take(client, name, *rows, **given):
    """Opens the page that asks and confirms at once."""
    url = step_url(name, *rows)
    return confirm(client, client.get(url), url, **given)
