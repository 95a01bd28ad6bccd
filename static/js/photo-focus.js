// Marks the focal point on the preview of a photo, and sets it by a click there. The two sliders
// below do the same by keyboard, and without this script.

(() => {
  "use strict";

  function prepare(preview) {
    const row = preview.closest(".inline-related");
    const across = row.querySelector("[name$=-focus_x]");
    const down = row.querySelector("[name$=-focus_y]");
    const mark = document.createElement("span");

    function show() {
      preview.style.setProperty("--across", `${across.value}%`);
      preview.style.setProperty("--down", `${down.value}%`);
      for (const slider of [across, down]) slider.setAttribute("aria-valuetext", `${slider.value}%`);
    }

    mark.className = "photo-focus__mark";
    preview.append(mark);
    preview.classList.add("is-ready");
    preview.addEventListener("click", (event) => {
      const box = preview.getBoundingClientRect();
      across.value = Math.round(((event.clientX - box.left) / box.width) * 100);
      down.value = Math.round(((event.clientY - box.top) / box.height) * 100);
      across.dispatchEvent(new Event("change", { bubbles: true }));
      show();
    });
    across.addEventListener("input", show);
    down.addEventListener("input", show);
    show();
  }

  const prepareAll = (root) => root.querySelectorAll(".photo-focus").forEach(prepare);
  document.addEventListener("DOMContentLoaded", () => prepareAll(document));
  document.addEventListener("formset:added", (event) => prepareAll(event.target));
})();
