"""Pasting: raw HTML on the clipboard, as Word puts it there, then the keys of a person."""

#: The asynchronous clipboard cleans what it is given first; a copy event does not.
COPY = """html => {
    const give = event => {
        event.clipboardData.setData("text/html", html);
        event.clipboardData.setData("text/plain", "text");
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    window.addEventListener("copy", give, {capture: true, once: true});
    document.execCommand("copy");
}"""


def paste(page, editor, html):
    """Pastes HTML into an editor of the page, at its cursor."""
    page.bring_to_front()
    editor.click()
    paste_here(page, html)


def paste_here(page, html):
    page.evaluate(COPY, html)
    page.keyboard.press("Control+v")
