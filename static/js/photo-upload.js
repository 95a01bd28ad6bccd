// Sends photos as soon as they are chosen or dropped, one after the other, each with the bar of
// its progress, and tells which have come (`photo-rows.js` adds their rows). What is typed elsewhere
// in the form stays as it is. Where no photo may wait for its text, each that is dropped gets a row,
// which the form sends. Without this script the box sends the photos with the form.

(() => {
  "use strict";

  const LEFT_OUT = {
    403: "This page has stood open too long. Open it again, then choose the photo again: what you wrote is kept and offered to you.",
    413: "This file is larger than 20 MB. Make it smaller and choose it again.",
  };

  let waiting = Promise.resolve(); // for the photo before
  let left = 0; // to send
  let sent = []; // the keys of those that have come

  function refusal(request) {
    const words = LEFT_OUT[request.status];
    if (request.response?.error) return request.response.error;
    if (words) return window.gettext(words);
    // A page instead of an answer: the one that asks to sign in.
    if (request.status === 200) return window.gettext("You have been signed out. Sign in in another tab, then choose the photo again.");
    return window.gettext("The photo did not arrive. Look at the connection and choose it again.");
  }

  function line(box, file) {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    const bar = document.createElement("progress");
    const words = document.createElement("span");
    name.textContent = file.name;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    item.append(name, bar, words);
    box.querySelector(".photo-drop__list").append(item);
    return { item, bar, words };
  }

  function show(entry, className, words) {
    entry.bar.remove();
    entry.item.className = className;
    entry.words.textContent = words;
  }

  function arrived(entry, photo) {
    const picture = document.createElement("img");
    Object.assign(picture, { src: photo.url, width: photo.width, height: photo.height, alt: "" });
    entry.item.prepend(picture);
    show(entry, "is-added", window.gettext("Added to the gallery."));
    sent.push(photo.id);
    if (photo.warning) {
      const warning = document.createElement("p");
      warning.className = "photo-drop__warning";
      warning.innerHTML = photo.warning; // written and escaped by the server
      entry.item.append(warning);
    }
  }

  function send(box, file, entry) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const data = new FormData();
      data.append("photo", file);
      const token = new FormData(box.closest("form")).get("csrfmiddlewaretoken");
      request.open("POST", box.dataset.url);
      request.responseType = "json";
      request.setRequestHeader("X-CSRFToken", token);
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) entry.bar.value = (event.loaded / event.total) * 100;
      });
      request.addEventListener("loadend", () => {
        if (request.status === 201) arrived(entry, request.response);
        else show(entry, "is-refused", refusal(request));
        resolve();
      });
      request.send(data);
    });
  }

  function tell(box) {
    const count = (name) => box.querySelectorAll(`.photo-drop__list .${name}`).length;
    const added = window.interpolate(window.gettext("Photos added: %s."), [count("is-added")]);
    const refused = window.interpolate(window.gettext("Photos refused: %s."), [count("is-refused")]);
    box.querySelector(".photo-drop__status").textContent = count("is-refused") ? `${added} ${refused}` : added;
    if (left || !sent.length) return;
    box.dispatchEvent(new CustomEvent("photos:sent", { bubbles: true, detail: sent }));
    sent = [];
  }

  function take(box, files) {
    box.querySelector(".photo-drop__missed").hidden = true;
    for (const file of files) {
      const entry = line(box, file);
      left += 1;
      waiting = waiting.then(async () => {
        if (file.size > Number(box.dataset.mostBytes)) show(entry, "is-refused", window.gettext(LEFT_OUT[413]));
        else await send(box, file, entry);
        left -= 1;
        tell(box);
      });
    }
  }

  function showWhere() {
    const words = document.querySelector(".photo-drop__missed");
    if (!words) return;
    words.hidden = false;
    words.scrollIntoView({ block: "center" });
  }

  /** A row that is added as by hand; none where there are as many as a form may have. */
  function newRow() {
    let row = null;
    document.addEventListener("formset:added", ({ target }) => (row = target), { once: true });
    document.querySelector("#photos-group .add-row a")?.click();
    return row;
  }

  function takeInRows(box, files) {
    box.querySelector(".photo-drop__missed").hidden = true;
    const rows = files.map((file) => {
      const row = newRow();
      const input = row?.querySelector("input[type=file]");
      const given = new DataTransfer();
      given.items.add(file);
      if (input) input.files = given.files;
      input?.dispatchEvent(new Event("change", { bubbles: true })); // one that is too heavy is refused
      return row;
    });
    rows[0]?.querySelector("[name$=-alternative_text_ar]")?.focus();
  }

  function prepareChoice(box) {
    const input = box.querySelector("input[type=file]");
    input.addEventListener("change", () => {
      take(box, [...input.files]);
      input.value = ""; // they are not sent with the form again
    });
    box.querySelector(".photo-drop__plain").hidden = true;
  }

  function prepare(box) {
    const isSent = "url" in box.dataset;
    if (isSent) prepareChoice(box);
    box.querySelector(".photo-drop__scripted").hidden = false;
    for (const name of ["dragenter", "dragover"]) {
      box.addEventListener(name, (event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        box.classList.add("is-over");
      });
    }
    for (const name of ["dragleave", "drop"]) {
      box.addEventListener(name, () => box.classList.remove("is-over"));
    }
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      (isSent ? take : takeInRows)(box, [...event.dataTransfer.files]);
    });
  }

  // Dropped beside the box, a file would be opened by the browser in the place of the form.
  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      const isTaken = event.defaultPrevented || event.target.closest?.("input[type=file]");
      if (isTaken || !event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      if (name === "drop") showWhere();
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".photo-drop:has(.photo-drop__scripted)").forEach(prepare);
  });
})();
