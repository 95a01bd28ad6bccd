// Gives each photo that was just sent its row in the form at once: the server's own, from the page
// as a reload would show it. What is typed elsewhere stays as it is. Rows of stored photos come
// first in what is sent, as Django asks, wherever they stand on the page.

(() => {
  "use strict";

  const NAMED = ["id", "name", "for", "aria-describedby", "aria-labelledby"];

  const rowsOf = (group) => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
  const keyOf = (row) => row.querySelector("[name^=photos-][name$=-id]")?.value ?? "";
  const countOf = (name) => document.getElementById(`id_photos-${name}_FORMS`);

  function rename(row, index) {
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const name of NAMED) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace(/photos-(\d+|__prefix__)/g, `photos-${index}`));
      }
    }
  }

  /** The stored ones keep their numbers, by which a kept text finds them again. */
  function number(group) {
    const rows = rowsOf(group);
    const stored = rows.filter(keyOf).sort((one, other) => one.dataset.stored - other.dataset.stored);
    [...stored, ...rows.filter((row) => !keyOf(row))].forEach(rename);
    countOf("INITIAL").value = stored.length;
    countOf("TOTAL").value = rows.length;
  }

  async function fetchRows() {
    const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return [...page.querySelectorAll("#photos-group .inline-related")];
  }

  function add(group, row) {
    row.dataset.stored = rowsOf(group).filter(keyOf).length;
    row.classList.add("dynamic-photos"); // as Django's script marks those it counts
    group.querySelector(".empty-form").before(row);
    number(group);
    const detail = { formsetName: "photos" };
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail }));
  }

  async function addAll(group, box, keys) {
    const rows = await fetchRows().catch(() => []);
    for (const key of keys) {
      const row = rows.find((one) => keyOf(one) === String(key));
      if (row) add(group, document.adoptNode(row));
      else box.querySelector(".photo-drop__next").hidden = false; // a save shows it
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const group = document.getElementById("photos-group");
    if (!group) return;
    const empty = group.querySelector(".empty-form");
    if (empty) rename(empty, "__prefix__"); // Django numbers the headings in it as a row's
    rowsOf(group).filter(keyOf).forEach((row, index) => (row.dataset.stored = index));
    let before = Promise.resolve();
    document.addEventListener("photos:sent", ({ target, detail }) => {
      before = before.then(() => addAll(group, target, detail));
    });
    for (const name of ["formset:added", "formset:removed"]) {
      document.addEventListener(name, ({ detail }) => {
        // Django's script goes on counting after it has told of a removal.
        if (detail.formsetName === "photos") setTimeout(number, 0, group);
      });
    }
  });
})();
