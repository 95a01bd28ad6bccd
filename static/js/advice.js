// Advice beside the text of a release: asks the server again when the writer pauses, writes the
// right words in the place of the wrong ones, adds people to the list of those named. The server
// says what is advised (templates/admin/news/release/advice_list.html); nothing is stored here.

(() => {
  "use strict";

  const PAUSE = 1500; // ms
  const SENT = new RegExp(
    "^(csrfmiddlewaretoken|advice_\\w+|(title|lead|body)_ar|category|happened_on" +
      "|photos-\\d+-(id|image|alternative_text_ar|is_decorative|DELETE)|mentions-\\d+-(person|DELETE))$",
  );
  const NARROW = "(max-width: 48rem)";
  const editors = new Map(); // textarea → its rich-text editor

  /** What the server looks at; of a chosen file its name. */
  function written(form) {
    const fields = [...new FormData(form)].map(([name, value]) => [name, value.name ?? value]);
    return new URLSearchParams(fields.filter(([name, value]) => value && SENT.test(name)));
  }

  // Places in the text

  /** The lines of an editor that are not empty, each with the position it begins at: as Draft.lines
   * of news/checker has them. */
  function linesOf(editor) {
    const lines = [];
    editor.state.doc.descendants((block, at) => {
      if (!block.isTextblock) return true;
      let line = null;
      block.forEach((child, offset) => {
        if (!line || !child.isText) lines.push((line = { text: "", from: at + 1 + offset + (child.isText ? 0 : 1) }));
        if (child.isText) line.text += child.text;
      });
      return false;
    });
    return lines.filter((line) => line.text.trim());
  }

  /** Of the places where the fragment stands the nearest to where it was, or -1. The server counts
   * characters, not their halves, from the first that is no space. */
  function nearest(text, fragment, start) {
    const trimmed = text.trimStart();
    const expected = text.length - trimmed.length + [...trimmed].slice(0, start).join("").length;
    let found = -1;
    for (let at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, at + 1)) {
      if (found < 0 || Math.abs(at - expected) < Math.abs(found - expected)) found = at;
    }
    return found;
  }

  /** Where a fragment stands now, or null when the text has changed. */
  function find(form, { place, line, start, fragment }) {
    const field = form.elements[`${place}_ar`];
    const editor = editors.get(field);
    const row = editor ? linesOf(editor)[line - 1] : { text: field.value, from: 0 };
    const at = row ? nearest(row.text, fragment, Number(start)) : -1;
    return at < 0 ? null : { field, editor, from: row.from + at, to: row.from + at + fragment.length };
  }

  function show({ field, editor, from, to }) {
    const panel = field.closest("[role=tabpanel]");
    if (panel?.hidden) document.getElementById(panel.getAttribute("aria-labelledby")).click();
    if (editor) {
      editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
    } else {
      field.focus();
      field.setSelectionRange(from, to);
    }
  }

  /** Changes only the letters that differ, so that bold words and links stay as they are. */
  function write({ field, editor, from, to }, fragment, right) {
    const most = Math.min(fragment.length, right.length);
    let before = 0;
    let after = 0;
    while (before < most && fragment[before] === right[before]) before += 1;
    while (after < most - before && fragment.at(-1 - after) === right.at(-1 - after)) after += 1;
    const words = right.slice(before, right.length - after);
    if (editor) {
      editor.view.dispatch(editor.state.tr.insertText(words, from + before, to - after));
    } else {
      field.setRangeText(words, from + before, to - after);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  // The list of people named

  const told = (element, name) => element.dispatchEvent(new Event(name, { bubbles: true }));
  const fieldsOf = (form, name) =>
    [...form.elements].filter((field) => new RegExp(`^mentions-\\d+-${name}$`).test(field.name));

  function addPerson(form, number, name) {
    const same = fieldsOf(form, "person").find((field) => field.value === number);
    if (same) { // its row was to be deleted
      form.elements[same.name.replace("person", "DELETE")].checked = false;
      told(same, "change");
      return;
    }
    const positions = fieldsOf(form, "position").map((field) => Number(field.value));
    document.querySelector("#mentions-group .add-row a").click();
    const person = fieldsOf(form, "person").at(-1);
    form.elements[person.name.replace("person", "position")].value = Math.max(0, ...positions) + 1;
    person.append(new Option(name, number, true, true));
    told(person, "change");
  }

  // The panel

  class Panel {
    constructor(section) {
      this.section = section;
      this.form = section.closest("form");
      this.isComposing = false;
      this.standBelowTheText();
      this.listen();
    }

    part(name) {
      return this.section.querySelector(`.advice__${name}`);
    }

    /** Where it is narrow it would come after all the fields. */
    standBelowTheText() {
      const fieldsets = [...this.form.querySelectorAll(".advised .language-tab")];
      const last = fieldsets.at(-1);
      (last.closest("[role=tabpanel]") ?? last).after(this.section);
      this.section.querySelector("details").open = !matchMedia(NARROW).matches;
    }

    listen() {
      const later = ({ target, detail }) => {
        if (SENT.test(target.name) || detail?.formsetName) this.later();
      };
      for (const name of ["input", "change"]) this.form.addEventListener(name, later);
      for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, later);
      this.form.addEventListener("compositionstart", () => (this.isComposing = true));
      this.form.addEventListener("compositionend", () => (this.isComposing = false));
      this.section.addEventListener("click", ({ target }) => this.answer(target.closest("button")));
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.isComposing ? this.later() : this.refresh()), PAUSE);
    }

    async refresh() {
      clearTimeout(this.timer);
      this.asked?.abort();
      const { signal } = (this.asked = new AbortController());
      try {
        const body = written(this.form);
        const answer = await fetch(this.section.dataset.url, { method: "POST", body, signal });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        this.put(page.querySelector(".advice__list"));
      } catch {
        if (!signal.aborted) this.part("failed").hidden = false;
      }
    }

    /** The focus stays where it is; on a button that is gone it goes to the one in its place. A
     * button that went while it is pressed would take its click along: then it is asked again. */
    put(list) {
      const old = this.part("list");
      if (old.querySelector("button:active")) {
        this.later();
        return;
      }
      const focused = document.activeElement;
      const index = [...old.querySelectorAll("button")].indexOf(focused);
      const isNew = list.dataset.count !== old.dataset.count;
      old.replaceWith(list);
      this.part("failed").hidden = true;
      this.part("count").textContent = list.dataset.count;
      if (isNew) this.say(list.dataset.count);
      if (index < 0) return;
      const buttons = [...list.querySelectorAll("button")];
      const same = buttons.find((button) => button.outerHTML === focused.outerHTML);
      this.focus(same ?? buttons[Math.min(index, buttons.length - 1)]);
    }

    focus(button) {
      (button ?? this.section.querySelector("summary")).focus();
    }

    say(words) {
      this.part("status").textContent = words;
    }

    answer(button) {
      if (button?.classList.contains("advice__add")) this.add(button);
      else if (button) this.mend(button);
    }

    mend(button) {
      const finding = button.parentElement.dataset;
      const spot = find(this.form, finding);
      if (spot && button.classList.contains("advice__show")) {
        show(spot);
        return;
      }
      if (spot) write(spot, finding.fragment, finding.right);
      this.refresh();
    }

    /** What was asked before would propose the same person again. */
    add(button) {
      this.asked?.abort();
      const buttons = [...this.section.querySelectorAll(".advice__add")];
      const next = buttons[buttons.indexOf(button) + 1] ?? buttons[buttons.indexOf(button) - 1];
      addPerson(this.form, button.value, button.dataset.name);
      if (next) button.closest("li").remove();
      else this.part("people").remove();
      this.focus(next);
      this.say(button.dataset.said);
    }
  }

  document.addEventListener("prose-editor:ready", ({ detail }) => {
    editors.set(detail.textarea, detail.editor);
  });
  document.addEventListener("DOMContentLoaded", () => {
    const section = document.querySelector("form .advice");
    if (section) new Panel(section);
  });
})();
