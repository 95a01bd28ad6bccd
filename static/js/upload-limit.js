// Refuses a file that is too heavy as soon as it is chosen: nobody waits for an upload that the
// server would refuse, and nothing of the form is lost. The server holds the limit all the same.

(() => {
  "use strict";

  const refusals = new Map(); // box → the sentence beside it

  function refuse(input) {
    const list = document.createElement("ul");
    const words = document.createElement("li");
    list.className = "errorlist";
    list.setAttribute("role", "alert");
    words.textContent = window.gettext("This file is larger than 20 MB. Make it smaller and choose it again.");
    list.append(words);
    input.before(list);
    refusals.set(input, list);
    input.value = "";
  }

  // Before whoever else looks at what was chosen.
  document.addEventListener("change", ({ target }) => {
    const most = Number(target.dataset?.mostBytes);
    if (target.type !== "file" || !most) return;
    refusals.get(target)?.remove();
    refusals.delete(target);
    if ([...target.files].some((file) => file.size > most)) refuse(target);
  }, { capture: true });
})();
