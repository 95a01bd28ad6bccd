// Gives the rich-text editor what its package leaves out: a toolbar that the keyboard walks through
// by its arrows, names and states of its buttons in the language of the admin, a name for the editor
// and for its dialogs, and the language and direction of its text. The names are in
// locale/*/LC_MESSAGES/djangojs.po.

(() => {
  "use strict";

  const buttonsOf = (bar) =>
    [...bar.querySelectorAll("button")].filter((button) => !button.classList.contains("hidden"));

  function nameButtons(bar) {
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", window.gettext("Tools of the text"));
    for (const group of bar.querySelectorAll(".prose-menubar__group")) {
      group.setAttribute("role", "group");
    }
    for (const button of bar.querySelectorAll("[aria-label]:not([role])")) {
      button.title = window.gettext(button.getAttribute("aria-label"));
      button.setAttribute("aria-label", button.title);
    }
  }

  /** What the classes of the buttons say to the eye, and one stop of Tab for all of them. */
  function tellStates(bar) {
    const buttons = buttonsOf(bar);
    const stop = buttons.find((button) => button.tabIndex === 0) ?? buttons[0];
    for (const button of bar.querySelectorAll("button")) {
      const isDisabled = button.classList.contains("disabled");
      if ("isToggle" in button.dataset || button.classList.contains("active")) {
        button.dataset.isToggle = "";
        button.setAttribute("aria-pressed", button.classList.contains("active"));
      }
      button.setAttribute("aria-disabled", isDisabled);
      button.tabIndex = button === stop ? 0 : -1;
    }
  }

  function onKey(event) {
    const bar = event.currentTarget;
    const buttons = buttonsOf(bar);
    const now = buttons.indexOf(document.activeElement);
    const onward = getComputedStyle(bar).direction === "rtl" ? -1 : 1;
    const next = {
      ArrowRight: now + onward,
      ArrowLeft: now - onward,
      Home: 0,
      End: -1,
    }[event.key];
    if (event.key === "Escape") bar.parentElement.querySelector("[contenteditable]").focus();
    if (next === undefined || now < 0) return;
    event.preventDefault();
    const button = buttons.at(next % buttons.length);
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    button.focus();
  }

  function nameToolbar(bar) {
    const toggles = "[data-name=bold], [data-name=italic], [data-name=blockquote], [data-name=link]," +
      "[data-name^=heading], [data-name=paragraph], [data-name=orderedList]";
    for (const button of bar.querySelectorAll(toggles)) button.dataset.isToggle = "";
    nameButtons(bar);
    tellStates(bar);
    bar.addEventListener("keydown", onKey);
    const states = new MutationObserver(() => tellStates(bar));
    states.observe(bar, { attributeFilter: ["class"], subtree: true });
  }

  function nameText(editor, text) {
    const source = editor.querySelector("textarea");
    const label = document.querySelector(`label[for="${source.id}"]`);
    text.lang = source.lang;
    text.dir = source.dir;
    text.setAttribute("aria-multiline", "true");
    if (label) {
      label.id ||= `${source.id}-label`;
      text.setAttribute("aria-labelledby", label.id);
      label.addEventListener("click", () => text.focus());
    }
    // From the text back to its tools, as in other editors.
    text.addEventListener("keydown", (event) => {
      if (event.altKey && event.key === "F10") {
        event.preventDefault();
        editor.querySelector(".prose-menubar [tabindex='0']").focus();
      }
    });
  }

  /** The dialogs of the package: the heading is their name; its yes and no are English. */
  function nameDialog(dialog) {
    const heading = dialog.querySelector("h3");
    dialog.dataset.named = "";
    if (heading) {
      heading.id ||= `prose-editor-heading-${document.querySelectorAll("[id^=prose-editor-heading]").length}`;
      dialog.setAttribute("aria-labelledby", heading.id);
    }
    for (const option of dialog.querySelectorAll("option:not([value])")) {
      option.value = option.textContent;
      option.textContent = window.gettext(option.textContent);
    }
  }

  function nameEditors() {
    for (const editor of document.querySelectorAll(".prose-editor:not([data-named])")) {
      const text = editor.querySelector("[contenteditable]");
      const bar = editor.querySelector(".prose-menubar:has(button)");
      if (!text || !bar) continue;
      editor.dataset.named = "";
      nameToolbar(bar);
      nameText(editor, text);
    }
    document.querySelectorAll(".prose-editor-dialog:not([data-named])").forEach(nameDialog);
  }

  // The editor makes itself after the page is read, and again in inline forms added later.
  new MutationObserver(nameEditors).observe(document, { childList: true, subtree: true });
})();
