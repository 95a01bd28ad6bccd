// Whoever signs in again in another tab gets a new token against forged requests; the forms that
// stand open here take it over before anything is sent, so that they can still be saved.

(() => {
  "use strict";

  function renew() {
    const [, token] = document.cookie.match(/(?:^|;\s*)csrftoken=(\w+)/) ?? [];
    if (!token) return;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  }

  // Before whoever else listens; `drop` and `change` send photos.
  for (const name of ["focus", "drop", "change", "submit"]) {
    window.addEventListener(name, renew, { capture: true });
  }
})();
