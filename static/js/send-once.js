// Sends each form of the admin once: a second click, while the first is on its way, would do the same
// thing twice. After a while the first may have been stopped, and the form can be sent again.

(() => {
  "use strict";

  const SENDING = 10000; // ms
  const sentAt = new Map(); // form → moment

  // Behind the scripts of the form itself, which may have sent it in their own way.
  window.addEventListener("submit", (event) => {
    const { target: form, defaultPrevented } = event;
    if (defaultPrevented || form.method !== "post") return;
    if (Date.now() - sentAt.get(form) < SENDING) event.preventDefault();
    else sentAt.set(form, Date.now());
  });
  window.addEventListener("pageshow", () => sentAt.clear()); // who comes back may send again
})();
