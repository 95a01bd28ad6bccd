// What our editor inserts beside what its package knows: a photo of the release's own gallery, a
// link, a link to a published document. Each opens a dialog; what is chosen goes to the cursor.
// A module of the editor: the names it exports are those in EDITOR of ampcpp/fields.py.

import { Extension, Link as PlainLink, Node, crel } from "django-prose-editor/editor";

const gettext = (text) => window.gettext?.(text) ?? text;
let count = 0; // of dialogs, for their ids

// Dialogs

/** Opens a dialog with a heading, these elements and a way out; gives it back. */
function openDialog(editor, heading, elements, buttons = []) {
  count += 1;
  const id = `editor-dialog-${count}`;
  const cancel = crel("button", { type: "button", textContent: gettext("Cancel") });
  const form = crel("form", { method: "dialog", noValidate: true }, [
    crel("h2", { id, textContent: heading }),
    ...elements,
    crel("div", { className: "editor-dialog__buttons" }, [...buttons, cancel]),
  ]);
  const dialog = crel("dialog", { className: "editor-dialog", "aria-labelledby": id }, [form]);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    editor.commands.focus();
  });
  document.body.append(dialog); // outside the form of the page, which Enter would send
  dialog.showModal();
  return dialog;
}

function labelled(label, attributes) {
  count += 1;
  const input = crel("input", { id: `editor-input-${count}`, ...attributes });
  const name = crel("label", { htmlFor: input.id, textContent: label });
  return [crel("p", { className: "editor-dialog__field" }, [name, input]), input];
}

/** A list of buttons; whoever is pressed is given to ``choose``. */
function choices(className, rows, contents, choose) {
  const items = rows.map((row) => {
    const button = crel("button", { type: "button" }, contents(row));
    button.addEventListener("click", () => choose(row));
    return crel("li", {}, [button]);
  });
  return crel("ul", { className }, items);
}

const textareaOf = (editor) => editor.options.element.querySelector(":scope > textarea");

async function fetchRows(url) {
  const response = await fetch(url, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()).rows;
}

const FAILED = "The list could not be read. Check the connection, then try again.";

// Photos

const galleries = new Map(); // address → the photos that were last read from it

function readGallery(url, isFresh) {
  if (isFresh || !galleries.has(url)) galleries.set(url, url ? fetchRows(url) : Promise.resolve([]));
  return galleries.get(url);
}

const nameOfPhoto = (photo) => photo.text || `${gettext("Photo")} ${photo.number}`;

async function choosePhoto(editor) {
  const status = crel("p", { role: "status", textContent: gettext("Wait a moment…") });
  const dialog = openDialog(editor, gettext("A photo of the gallery"), [status]);
  let photos;
  try {
    photos = await readGallery(textareaOf(editor).dataset.photos, true);
  } catch {
    status.textContent = gettext(FAILED);
    return;
  }
  if (!photos.length) {
    status.textContent = gettext(
      "The gallery has no saved photo yet. Add the photos, save, then choose them here.",
    );
    return;
  }
  const list = choices(
    "editor-dialog__photos",
    photos,
    (photo) => [
      crel("img", { src: photo.thumbnail, alt: "", width: 160, height: 107 }),
      crel("span", { textContent: nameOfPhoto(photo), dir: "auto" }),
    ],
    (photo) => {
      dialog.close();
      editor.chain().focus().insertContent({ type: "photo", attrs: { name: photo.name } }).run();
    },
  );
  status.textContent = gettext("The page shows it here with its caption.");
  status.after(list);
  list.querySelector("button").focus();
}

async function showPhoto(figure, editor, name) {
  const caption = crel("figcaption", { textContent: gettext("Photo") });
  figure.append(caption);
  const url = textareaOf(editor).dataset.photos;
  const isHere = (photo) => photo.name === name;
  let photos = await readGallery(url).catch(() => null);
  if (photos && !photos.some(isHere)) photos = await readGallery(url, true).catch(() => null);
  if (!photos) return;
  const photo = photos.find(isHere);
  if (photo) figure.prepend(crel("img", { src: photo.thumbnail, alt: "" }));
  caption.textContent = photo
    ? nameOfPhoto(photo)
    : gettext("This photo is not in the gallery of this release: readers do not see it.");
}

export const Photo = Node.create({
  name: "photo",
  group: "block",
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      name: {
        default: null,
        parseHTML: (figure) => figure.dataset.photo,
        renderHTML: ({ name }) => ({ "data-photo": name }),
      },
    };
  },

  parseHTML() {
    return [{ tag: "figure[data-photo]" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes];
  },

  addNodeView() {
    return ({ node, editor }) => {
      const dom = crel("figure", { className: "editor-photo" });
      showPhoto(dom, editor, node.attrs.name);
      return { dom };
    };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "photo",
      groups: "insert",
      button: buttons.material("image", "photo of the gallery"),
      active: (editor) => editor.isActive("photo"),
      hidden: (editor) => textareaOf(editor).dataset.photos === undefined,
      command: choosePhoto,
    });
  },
});

// Links

/** Of an address as people type it; null when none can be made of it. */
function addressOf(typed) {
  const text = typed.trim();
  if (/^(https?:\/\/|tel:|mailto:|\/(?!\/))\S+$/i.test(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/u.test(text) ? `https://${text}` : null;
}

/** Makes a link of what is selected or of the link at the cursor; else writes the text as one. */
function setLink(editor, href, text) {
  const chain = editor.chain().focus();
  if (editor.isActive("link")) {
    chain.extendMarkRange("link").updateAttributes("link", { href }).run();
  } else if (!editor.state.selection.empty) {
    chain.setMark("link", { href }).run();
  } else {
    chain.insertContent({ type: "text", text, marks: [{ type: "link", attrs: { href } }] }).run();
  }
}

function editLink(editor) {
  const isNew = editor.state.selection.empty && !editor.isActive("link");
  const [place, input] = labelled(gettext("Address"), {
    type: "text",
    dir: "ltr",
    inputMode: "url",
    value: editor.getAttributes("link").href ?? "",
  });
  const [wording, text] = labelled(gettext("Words of the link"), { type: "text", dir: "auto" });
  const error = crel("p", { role: "alert", className: "errornote", hidden: true });
  const submit = crel("button", { type: "submit", textContent: gettext("Insert") });
  const elements = isNew ? [error, place, wording] : [error, place];
  const dialog = openDialog(editor, gettext("Link"), elements, [submit]);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    const href = addressOf(input.value);
    if (href) {
      dialog.close();
      setLink(editor, href, text.value.trim() || input.value.trim());
      return;
    }
    event.preventDefault();
    error.textContent = gettext("This is not an address. One looks like https://www.example.ma/page.");
    error.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  });
  input.focus();
}

function chooseDocument(editor) {
  const [field, input] = labelled(gettext("Words of its title"), { type: "search", dir: "auto" });
  const status = crel("p", { role: "status" });
  const dialog = openDialog(editor, gettext("Link to a document"), [field, status]);
  let list = null;
  let asked = 0;
  async function search() {
    const now = ++asked;
    const url = `${textareaOf(editor).dataset.documents}?${new URLSearchParams({ q: input.value })}`;
    const rows = await fetchRows(url).catch(() => null);
    if (now !== asked) return; // more was typed meanwhile
    list?.remove();
    list = choices(
      "editor-dialog__documents",
      rows ?? [],
      (row) => [crel("bdi", { textContent: row.title }), crel("small", { textContent: row.kind })],
      (row) => {
        dialog.close();
        setLink(editor, row.url, row.title);
      },
    );
    if (rows?.length) status.after(list);
    status.textContent = rows ? `${gettext("Published documents:")} ${rows.length}` : gettext(FAILED);
  }
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 200);
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault(); // Enter searches
    search();
  });
  input.focus();
  search();
}

export const Link = PlainLink.extend({
  addCommands() {
    return { ...this.parent?.(), addLink: () => ({ editor }) => void setTimeout(editLink, 0, editor) };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "link",
      groups: "link",
      priority: 120,
      button: buttons.material("insert_link", "insert link"),
      active: (editor) => editor.isActive("link"),
      command: editLink,
    });
    menu.defineItem({
      name: "unlink",
      groups: "link",
      button: buttons.material("link_off", "remove link"),
      hidden: (editor) => !editor.isActive("link"),
      command: (editor) => editor.chain().focus().extendMarkRange("link").unsetLink().run(),
    });
  },
});

export const DocumentLink = Extension.create({
  name: "documentLink",

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "documentLink",
      groups: "link",
      priority: 110,
      button: buttons.material("description", "link to a document"),
      command: chooseDocument,
    });
  },
});
