// Select2, by which Django lets one choose a person or a document, gives its boxes no name: they get
// that of their field, from its label or, in rows, from its aria-label.

(() => {
  "use strict";

  function nameOf(select) {
    const label = select.id && document.querySelector(`label[for="${select.id}"]`);
    return select.getAttribute("aria-label") ?? label?.textContent.replace(/\s*:\s*$/, "").trim();
  }

  /** The name, then what is chosen. */
  function nameBox(box) {
    const select = box.closest(".select2").previousElementSibling;
    const name = select?.matches("select") && nameOf(select);
    if (!name) return;
    box.id ||= `${select.id}-box`;
    for (const inner of box.querySelectorAll("[role=textbox][aria-readonly]")) { // no box in the box
      inner.removeAttribute("role");
      inner.removeAttribute("aria-readonly");
    }
    box.setAttribute("aria-label", name);
    box.setAttribute("aria-labelledby", [box.id, box.getAttribute("aria-labelledby")].join(" ").trim());
  }

  function nameAll() {
    document.querySelectorAll(".select2 .select2-selection:not([aria-label])").forEach(nameBox);
    for (const field of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
      const box = document.querySelector(".select2-container--open [role=combobox][aria-label]");
      if (box) field.setAttribute("aria-label", box.getAttribute("aria-label"));
    }
  }

  new MutationObserver(nameAll).observe(document, { childList: true, subtree: true });
})();
