"""Documents: what may be uploaded, and how a public one is read."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from ampcpp.models.document import MOST_BYTES, validate_document
from tests.factories import make_document

PDF = b"%PDF-1.4 text"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("A.PDF", PDF),
        ("a.docx", b"PK\x03\x04..."),
        ("a.csv", "الاسم,الصفة".encode()),
    ],
)
def test_accepted(name, content):
    validate_document(ContentFile(content, name=name))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.exe", b"MZ"),
        ("a", PDF),
        ("a.html", b"<script>"),
        ("a.svg", b"<svg>"),
        ("a.pdf", b"PK\x03\x04"),
        ("a.docx", PDF),
        ("a.csv", b"MZ\x00\x00"),
        ("a.pdf", PDF + bytes(MOST_BYTES)),
    ],
)
def test_refused(name, content):
    with pytest.raises(ValidationError):
        validate_document(ContentFile(content, name=name))


@pytest.mark.django_db
def test_a_public_document_is_read_at_its_number(client):
    document = make_document("النظام الأساسي", file=ContentFile(PDF, name="x.pdf"))
    assert (document.size, document.file_type) == (len(PDF), "PDF")

    response = client.get(f"/documents/{document.number}/anything", follow=True)
    assert response.getvalue() == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_other_types_are_saved_not_shown(client):
    document = make_document("جدول", file=ContentFile("أ,ب".encode(), name="x.csv"))
    response = client.get(document.get_absolute_url())
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db
def test_a_file_lost_from_the_disk_is_a_404(client):
    document = make_document()
    document.file.storage.delete(document.file.name)
    assert client.get(document.get_absolute_url()).status_code == 404
    assert client.get("/documents/").status_code == 200
