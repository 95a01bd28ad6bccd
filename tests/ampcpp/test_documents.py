"""Documents: what may be uploaded, and how a public one is read."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from ampcpp.models import Document
from ampcpp.models.document import validate_document
from ampcpp.uploads import MOST_BYTES
from tests.admin_forms import admin_url, errors, fields_of
from tests.factories import make_document, make_page, make_release

PDF = b"%PDF-1.4 text"


def zipped(*names):
    """As Office and OpenDocument write their files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("A.PDF", PDF),
        ("a.docx", zipped("[Content_Types].xml", "word/document.xml")),
        ("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml")),
        ("a.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml")),
        ("a.odt", zipped("mimetype", "content.xml")),
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
        ("a.docx", b"PK\x03\x04..."),
        ("a.docx", zipped("xl/workbook.xml")),
        ("a.csv", b"MZ\x00\x00"),
        ("a.csv", b"<!doctype html><script>x</script>"),
        ("a.csv", b"\xef\xbb\xbf\n <svg onload=x>"),
        ("a.csv", b"#!/bin/sh\nls"),
        ("a.csv", PDF),
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


def replace(client, document, name, content):
    path = admin_url(Document, "change", document.pk)
    upload = SimpleUploadedFile(name, content)
    response = client.post(path, fields_of(client.get(path)) | {"file": upload})
    assert response.status_code == 302, errors(response)
    document.refresh_from_db()


@pytest.mark.django_db
def test_replacing_the_file_keeps_the_address(staff, client, django_capture_on_commit_callbacks):
    document = make_document("النظام الأساسي", file=ContentFile(PDF, name="x.pdf"))
    address, storage, old = document.get_absolute_url(), document.file.storage, document.file.name
    with django_capture_on_commit_callbacks(execute=True):
        replace(staff, document, "y.pdf", PDF + b" new")
        assert storage.exists(old)  # until the change is committed
    assert document.get_absolute_url() == address
    assert client.get(address).getvalue() == PDF + b" new"
    assert (document.size, storage.exists(old)) == (len(PDF) + 4, False)

    replace(staff, document, "y.csv", "أ,ب".encode())
    for old_address in (address, f"/documents/{document.number}/"):
        assert client.get(old_address, follow=True).getvalue() == "أ,ب".encode()


@pytest.mark.django_db
def test_a_deleted_document_takes_its_file_unless_another_row_names_it(
    django_capture_on_commit_callbacks,
):
    document = make_document()
    other = make_document(file=document.file.name, size=1)
    storage, name = document.file.storage, document.file.name
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        Document.objects.filter(pk=other.pk).delete()
    assert not storage.exists(name)


@pytest.mark.django_db
def test_its_form_says_where_it_is_used(staff):
    document = make_document("اتفاقية")
    attached = make_release("خبر مرفق")
    attached.documents.add(document)
    linked = make_release(
        "خبر رابط", body_fr=f'<p><a href="/documents/{document.number}/">x</a></p>'
    )
    page = make_page(
        "صفحة رابطة", body_ar=f'<p><a href="/documents/{document.number}/x.pdf">x</a></p>'
    )
    make_release("خبر آخر", body_ar=f'<p><a href="/documents/{document.number}9/">x</a></p>')

    html = staff.get(admin_url(Document, "change", document.pk)).text
    for row in (attached, linked, page):
        assert f'<a href="{admin_url(type(row), "change", row.pk)}">{row}</a>' in html
    assert "خبر آخر" not in html
    assert f'<a href="/documents/{document.number}/">' in html


@pytest.mark.django_db
def test_the_unused_are_listed(staff):
    attached, linked, unused = (make_document(f"وثيقة {n}") for n in range(3))
    make_release().documents.add(attached)
    make_page(body_en=f'<p><a href="/documents/{linked.number}/">x</a></p>')
    listed = staff.get(admin_url(Document, "changelist"), {"use": "none"})
    assert list(listed.context["cl"].result_list) == [unused]
    assert "غير مرفقة" in listed.text
    assert "ليست مرفقة" in staff.get(admin_url(Document, "change", unused.pk)).text
    assert staff.get(admin_url(Document, "add")).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"year": 2021}, ["قديم"]),
        ({"year": 2022}, ["جديد", "دورية"]),
        ({"year": 2022, "kind": "circular"}, ["دورية"]),
        ({"language": "fr"}, ["جديد"]),
        ({}, ["جديد", "دورية", "قديم", "بلا تاريخ"]),
    ],
)
def test_the_public_list_is_narrowed(client, query, found):
    make_document("قديم", issued_on="2021-05-01")
    make_document("دورية", issued_on="2022-05-01", kind="circular")
    make_document("جديد", issued_on="2022-06-01", language="fr")
    make_document("بلا تاريخ")
    make_document("مسودة", issued_on="2019-01-01", state="draft")
    page = client.get("/documents/", query).context["page_obj"]
    assert [document.title for document in page] == found
    assert client.get("/documents/", {"year": 2019}).status_code == 404


@pytest.mark.django_db
def test_an_old_version_brings_its_title_back_and_not_its_file(
    staff, django_capture_on_commit_callbacks
):
    document = make_document("عنوان قديم")
    version = document.history.latest()
    with django_capture_on_commit_callbacks(execute=True):
        replace(staff, document, "y.pdf", PDF + b" new")
        document.title_ar = "عنوان جديد"
        document.save()
    path = admin_url(Document, "compare", document.pk)
    assert (
        staff.post(f"{path}?old={version.pk}&new={document.history.latest().pk}").status_code == 302
    )
    document.refresh_from_db()
    assert document.title_ar == "عنوان قديم"
    assert document.file.read() == PDF + b" new"


def test_a_kind_that_says_nothing_is_not_shown(client, db):
    make_document("تقرير الميثاق", kind="report")
    make_document("صورة الميثاق", kind="other")
    for path in ("/en/documents/", "/en/search/?q=الميثاق"):
        main = client.get(path).text.partition("<main")[2]
        assert main.count("صورة") == main.count("<span>Report</span>") == 1
        assert "<span>Other document</span>" not in main
