// Gives the rich-text editor what its package leaves out: names of its buttons in the language
// of the admin, a name for the editor itself, and the language and direction of its text. The
// names are in locale/*/LC_MESSAGES/djangojs.po.

(() => {
  "use strict";

  function nameButtons(editor) {
    for (const button of editor.querySelectorAll(".prose-menubar [aria-label]")) {
      button.title = window.gettext(button.getAttribute("aria-label"));
      button.setAttribute("aria-label", button.title);
    }
    for (const option of editor.querySelectorAll(".prose-menubar__option > *")) {
      option.textContent = window.gettext(option.textContent);
    }
  }

  function nameText(editor, text) {
    const source = editor.querySelector("textarea");
    const label = document.querySelector(`label[for="${source.id}"]`);
    text.lang = source.lang;
    text.dir = source.dir;
    if (label) {
      label.id ||= `${source.id}-label`;
      text.setAttribute("aria-labelledby", label.id);
      label.addEventListener("click", () => text.focus());
    }
  }

  function nameEditors() {
    for (const editor of document.querySelectorAll(".prose-editor:not([data-named])")) {
      const text = editor.querySelector("[contenteditable]");
      if (!text || !editor.querySelector(".prose-menubar button")) continue;
      editor.dataset.named = "";
      nameButtons(editor);
      nameText(editor, text);
    }
  }

  // The editor makes itself after the page is read, and again in inline forms added later.
  new MutationObserver(nameEditors).observe(document, { childList: true, subtree: true });
})();
