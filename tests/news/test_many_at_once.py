"""Many releases take one step, chosen in the list: which do, and what is said of the others."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from ampcpp.workflow import PUBLISHED_OR_SCHEDULED
from news.models import Photo, Release
from tests.ampcpp.test_workflow import STAGES, stage_of
from tests.factories import make_category, make_release
from tests.pictures import picture
from tests.steps import confirm, take

pytestmark = pytest.mark.django_db


def choose(client, step, *rows, **more):
    """Chooses rows in the list and a step for them; the page that asks."""
    chosen = {"action": step, "_selected_action": [row.pk for row in rows]}
    return client.post(reverse("admin:news_release_changelist"), chosen | more)


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        ("publish", "draft", "published"),
        ("withdraw", "published", "withdrawn"),
        ("trash", "draft", "trashed"),
    ],
)
def test_many_take_a_step_from_the_list(client, publisher, step, before, after):
    client.force_login(publisher)
    rows = [make_release(f"خبر {n}", **STAGES[before]) for n in range(3)]
    asked = choose(client, step, *rows[:2])
    page = client.get(asked.url)
    assert [row.title_ar for row in page.context["rows"]] == ["خبر 1", "خبر 0"]
    assert [stage_of(row) for row in rows] == [before] * 3
    confirm(client, page, asked.url)
    assert [stage_of(row) for row in rows] == [after, after, before]


def test_of_many_each_keeps_its_moment_when_none_is_given(client, publisher, noon):
    client.force_login(publisher)
    rows = {
        "scheduled": make_release(state="published", published_at="2022-07-01T09:00:00Z"),
        "withdrawn": make_release(state="withdrawn", published_at="2020-03-01T10:00:00Z"),
        "draft": make_release(state="draft", published_at=None),
    }
    asked = client.get(choose(client, "publish", *rows.values()).url)
    shown = asked.text.split('class="step__rows"')[1].split("</ul>")[0]
    assert shown.count("بتوقيت الدار البيضاء") == 2
    take(client, "publish", *rows.values())
    for row in rows.values():
        row.refresh_from_db()
    assert {
        name: (row.stage, f"{row.published_at:%Y-%m-%d %H:%M}") for name, row in rows.items()
    } == {
        "scheduled": ("scheduled", "2022-07-01 09:00"),
        "withdrawn": ("published", "2020-03-01 10:00"),
        "draft": ("published", "2022-06-15 11:00"),
    }
    page = client.get(reverse("admin:news_release_changelist"))
    said = PUBLISHED_OR_SCHEDULED % {"published": 2, "scheduled": 1}
    assert [str(message) for message in page.context["messages"]] == [said]


def test_how_many_of_those_chosen_are_taken_is_said(client, publisher):
    client.force_login(publisher)
    rows = [make_release(f"خبر {n}", state="draft", published_at=None) for n in range(102)]
    few = choose(client, "trash", *rows[:2])
    assert "المختارة" not in client.get(few.url).text
    many = choose(client, "trash", rows[0], select_across="1")
    page = client.get(many.url)
    assert "عدد النصوص المختارة: 102" in page.text
    assert "100 على الأكثر" in page.text
    assert len(page.context["rows"]) == 100


def test_a_refusal_names_the_release_that_it_is_about(client, publisher):
    client.force_login(publisher)
    rows = [make_release(f"خبر {n}", state="draft", published_at=None) for n in range(3)]
    for row in rows[:2]:
        Photo.objects.create(release=row, image=ContentFile(picture(), "a.png"))
    refused = take(client, "publish", *rows)
    errors = refused.context["adminform"].errors["__all__"]
    assert [error.split(":")[0] for error in errors] == ["«خبر 1»", "«خبر 0»"]
    assert not Release.objects.published().exists()
    alone = take(client, "publish", rows[0])
    assert "«خبر 0»" not in alone.context["adminform"].errors["__all__"][0]


def test_many_are_put_into_a_category_but_the_public_ones_by_publishers(client, writer, publisher):
    category = make_category("other")
    draft, public = make_release(state="draft", published_at=None), make_release()
    for user, expected in ((writer, {draft}), (publisher, {draft, public})):
        client.force_login(user)
        take(client, "categorise", draft, public, category=category.pk)
        assert set(Release.objects.filter(category=category)) == expected
