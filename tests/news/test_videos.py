"""A film is a link: nothing of its site is in the page."""

import pytest

from news.models import Release
from tests.admin_forms import admin_url, fields_of
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def test_a_video_is_a_link_and_nothing_of_its_site(client):
    release = make_release("لقاء", video_url="https://www.youtube.com/watch?v=abc&t=1")
    html = client.get(release.get_absolute_url()).text
    assert 'href="https://www.youtube.com/watch?v=abc&amp;t=1" rel="noopener noreferrer"' in html
    assert html.count("youtube.com/watch") == 1
    assert not [tag for tag in ("<iframe", "<embed", "ytimg") if tag in html]
    assert "YouTube" in html

    assert 'class="video"' not in client.get(make_release("آخر").get_absolute_url()).text


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.youtube.com/watch?v=abc", "YouTube"),
        ("https://youtu.be/abc", "YouTube"),
        ("https://vimeo.com/123", "Vimeo"),
        ("https://m.facebook.com/page/videos/1", "Facebook"),
        ("https://fb.watch/abc/", "Facebook"),
        ("http://youtu.be/abc", None),
        ("https://youtube.com.example.org/watch?v=1", None),
        ("https://example.org/youtube.com", None),
        ("https://www.youtube.com/", None),
        ("https://user@example.org@youtube.com.evil/", None),
        ("https://[", None),
        ("javascript:alert(1)//youtube.com/x", None),
    ],
)
def test_films_of_three_sites(staff, address, site):
    release = make_release(state="draft", published_at=None)
    path = admin_url(Release, "change", release.pk)
    data = fields_of(staff.get(path))
    response = staff.post(path, data | {"video_url": address})
    release.refresh_from_db()
    assert response.status_code == (302 if site else 200)
    assert (release.video_site, release.video_url) == ((site, address) if site else (None, ""))
