"""With JavaScript off a page says the same and leads to the same places."""

import pytest

from tests import kinds

READ = """() => {
    // A button that a script brings to light is a help, not a text.
    document.querySelectorAll("main button[type=button]").forEach(button => button.remove());
    return {
        title: document.title,
        text: document.querySelector("main").innerText,
        links: [...document.querySelectorAll("a[href], form[action]")].map(
            element => element.getAttribute("href") ?? element.getAttribute("action")
        ),
    };
}"""


@pytest.mark.parametrize("language", ["", "/fr"])
def test_every_page_reads_the_same_without_scripts(new_page, faults, language):
    with_scripts, without = new_page(), new_page(java_script_enabled=False)
    for kind, path in kinds.rich().items():
        read = []
        for page in (with_scripts, without):
            page.goto(language + path)
            read.append(page.evaluate(READ))
        assert read[0] == read[1], kind
        assert read[0]["text"].strip()
        assert len(read[0]["links"]) > 10
    faults[:] = [fault for fault in faults if "404" not in fault]  # the page not found
