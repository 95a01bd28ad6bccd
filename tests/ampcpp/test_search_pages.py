"""What readers see of the search: kinds, marked words, narrowing, orders, another spelling."""

import re
from html import unescape

import pytest

from ampcpp.models import EmptySearch
from governance.models import Person
from news.models import Category, Mention, Release
from tests.factories import make_category, make_person, make_release

pytestmark = pytest.mark.django_db
MARKED = re.compile(r"<mark>(.*?)</mark>")


def results(client, question, **given):
    response = client.get("/search/", {"q": question, **given})
    assert response.status_code == 200
    return response


def kinds(response):
    return {group["kind"]: group["results"].count for group in response.context["groups"]}


def titles(response):
    (group,) = response.context["groups"]
    return [str(row) for row in group["rows"]]


def links(response, css_class):
    """Address → words, of the links in the list or the navigation of this class."""
    (part,) = re.findall(rf'<(ul|nav)[^>]*class="{css_class}"(.*?)</\1>', response.text, re.DOTALL)
    found = re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(.*?)</a>', part[1], re.DOTALL)
    return {
        unescape(address): " ".join(re.sub(r"<[^>]*>", " ", words).split())
        for address, words in found
    }


def test_each_kind_has_a_tab_with_its_count(client, demo):
    response = results(client, "الجمعية")
    assert kinds(response).keys() >= {"people", "releases", "documents", "pages"}
    tabs = links(response, "search-kinds")
    count = kinds(response)["releases"]
    assert tabs["/search/?q=%D8%A7%D9%84%D8%AC%D9%85%D8%B9%D9%8A%D8%A9&kind=releases"] == (
        f"الأخبار {count}"
    )
    assert len(tabs) == len(kinds(response)) + 1
    for given in ({"kind": "releases"}, {"kind": "releases", "year": 2021}):
        chosen = results(client, "الجمعية", **given)
        assert kinds(chosen).keys() == {"releases"}
        assert links(chosen, "search-kinds") == tabs
        (current,) = re.findall(r'<a aria-current="page" href="([^"]*)"', chosen.text)
        assert tabs[unescape(current)] == f"الأخبار {count}"


def test_what_was_asked_for_is_marked_as_it_is_written(client, db):
    make_release("مدينة آسفي", lead_ar="لقاء بإقليم أسفي <حول> التعمير.")
    response = results(client, "اسفي تعمير")
    assert MARKED.findall(response.text) == ["آسفي", "أسفي", "التعمير"]
    assert "&lt;حول&gt;" in response.text


def test_a_long_text_is_cut_around_the_words(client, db):
    body = "<p>" + "كلمة " * 100 + "التعمير" + " كلمة" * 100 + "</p>"
    make_release("خبر", lead_ar="مقدمة بلا جواب", body_ar=body)
    (excerpt,) = re.findall(r'class="result__answer"[^>]*>(.*?)</p>', results(client, "تعمير").text)
    assert excerpt.startswith("…كلمة")
    assert excerpt.endswith("كلمة…")
    assert MARKED.findall(excerpt) == ["التعمير"]
    assert len(excerpt.split()) < 45


def test_a_person_is_found_by_office_and_shown_with_it(client, demo):
    """«رئيسة لجنة الصحة»: who chairs the health committee."""
    response = results(client, "رئيس لجنة الصحة", kind="people")
    first = response.context["groups"][0]["rows"][0]
    chair = first.offices[0]
    assert chair.seat.roster.body.slug == "health"
    marked = re.sub(r"</?mark>", "", response.text)
    assert first.name in marked
    assert chair.title in marked


def test_who_holds_no_office_is_shown_with_the_last_one(client, demo):
    facts = results(client, "سعد بن مبارك").text.split('class="facts"')[1].split("</p>")[0]
    shown = re.sub(r"<[^>]*>", " ", facts.replace("\u00a0", " "))
    assert "رئيس الجمعية" in shown
    assert "إلى 29 يناير 2022، وتاريخ البداية غير معروف" in " ".join(shown.split())


def test_without_a_question_the_page_says_what_it_searches(client, db):
    lead = "البحث في أخبار الجمعية"
    assert client.get("/search/").text.count(lead) == 3  # for readers and in two descriptions
    assert results(client, "كلمة").text.count(lead) == 2


def test_releases_are_narrowed_by_category_year_and_person(client, db):
    person = make_person("لحسن زلماط")
    rows = [
        make_release("لقاء أول", published_at="2021-05-01T10:00:00Z"),
        make_release("لقاء ثان"),
        make_release("لقاء ثالث", category=make_category("visits")),
    ]
    Category.objects.filter(slug="visits").update(name_ar="زيارات")
    Mention.objects.create(release=rows[2], person=person)
    given = {"kind": "releases"}

    response = results(client, "لقاء", **given)
    asked = "?q=%D9%84%D9%82%D8%A7%D8%A1&kind=releases"
    assert links(response, "narrowing") == {
        f"{asked}&category=meetings": "لقاءات 2",
        f"{asked}&category=visits": "زيارات 1",
        f"{asked}&year=2022": "2022 2",
        f"{asked}&year=2021": "2021 1",
        f"{asked}&person={person.pk}": "لحسن زلماط 1",
    }

    assert titles(results(client, "لقاء", **given, year=2021)) == ["لقاء أول"]
    assert titles(results(client, "لقاء", **given, person=person.pk)) == ["لقاء ثالث"]
    assert titles(results(client, "لقاء", **given, category="meetings", year=2022)) == ["لقاء ثان"]
    chosen = results(client, "لقاء", **given, category="visits", year=2022)
    assert titles(chosen) == ["لقاء ثالث"]
    assert links(chosen, "narrowed") == {
        f"{asked}&year=2022": "زيارات (إزالة) ×",
        f"{asked}&category=visits": "2022 (إزالة) ×",
    }
    assert 'class="narrowing"' not in chosen.text  # nothing narrows one result


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "nothing"},
        {"kind": "releases", "category": "nothing"},
        {"kind": "releases", "year": "x"},
        {"kind": "releases", "person": "0"},
        {"kind": "releases", "after": "x"},
    ],
)
def test_choices_that_nobody_is_offered(client, db, given):
    make_release("لقاء")
    assert client.get("/search/", {"q": "لقاء", **given}).status_code == 404


def test_newest_first_or_titles_first(client, db):
    make_release("لقاء قديم", published_at="2021-05-01T10:00:00Z")
    make_release("خبر", body_ar="<p>نص عن لقاء.</p>")
    assert titles(results(client, "لقاء", kind="releases")) == ["خبر", "لقاء قديم"]
    by_titles = results(client, "لقاء", kind="releases", order="relevance")
    assert titles(by_titles) == ["لقاء قديم", "خبر"]


def test_pages_of_results_lead_to_each_other(client, db):
    for number in range(21):
        make_release(f"لقاء {number}", published_at=f"2022-05-{number + 1:02}T10:00:00Z")
    first = results(client, "لقاء", kind="releases")
    assert len(titles(first)) == 20
    (following,) = re.findall(r'rel="next" href="\?([^"]*)"', first.text)
    second = client.get(f"/search/?{unescape(following)}")
    assert titles(second) == ["لقاء 0"]
    assert 'rel="next"' not in second.text
    (back,) = re.findall(r'<a href="(\?[^"]*)">العودة إلى أولى النتائج', second.text)
    assert titles(client.get(f"/search/{unescape(back)}")) == titles(first)


def test_a_near_miss_of_a_name_is_offered(client, demo):
    response = results(client, "الدرويس")
    assert kinds(response) == {}
    (link,) = re.findall(r'<a href="([^"]*)"><bdi>الدرويش</bdi></a>', response.text)
    assert (
        Person.objects.get(name_ar="عبد العزيز الدرويش")
        in (client.get(unescape(link)).context["groups"][0]["rows"])
    )


def test_the_beginning_of_a_word_answers_when_no_whole_word_does(client, demo):
    response = results(client, "الدروي")
    assert "people" in kinds(response)
    assert 'class="notice"' in response.text
    assert 'class="notice"' not in results(client, "الدرويش").text


@pytest.mark.parametrize(
    ("question", "text"),
    [("الخميسات", "اجتماع يوم الخميس"), ("وجدة", "وجد المكتب حلا"), ("بركان", "بركة ماء")],
)
@pytest.mark.parametrize("given", [{}, {"typing": 1}])
def test_a_province_is_no_other_word_however_loosely_it_is_read(client, db, question, text, given):
    make_release(text)
    assert kinds(results(client, question, **given)) == {}
    place = make_release(f"لقاء في {question}")
    assert titles(results(client, question, **given)) == [place.title]


@pytest.mark.parametrize("question", ["المج", "المجل", "المجلس ا", "المجلس الإق", "الدر"])
def test_while_one_types_an_article_something_answers(client, demo, question):
    assert "people" in kinds(results(client, question, typing=1))


@pytest.mark.parametrize("question", ["لمراكش", "ومراكش", "بمراكش"])
def test_a_clitic_of_the_question_hides_no_word(client, demo, question):
    assert (
        kinds(results(client, question))["releases"] == kinds(results(client, "مراكش"))["releases"]
    )


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Abdel Aziz Derouiche", "عبد العزيز الدرويش"),
        ("Nour-Eddine Lazrak", "نور الدين الأزرق"),
        ("Ben Mbarek", "سعد بن مبارك"),
        ("Bel Haddad", "نور الدين بلحداد"),
    ],
)
def test_a_latin_name_may_be_written_in_two_words(client, demo, question, person):
    groups = results(client, question).context["groups"]
    (people,) = (group["rows"] for group in groups if group["kind"] == "people")
    assert [row.name_ar for row in people] == [person]


@pytest.mark.parametrize(
    "question",
    [
        *("السيد الدرويش", "للسيد عبد العزيز الدرويش", "السيدة الدرويش", "الدكتور الدرويش"),
        *("د. الدرويش", "السيد د. الدرويش", "ذ.الدرويش", "M. Derouiche", "M Derouiche"),
        *("Mme Derouiche", "Dr. Abdelaziz Derouiche", "Mr Derouich"),
    ],
)
def test_a_title_of_courtesy_hides_nobody(client, demo, question):
    for given in ({}, {"kind": "people"}):
        groups = results(client, question, **given).context["groups"]
        (people,) = (group["rows"] for group in groups if group["kind"] == "people")
        assert [row.name_ar for row in people] == ["عبد العزيز الدرويش"]


@pytest.mark.parametrize("question", ["السيد", "Mme", "م. الدرويش", "M’ Derouiche"])
def test_what_is_no_title_is_a_word_like_others(client, demo, question):
    assert "people" not in kinds(results(client, question))


@pytest.mark.parametrize("question", ["Saeed Naciri", "Said Naciri", "السيد سعيد الناصيري"])
def test_a_name_that_only_has_its_arabic_spelling(client, db, question):
    make_person("سعيد الناصيري")
    make_person("سعد الناصري")
    (group,) = results(client, question).context["groups"]
    assert [row.name_ar for row in group["rows"]] == ["سعيد الناصيري"]


def test_what_finds_nothing_either_is_not_offered(client, demo):
    assert results(client, "بلاغ صحفي").context["suggestion"] is None


def test_a_person_may_be_found_by_what_is_recorded_of_the_name(client, db):
    make_person("لحسن زلماط", variants="لحسن زلمط", name_fr="Lahcen Zellmat")
    for question in ("زلمط", "zellmat", "Zelmat", "زلماط"):
        assert kinds(results(client, question)) == {"people": 1}, question


def test_while_one_is_typing_only_the_results_are_sent(client, demo):
    response = results(client, "الدرو", typing=1)
    assert "<html" not in response.text
    assert 'id="results"' in response.text
    assert "typing" not in re.sub(r'name="typing"', "", response.text)  # no link goes on with it
    assert MARKED.findall(response.text)[0] == "الدرويش"


def test_questions_in_vain_are_counted_by_their_words(client, demo):
    for question in ("الموسيقى", "موسيقي؟", "اَلمُوسِيقَى"):
        results(client, question)
    results(client, "الموسيق", typing=1)
    results(client, "الموسيقى", kind="releases", year=2022)
    results(client, "الجمعية")
    counted = EmptySearch.objects.values_list("words", "count")
    assert dict(counted) == {"الموسيقي": 2, "موسيقي": 1}
    assert [field.name for field in EmptySearch._meta.fields] == ["id", "words", "count", "last_on"]


def test_staff_read_what_was_looked_for_in_vain(client, staff, demo):
    for question in ("الموسيقى", "الموسيقى", "السباحة"):
        results(client, question)
    listed = staff.get("/admin/ampcpp/emptysearch/")
    assert [row.words for row in listed.context["cl"].result_list] == ["الموسيقي", "السباحه"]
    assert staff.get("/admin/ampcpp/emptysearch/add/").status_code == 403
    row = EmptySearch.objects.get(words="السباحه")
    chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
    assert staff.post("/admin/ampcpp/emptysearch/", chosen).status_code == 302
    assert [row.words for row in EmptySearch.objects.all()] == ["الموسيقي"]


def test_what_is_withdrawn_is_found_no_more(client, db):
    release = make_release("لقاء")
    assert kinds(results(client, "لقاء")) == {"releases": 1}
    release.state = Release.State.WITHDRAWN
    release.save()
    assert kinds(results(client, "لقاء")) == {}
