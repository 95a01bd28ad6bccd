"""The contact form: nothing written is lost, nothing of it is public, and robots tire of it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from ampcpp.models import Message, SiteDetails
from tests.factories import make_page

pytestmark = pytest.mark.django_db

WRITTEN = {
    "name": "فاطمة الزهراء",
    "email": "fatima@example.ma",
    "subject": "press",
    "about": "/news/",
    "text": "السلام عليكم،\r\nأود معرفة موعد الجمع العام.",
}


def send(client, path="/contact/", headers=None, **values):
    return client.post(path, WRITTEN | values, headers=headers)


@pytest.fixture
def details(db):
    return SiteDetails.objects.create(name="الجمعية", email="kitaba@example.ma")


# What is sent


def test_a_message_is_stored_and_mailed_and_answered_by_a_page(client, details, noon):
    response = send(client, "/fr/contact/")
    assert (response.status_code, response["Location"]) == (302, "/fr/contact/sent/")
    sent = client.get("/fr/contact/sent/").text
    assert "Votre message a été envoyé" in sent
    assert '<a href="/fr/">Retour à l’accueil</a>' in sent  # an arrow would point onwards

    message = Message.objects.get()
    assert (message.name, message.email) == ("فاطمة الزهراء", "fatima@example.ma")
    assert message.text == "السلام عليكم،\nأود معرفة موعد الجمع العام."
    assert (message.subject, message.about, message.language) == ("press", "/news/", "fr")
    assert message.sent_at == timezone.now()
    assert (message.is_mailed, message.is_handled) == (True, False)


def test_the_mail_is_in_arabic_and_leads_to_the_row(client, details, noon):
    send(client, "/en/contact/")
    [sent] = mail.outbox
    assert sent.subject == "رسالة من الموقع – الصحافة – فاطمة الزهراء"
    assert (sent.to, sent.reply_to) == (["kitaba@example.ma"], ["fatima@example.ma"])
    assert sent.message().get_content_type() == "text/plain"
    assert "السلام عليكم،\nأود معرفة موعد الجمع العام." in sent.body
    assert "http://testserver/news/" in sent.body
    row = f"/admin/ampcpp/message/{Message.objects.get().pk}/change/"
    assert f"http://testserver{row}" in sent.body
    assert "15\u00a0ماي\u00a02023" in sent.body


def test_the_mail_shows_signs_as_they_were_typed(client, details):
    send(client, text="<b>«أ» & 'ب'</b>", about="صفحة <الأخبار>")
    assert "<b>«أ» & 'ب'</b>" in mail.outbox[0].body
    assert "صفحة <الأخبار>" in mail.outbox[0].body


def test_without_an_address_it_is_stored_alone(client, db):
    assert send(client).status_code == 302
    assert mail.outbox == []
    assert not Message.objects.get().is_mailed


def test_a_broken_mail_server_loses_nothing(client, details, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert send(client).status_code == 302
    message = Message.objects.get()
    assert not message.is_mailed
    assert f"Message {message.pk} was not mailed" in caplog.text
    assert "فاطمة" not in caplog.text


@pytest.mark.parametrize("name", ["أ\nBcc: all@example.ma", "أ\r\nBcc: all@example.ma"])
def test_a_header_cannot_be_slipped_in(client, details, name):
    assert send(client, name=name).status_code == 302
    [sent] = mail.outbox
    headers = sent.message()
    assert sent.subject.endswith("أ Bcc: all@example.ma")
    assert headers["Bcc"] is None
    assert "\n" not in sent.subject
    assert sent.recipients() == ["kitaba@example.ma"]


@pytest.mark.parametrize("email", ["a@example.ma\nBcc: all@example.ma", "a@b@c.ma", '"\x01"@x.ma'])
def test_an_address_is_one_address(client, details, email):
    assert "email" in send(client, email=email).context["form"].errors
    assert mail.outbox == []


# What is wrong


def test_errors_are_tied_to_their_fields_and_keep_what_was_typed(client, db):
    response = send(client, name=" ", email="فاطمة", text="نص لا يضيع")
    assert response.status_code == 200
    text = response.text
    assert "<title>خطأ: استمارة الاتصال" in text
    assert 'id="answer" role="alert" tabindex="-1"' in text
    places = [text.index(part) for part in ('href="#id_name"', 'href="#id_email"', 'method="post"')]
    assert places == sorted(places)
    for name in ("name", "email"):
        field = re.search(rf'<input[^>]*id="id_{name}"[^>]*>', text)[0]
        assert 'aria-invalid="true"' in field
        assert f"id_{name}_error" in re.search(r'aria-describedby="([^"]*)"', field)[1]
        assert f'id="id_{name}_error"' in text
    assert 'value="فاطمة"' in text
    assert "نص لا يضيع</textarea>" in text
    assert '<option value="press" selected>' in text
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("values", "field", "error"),
    [
        ({"name": ""}, "name", "المرجو كتابة اسمكم."),
        ({"name": "\u200f"}, "name", "المرجو كتابة اسمكم."),
        ({"name": "ا" * 101}, "name", "المرجو اختصار الاسم: 100 حرف على الأكثر."),
        ({"email": ""}, "email", "المرجو كتابة عنوان بريدكم الإلكتروني."),
        ({"subject": ""}, "subject", "المرجو اختيار موضوع رسالتكم."),
        ({"subject": "hack"}, "subject", "المرجو اختيار موضوع رسالتكم."),
        ({"about": "x" * 501}, "about", "المرجو اختصار رابط الصفحة: 500 حرف على الأكثر."),
        ({"text": ""}, "text", "المرجو كتابة رسالتكم."),
        (
            {"text": "ا" * 5001},
            "text",
            "المرجو اختصار رسالتكم: 5000 حرف على الأكثر، وعدد حروفها 5001.",
        ),
        ({"text": "أ\x00ب"}, "text", "المرجو إعادة كتابة هذه الخانة: فيها رموز لا تمكن قراءتها."),
        ({"name": "أ\x07"}, "name", "المرجو إعادة كتابة هذه الخانة: فيها رموز لا تمكن قراءتها."),
    ],
)
def test_each_error_is_said_in_words_once(client, db, values, field, error):
    assert send(client, **values).context["form"].errors == {field: [error]}


@pytest.mark.parametrize("sign", ["\u200d", "\u00ad\u2060", "\u061c", "\u200c", "\u034f", "\u3000"])
def test_a_message_that_nobody_can_see_is_empty(client, db, sign):
    page = send(client, name=sign, text=sign)
    assert {*page.context["form"].errors} == {"name", "text"}
    assert not Message.objects.exists()


def test_a_browser_cuts_nothing_short(client, db):
    assert "maxlength" not in client.get("/contact/").text.partition("<main")[2]


def test_every_script_is_welcome(client, db):
    name, text = "ⵎⵓⵃⵎⵎⴰⴷ أݣناو", "٢٠٢٢ — l’été 🙂\r\n\r\n" + "سطر طويل " * 500
    assert send(client, name=name, text=text).status_code == 302
    message = Message.objects.get()
    assert (message.name, message.text) == (name, text.replace("\r\n", "\n").strip())


# What a link fills in


@pytest.mark.parametrize(
    ("path", "subject", "about"),
    [
        ("/contact/?subject=accessibility&about=/news/", "accessibility", "/news/"),
        ("/fr/contact/?about=/fr/pages/x/", "", "/fr/pages/x/"),
        ("/contact/?subject=hack&about=https://evil.example/", "", ""),
        ("/contact/?about=//evil.example/", "", ""),
        ("/contact/?about=/nowhere", "", ""),
        ("/contact/?about=/admin/", "", ""),
        ("/contact/?about=/news/1/%00/", "", ""),
        ("/contact/?about=/news/1/" + "x" * 500 + "/", "", ""),
    ],
)
def test_a_link_fills_in_what_it_knows(client, db, path, subject, about):
    form = client.get(path).context["form"]
    assert (form["subject"].value(), form["about"].value()) == (subject, about)


def test_every_page_leads_to_the_form_about_itself(client, demo):
    text = client.get("/fr/pages/accessibility/").text
    assert 'href="/fr/contact/?about=/fr/pages/accessibility/"' in text
    assert 'href="/fr/contact/?subject=accessibility"' in text
    assert 'class="button" href="/contact/"' in client.get("/pages/contact/").text


def test_the_way_to_the_form_passes_by_the_contact_page(client, demo):
    trail = client.get("/fr/contact/").text.split('class="breadcrumbs"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]*)"', trail) == ["/fr/", "/fr/pages/contact/"]


# What is not a message


def test_a_robot_gets_the_page_of_everybody_and_nothing_is_stored(client, details):
    response = send(client, reference="https://spam.example")
    assert (response.status_code, response["Location"]) == (302, "/contact/sent/")
    assert not Message.objects.exists()
    assert mail.outbox == []


# The token of the form


def test_an_expired_form_comes_back_with_what_was_typed(db):
    client = Client(enforce_csrf_checks=True)
    response = send(client, text="نص لا يضيع")
    assert response.status_code == 403
    assert "ظلت الاستمارة مفتوحة مدة طويلة" in response.text
    assert "نص لا يضيع</textarea>" in response.text
    assert not Message.objects.exists()

    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.text)[1]
    assert send(client, csrfmiddlewaretoken=token).status_code == 302
    assert Message.objects.count() == 1


def test_the_form_is_in_no_cache_but_the_browser_may_go_back_to_it(client, db):
    response = client.get("/contact/")
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Vary"] == "Cookie"
    assert response.cookies["csrftoken"]["max-age"] == ""
    assert not Client().get("/contact/sent/").cookies


# What is promised


def test_the_notice_stands_above_the_button(client, db):
    make_page("الإشعار القانوني", slug="legal-notice", menu="footer")
    text = client.get("/contact/").text
    notice, link, button = (
        text.index(part)
        for part in ("القانون رقم 09.08", 'href="/pages/legal-notice/"', "إرسال الر")
    )
    assert notice < link < button
