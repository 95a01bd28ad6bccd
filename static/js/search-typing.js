// Shows what is found while one is typing, and keeps the address in step. Without this file, or
// when the server does not answer, the form is sent as it stands.

(() => {
  "use strict";

  const PAUSE = 250; // milliseconds without a letter, before the server is asked
  const QUIET = 1000; // and before it is said aloud how much was found
  const FEWEST_LETTERS = 3; // fewer are the beginning of too much

  const form = document.querySelector(".search-form");
  const field = form.elements.q;
  const heading = document.querySelector("h1");
  const [plain, asking] = heading.children;
  const title = titleWithout(words(asking.querySelector("bdi").textContent));
  let timer = 0;
  let speaker = 0;
  let request = new AbortController();
  let asked = words(field.value);

  function words(text) {
    return text.trim().replace(/\s+/g, " ");
  }

  function titleWithout(question) {
    const begun = `${question} – `;
    return document.title.startsWith(begun) ? document.title.slice(begun.length) : document.title;
  }

  function addressOf(question) {
    const query = new URLSearchParams(new FormData(form));
    query.set("q", question);
    return `${form.getAttribute("action")}?${query}`;
  }

  async function answerTo(address) {
    request.abort();
    request = new AbortController();
    const response = await fetch(`${address}&typing=1`, { signal: request.signal });
    if (!response.ok) throw new Error(response.status);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  }

  async function ask() {
    const question = words(field.value);
    if (question === asked) return;
    asked = question;
    const isEnough = question.length >= FEWEST_LETTERS;
    const address = isEnough ? addressOf(question) : form.getAttribute("action");
    try {
      const answer = isEnough ? await answerTo(address) : new Document();
      show(answer, isEnough ? question : "", address);
    } catch {
      // A newer question came in between, or nothing comes at all: the button is still there.
    }
  }

  function show(answer, question, address) {
    const results = document.getElementById("results");
    if (results.contains(document.activeElement)) return; // somebody is reading them already
    results.replaceChildren(...(answer.getElementById("results")?.childNodes ?? []));
    name(question);
    history.replaceState(null, "", address);
    const status = answer.getElementById("search-status")?.textContent ?? "";
    clearTimeout(speaker);
    speaker = setTimeout(() => {
      document.getElementById("search-status").textContent = status;
    }, QUIET);
  }

  // The question, in the heading and in the title of the page.
  function name(question) {
    asking.querySelector("bdi").textContent = question;
    plain.hidden = question !== "";
    asking.hidden = question === "";
    document.title = question ? `${question} – ${title}` : title;
  }

  function onInput(event) {
    clearTimeout(timer);
    clearTimeout(speaker);
    if (!event.isComposing) timer = setTimeout(ask, PAUSE);
  }

  field.addEventListener("input", onInput);
  field.addEventListener("compositionend", onInput);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    request.abort();
  });
})();
