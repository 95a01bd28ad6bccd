/* Offers what only a script can do, and says in words when a device did not confirm. */
"use strict";

(() => {
    // After allauth's own listener, which binds the buttons: until then a click would be lost.
    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll("[data-scripted]").forEach(part => { part.hidden = false; });
    });

    document.addEventListener("allauth.error", event => {
        event.preventDefault();
        const failed = document.getElementById("passkey-failed");
        document.querySelector("#content h1").after(failed);
        failed.hidden = false;
    });
})();
