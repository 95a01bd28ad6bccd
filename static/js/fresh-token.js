// Whoever signs in again in another tab gets a new token against forged requests. What the forms that
// stand open here send takes it over, so that they can still be saved.

(() => {
  "use strict";

  const NAME = "csrfmiddlewaretoken";

  // Whenever the fields of a form are gathered: it is sent, or a script asks for them.
  window.addEventListener("formdata", ({ formData }) => {
    const [, token] = document.cookie.match(/(?:^|;\s*)csrftoken=(\w+)/) ?? [];
    if (token && formData.has(NAME)) formData.set(NAME, token);
  });
})();
