// Makes tabs of the fieldsets that hold one text in several languages, in the form and in each
// of its inline forms, by the tabs pattern of the ARIA Authoring Practices. Without this script
// the fieldsets stay as they are, one below the other.

(() => {
  "use strict";

  let count = 0; // of tabs, for their ids

  function select(tab) {
    for (const other of tab.parentElement.children) {
      other.setAttribute("aria-selected", other === tab);
      other.tabIndex = other === tab ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = other !== tab;
    }
  }

  function onClick(event) {
    const tab = event.target.closest("[role=tab]");
    if (tab) select(tab);
  }

  function onKey(event) {
    const list = event.currentTarget;
    const isRightToLeft = getComputedStyle(list).direction === "rtl";
    const now = [...list.children].indexOf(document.activeElement);
    const next = {
      ArrowRight: now + (isRightToLeft ? -1 : 1),
      ArrowLeft: now + (isRightToLeft ? 1 : -1),
      Home: 0,
      End: -1,
    }[event.key];
    if (next === undefined || now < 0) return;
    event.preventDefault();
    const tab = [...list.children].at(next % list.children.length);
    select(tab);
    tab.focus();
  }

  // Where a translation stands, in words: the server says it by a class of the fieldset.
  const STATES = {
    "translation-missing": () => window.gettext("not translated"),
    "translation-stale": () => window.gettext("Arabic changed since"),
    "translation-complete": () => "✓",
  };

  function mark(tab, fieldset) {
    const state = Object.keys(STATES).find((name) => fieldset.classList.contains(name));
    if (!state) return;
    const words = document.createElement("span");
    words.className = `mark ${state}`;
    words.lang = document.documentElement.lang; // the tab itself speaks the language of its text
    words.dir = document.documentElement.dir || "auto";
    words.textContent = STATES[state]();
    if (state === "translation-complete") words.setAttribute("aria-hidden", "true");
    tab.append(" ", words);
  }

  function makeTab(fieldset) {
    const heading = fieldset.querySelector("h2, h3, h4");
    const tab = document.createElement("button");
    const panel = document.createElement("div");
    const error = fieldset.querySelector("ul.errorlist");
    count += 1;
    tab.type = "button";
    tab.id = `language-tab-${count}`;
    tab.lang = [...fieldset.classList].join(" ").match(/language-(?!tab)(\w+)/)?.[1] ?? "";
    tab.textContent = heading.textContent;
    mark(tab, fieldset);
    tab.setAttribute("role", "tab");
    panel.id = `language-panel-${count}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    heading.classList.add("visually-hidden");
    if (error || fieldset.querySelector(".errors")) tab.classList.add("has-errors");
    if (error) {
      error.id ||= `language-errors-${count}`;
      tab.setAttribute("aria-describedby", error.id); // read out with the tab
    }
    fieldset.replaceWith(panel);
    panel.append(fieldset);
    return tab;
  }

  function makeTabs(fieldsets) {
    const list = document.createElement("div");
    list.className = "language-tabs";
    list.setAttribute("role", "tablist");
    list.addEventListener("click", onClick);
    list.addEventListener("keydown", onKey);
    fieldsets[0].before(list);
    list.append(...fieldsets.map(makeTab));
    select(list.querySelector(".has-errors") ?? list.firstElementChild);
  }

  function enhance(root) {
    for (const first of root.querySelectorAll(":not(.language-tab) + .language-tab, .language-tab:first-child")) {
      const fieldsets = [first];
      while (fieldsets.at(-1).nextElementSibling?.matches(".language-tab")) {
        fieldsets.push(fieldsets.at(-1).nextElementSibling);
      }
      if (!first.closest(".empty-form, [role=tabpanel]")) makeTabs(fieldsets);
    }
  }

  document.addEventListener("DOMContentLoaded", () => enhance(document));
  document.addEventListener("formset:added", (event) => enhance(event.target));
})();
