"""Releases: what the association tells the public, with photos and the people it names."""

from news.models.attachment import Attachment
from news.models.category import Category
from news.models.mention import Mention
from news.models.photo import Photo
from news.models.release import Release
from news.models.removal import Removal

__all__ = ["Attachment", "Category", "Mention", "Photo", "Release", "Removal"]
