// Keeps what is written in a form of the admin in this browser until it is saved, offers it back
// when it was not (a crash, a closed tab, an expired session), and warns whoever leaves. The server
// names the text (data-key) and says by a cookie which one it has saved (ampcpp/admin/drafts.py).
// Each form of a new text has a name of its own; what such a form left behind is offered in the next.

(() => {
  "use strict";

  const PREFIX = "draft:";
  const EVERY = 2000; // ms
  const OLDEST = 30 * 24 * 3600 * 1000; // ms
  const MOST_ROWS = 50; // that are added to a form again
  const editors = new Map(); // textarea → its rich-text editor

  // Where drafts are. A browser that keeps nothing, or is full, must not stand in the way.

  const store = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(PREFIX + key));
      } catch {
        return null;
      }
    },
    write(key, draft) {
      try {
        if (draft) localStorage.setItem(PREFIX + key, JSON.stringify(draft));
        else localStorage.removeItem(PREFIX + key);
      } catch {
        // nothing is kept, and nothing breaks
      }
    },
    keys() {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      return keys.map((key) => key.slice(PREFIX.length));
    },
    forgetOld() {
      for (const key of store.keys()) {
        if (!(Date.now() - store.read(key)?.at < OLDEST)) store.write(key, null);
      }
    },
  };
  const earlier = (key) => `${key}.earlier`; // the one on offer, while another is being written

  /** What the server says it has saved needs no keeping. */
  function forgetSaved() {
    const [, key] = document.cookie.match(/(?:^|;\s*)saved_draft="?([\w.-]+)/) ?? [];
    if (!key) return;
    document.cookie = "saved_draft=; path=/; max-age=0; samesite=lax";
    store.write(key, null);
    store.write(earlier(key), null);
  }

  // Several forms of new texts: each holds its draft by a lock, which goes with its tab

  const familyOf = (key) => key.match(/^.+\.new(?=\.)/)?.[0];

  function hold(key) {
    navigator.locks?.request(PREFIX + key, () => new Promise(() => {})).catch(() => {});
  }

  /** The keys of drafts of new texts that no open form is writing, the last one first. */
  async function abandoned(family) {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    const names = held.map((lock) => lock.name);
    const isOurs = (key) => key === family || key.startsWith(`${family}.`);
    const keys = store.keys().filter((key) => isOurs(key) && !names.includes(PREFIX + key));
    return keys.sort((one, other) => store.read(other)?.at - store.read(one)?.at);
  }

  // The fields of a form

  const isKept = (field) =>
    field.name &&
    !/^(hidden|file|password|submit|button|reset|image)$/.test(field.type) &&
    !/(^|-)(_\w+|DELETE)$/.test(field.name);
  const valueOf = (field) => (/^(checkbox|radio)$/.test(field.type) ? field.checked : field.value);
  const valuesOf = (form) =>
    Object.fromEntries([...form.elements].filter(isKept).map((field) => [field.name, valueOf(field)]));

  function changes(values, initial) {
    return Object.fromEntries(
      Object.entries(values).filter(([name, value]) => value !== (initial[name] ?? "") && value !== (initial[name] ?? false)),
    );
  }

  function setValue(field, value) {
    if (typeof value === "boolean") field.checked = value;
    else field.value = value;
    const editor = editors.get(field);
    if (editor) editor.commands.setContent(value, { emitUpdate: true });
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }

  /** The field of this name; rows that were added to the form are added again. */
  function fieldOf(form, name) {
    const [, prefix] = name.match(/^(.+)-\d+-/) ?? [];
    for (let i = 0; prefix && !form.elements[name] && i < MOST_ROWS; i += 1) {
      const add = document.getElementById(`${prefix}-group`)?.querySelector(".add-row a");
      if (!add) break;
      add.click();
    }
    return form.elements[name];
  }

  // One form

  class Kept {
    constructor(notice) {
      this.notice = notice;
      this.form = notice.closest("form");
      this.key = notice.dataset.key;
      this.family = familyOf(this.key);
      this.isPosted = "isPosted" in notice.dataset; // it came back unsaved
      this.initial = this.isPosted ? {} : valuesOf(this.form);
      this.isTouched = false; // other scripts set fields as well
      this.isLeaving = false;
      this.offered = null; // a key and its draft
      if (this.family) hold(this.key);
      if (this.isPosted) this.keep();
      else this.offer();
      this.listen();
    }

    get written() {
      return changes(valuesOf(this.form), this.initial);
    }

    get isDirty() {
      return this.isPosted || (this.isTouched && Object.keys(this.written).length > 0);
    }

    listen() {
      const later = () => {
        this.isTouched = true;
        this.timer ??= setTimeout(() => this.keep(), EVERY);
      };
      for (const name of ["input", "change"]) this.form.addEventListener(name, later);
      this.form.addEventListener("submit", () => {
        this.keep();
        this.isLeaving = true;
      });
      window.addEventListener("pagehide", () => this.timer && this.keep());
      document.addEventListener("visibilitychange", () => this.timer && this.keep());
      window.addEventListener("pageshow", () => {
        this.isLeaving = false;
      });
      window.addEventListener("beforeunload", (event) => {
        if (this.isDirty && !this.isLeaving) event.preventDefault();
      });
      this.notice.addEventListener("click", (event) => this.answer(event.target.value));
    }

    keep() {
      clearTimeout(this.timer);
      this.timer = null;
      const { version } = this.form.elements;
      if (this.isDirty) {
        if (this.offered?.key === this.key) {
          this.offered.key = earlier(this.key);
          store.write(this.offered.key, this.offered.draft);
        }
        store.write(this.key, { at: Date.now(), values: this.written, version: version?.value });
      } else if (this.offered?.key !== this.key) {
        store.write(this.key, null);
      }
    }

    async offer() {
      const keys = this.family ? await abandoned(this.family) : [this.key, earlier(this.key)];
      const now = valuesOf(this.form);
      const drafts = keys.map((key) => ({ key, draft: store.read(key) }));
      this.offered = drafts.find(({ draft }) => draft && Object.keys(changes(draft.values, now)).length);
      this.notice.hidden = !this.offered;
      if (!this.offered) return;
      const { at, values } = this.offered.draft;
      const moment = { dateStyle: "full", timeStyle: "short" };
      const language = { ar: "ar-MA-u-nu-latn" }[document.documentElement.lang] ?? document.documentElement.lang;
      const title = Object.entries(values).find(([name, value]) => name.startsWith("title_") && value);
      const [day, words] = this.notice.querySelectorAll("bdi");
      day.textContent = new Date(at).toLocaleString(language, moment);
      words.textContent = title ? `– «${title[1]}»` : "";
    }

    async answer(choice) {
      if (choice !== "restore" && choice !== "forget") return;
      const { key, draft } = this.offered;
      this.offered = null;
      if (choice === "restore") this.restore(draft);
      this.keep();
      if (key !== this.key) store.write(key, null);
      if (choice === "restore") return;
      await this.offer(); // another one
      if (this.notice.hidden) this.form.querySelector("[role=tab], input:not([type=hidden])")?.focus();
      else this.notice.focus();
    }

    /** With the version it was written over: if somebody saved since, both texts are compared. */
    restore({ values, version }) {
      for (const [name, value] of Object.entries(values)) {
        const field = fieldOf(this.form, name);
        if (field?.name) setValue(field, value);
      }
      if (version && this.form.elements.version) this.form.elements.version.value = version;
      for (const part of this.notice.querySelectorAll("p, button")) part.hidden = part.role !== "status";
      this.notice.focus();
    }
  }

  document.addEventListener("prose-editor:ready", ({ detail }) => {
    editors.set(detail.textarea, detail.editor);
  });
  document.addEventListener("DOMContentLoaded", () => {
    try {
      forgetSaved();
      store.forgetOld();
    } catch {
      return; // this browser keeps nothing at all
    }
    const notice = document.querySelector("form .kept-draft");
    if (notice) new Kept(notice);
  });
})();
