// Puts the rows of a gallery in order: by buttons, or by dragging a row by its head. The places
// are written into the boxes that are typed by hand without this script.

(() => {
  "use strict";

  let dragged = null;

  const rowsOf = (group) => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
  const placeOf = (row) => row.querySelector("[name$=-position]");

  function number(group) {
    const rows = rowsOf(group);
    rows.forEach((row, index) => {
      placeOf(row).value = index + 1;
      row.classList.toggle("is-cover", index === 0);
      row.querySelector(".photo-order__place").textContent = index
        ? window.interpolate(window.gettext("Photo %s of %s"), [index + 1, rows.length])
        : window.gettext("The cover");
      row.querySelector(".photo-order__earlier").disabled = index === 0;
      row.querySelector(".photo-order__later").disabled = index === rows.length - 1;
      const place = row.querySelector(".photo-order__place").textContent;
      for (const button of row.querySelectorAll(".photo-order button")) {
        button.setAttribute("aria-label", `${button.textContent} – ${place}`);
      }
    });
  }

  function tell(group, row) {
    const rows = rowsOf(group);
    const place = [rows.indexOf(row) + 1, rows.length];
    group.querySelector(".photo-order__status").textContent = window.interpolate(
      window.gettext("The photo is now number %s of %s."),
      place,
    );
  }

  function move(group, row, step) {
    const rows = rowsOf(group);
    const other = rows[rows.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    number(group);
    tell(group, row);
    // The button that has reached the edge gives the focus to the other one.
    const button = row.querySelector(step < 0 ? ".photo-order__earlier" : ".photo-order__later");
    (button.disabled ? row.querySelector(".photo-order button:enabled") : button)?.focus();
  }

  function button(group, row, name, label, step) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `button photo-order__${name}`;
    made.textContent = label;
    made.addEventListener("click", () => move(group, row, step));
    return made;
  }

  // Rows are high: while one is dragged, all of them shrink to their heads.
  function sort(group, row) {
    dragged = row;
    group.classList.add("is-sorting");
    row.scrollIntoView({ block: "center" });
  }

  function makeDraggable(group, row) {
    const head = row.querySelector("h3");
    head.draggable = true;
    head.addEventListener("dragstart", (event) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", ""); // Firefox drags nothing without
      setTimeout(sort, 0, group, row); // Chromium ends a drag whose page changes at once
    });
    head.addEventListener("dragend", () => {
      dragged = null;
      group.classList.remove("is-sorting");
    });
    row.addEventListener("dragover", (event) => {
      if (dragged && group.contains(dragged)) event.preventDefault();
    });
    row.addEventListener("drop", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) row.before(dragged);
      else row.after(dragged);
      number(group);
      tell(group, dragged);
    });
  }

  function prepareRow(group, row) {
    const controls = document.createElement("div");
    const place = document.createElement("span");
    controls.className = "photo-order";
    place.className = "photo-order__place";
    controls.append(
      place,
      button(group, row, "earlier", window.gettext("Earlier"), -1),
      button(group, row, "later", window.gettext("Later"), 1),
    );
    row.querySelector("h3").after(controls);
    const preview = row.querySelector(".photo-focus img");
    if (preview) {
      const thumbnail = preview.cloneNode();
      thumbnail.className = "photo-order__thumbnail";
      row.querySelector("h3").prepend(thumbnail);
    }
    placeOf(row).closest(".form-row").hidden = true;
    makeDraggable(group, row);
  }

  function prepare(group) {
    const status = document.createElement("p");
    status.className = "photo-order__status visually-hidden";
    status.setAttribute("role", "status");
    group.append(status);
    const rows = rowsOf(group);
    const after = rows.at(-1)?.nextSibling;
    rows.forEach((row) => prepareRow(group, row));
    // A form that comes back with errors has its rows in the order in which they were sent.
    rows.sort((one, other) => placeOf(one).value - placeOf(other).value);
    rows.forEach((row) => row.parentElement.insertBefore(row, after));
    if (rows.length) number(group);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const group = document.getElementById("photos-group");
    if (!group) return;
    prepare(group);
    document.addEventListener("formset:added", (event) => {
      if (event.detail.formsetName !== "photos") return;
      prepareRow(group, event.target);
      number(group);
    });
    document.addEventListener("formset:removed", (event) => {
      if (event.detail.formsetName === "photos") number(group);
    });
  });
})();
