// Makes plain, well-built HTML of what Word, Google Docs and web pages put on the clipboard: lists
// become lists, headings headings, tables tables; a paragraph in the letters of the other direction
// keeps its own; fonts, colours, comments, bookmarks and empty paragraphs go. A module of the editor,
// which asks it about each paste.

import { Extension, Plugin } from "django-prose-editor/editor";

const KEPT = new Set("P H2 H3 BR STRONG EM A UL OL LI BLOCKQUOTE TABLE THEAD TBODY TR TH TD".split(" "));
const ATTRIBUTES = { A: ["href"], OL: ["start"], TH: ["colspan", "rowspan"], TD: ["colspan", "rowspan"] };
const RENAMED = { B: "STRONG", I: "EM", H1: "H2", H4: "H3", H5: "H3", H6: "H3", DT: "P", DD: "P" };
const BLOCKS = "p, h2, h3, ul, ol, blockquote, table, div";
const GONE = [
  "script, style, title, xml, template, iframe, object, img, svg, canvas, input, button, select",
  "del, [style*='mso-element:comment'], .MsoCommentReference, [style*='mso-comment-continuation'] > .msocomanchor",
  "[style*='display:none'], [style*='mso-hide:all']",
].join(", ");
const ORDINALS = "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا".split(" ");
const BULLET_FONT = /font-family:\s*["']?(symbol|wingdings|webdings)/i;
const BULLET = /^(o|[^\p{L}\p{N}()]+)$/u;

// Small things

function rename(element, name) {
  const other = element.ownerDocument.createElement(name);
  for (const { name: key, value } of element.attributes) {
    if (/^[a-z][\w-]*$/.test(key)) other.setAttribute(key, value);
  }
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

const unwrap = (element) => element.replaceWith(...element.childNodes);
const styleOf = (element) => element.getAttribute("style") ?? "";
const wordsOf = (element) => element.textContent.replace(/[\s\u00a0\u200b-\u200f\u202a-\u202e]+/g, " ").trim();
/** Word names its own elements with a colon, which selectors of HTML do not know. */
const ofWord = (root) => [...root.querySelectorAll("*")].filter((one) => one.localName.includes(":"));

// Letters: what styles say of them

function tellLetters(root) {
  for (const element of root.querySelectorAll("b, strong")) {
    const isOnlyLatin = /mso-bidi-font-weight:\s*normal/.test(styleOf(element));
    const isPlain = /(^|;)\s*font-weight:\s*(normal|400)/.test(styleOf(element));
    if (isPlain || (isOnlyLatin && /\p{Script=Arabic}/u.test(element.textContent))) unwrap(element);
  }
  for (const span of root.querySelectorAll("span[style]")) {
    if (span.closest("h1, h2, h3, h4, h5, h6")) continue;
    if (/(^|;)\s*font-style:\s*italic/.test(styleOf(span))) wrapContents(span, "em");
    if (/(^|;)\s*font-weight:\s*(bold|[6-9]00)/.test(styleOf(span))) wrapContents(span, "strong");
  }
}

function wrapContents(element, name) {
  const inner = element.ownerDocument.createElement(name);
  inner.append(...element.childNodes);
  element.append(inner);
}

// Headings

function tellHeadings(root) {
  for (const paragraph of root.querySelectorAll("p")) {
    const name = paragraph.className.match(/^(?:Mso)?(Title|Subtitle|Heading)(\d?)/);
    const outline = styleOf(paragraph).match(/mso-outline-level:\s*(\d)/);
    const spoken = paragraph.matches("[role=heading]") && +paragraph.getAttribute("aria-level");
    const level = spoken || (outline ? +outline[1] : { Title: 1, Subtitle: 2, Heading: +name?.[2] || 1 }[name?.[1]]);
    if (level) rename(paragraph, level > 2 ? "h3" : "h2");
  }
}

// Lists of Word: paragraphs whose style names the list and the level

/** The levels of each list that Word's style sheet calls a bullet: "l0:level1". */
function bulletsOf(page) {
  const sheet = [...page.querySelectorAll("style")].map((style) => style.textContent).join("\n");
  const rules = sheet.matchAll(/@list\s+(l\d+:level\d)[^{]*\{([^}]*)\}/g);
  return new Map([...rules].map(([, level, rule]) => [level, /number-format:\s*bullet/.test(rule)]));
}

/** Which of the words «أولا ثانيا…» a mark is, from 1 on; 0 when it is none. */
const ordinalOf = (mark) => ORDINALS.findIndex((word) => mark.replace(/[\u064b-\u065f]/g, "").startsWith(word)) + 1;

/** How far a written number is: «٣.» and «3-» are 3, «ثالثا:» too; 1 where it cannot be told. */
function numberOf(mark) {
  const digits = mark.replace(/[٠-٩]/g, (digit) => "٠١٢٣٤٥٦٧٨٩".indexOf(digit)).match(/\d+/);
  return digits ? +digits[0] : Math.max(ordinalOf(mark), 1);
}

/** What is no number alone stays as it is written, before its paragraph: «أ-», «IV.», «المادة 3:». */
const isLettered = (mark) => !mark.isBullet && /\p{L}/u.test(mark.words) && !ordinalOf(mark.words);

/** The mark of a list's paragraph, taken out of it: its words, and whether it is a bullet. */
function takeMark(paragraph, level, bullets) {
  const marks = [...paragraph.querySelectorAll("span[style*='mso-list']")].filter((span) =>
    /mso-list:\s*ignore/i.test(styleOf(span)),
  );
  const words = marks.map(wordsOf).join("");
  const isDrawn = marks.some((mark) => BULLET_FONT.test(mark.outerHTML) || BULLET_FONT.test(styleOf(mark.parentElement)));
  for (const mark of marks) mark.remove();
  return { words, isBullet: bullets.get(level) ?? (isDrawn || !words || BULLET.test(words)) };
}

function makeLists(root, bullets) {
  let open = []; // the lists that lead to the last entry, from the outermost
  for (const paragraph of root.querySelectorAll("p[style*='mso-list'], :is(h1,h2,h3,h4,h5,h6)[style*='mso-list']")) {
    const [, list, depth] = styleOf(paragraph).match(/mso-list:\s*(l\d+)\s+level(\d)/) ?? [];
    if (!list) continue;
    const mark = takeMark(paragraph, `${list}:level${depth}`, bullets);
    if (paragraph.localName !== "p") {
      if (!mark.isBullet) paragraph.prepend(`${mark.words} `); // a numbered heading keeps its number
      continue;
    }
    if (open[0]?.element !== paragraph.previousElementSibling) open = [];
    open = isLettered(mark) ? addLettered(paragraph, +depth, mark, open) : addEntry(paragraph, +depth, mark, open);
  }
}

/** Leaves a paragraph beside the lists, or within the entry of an outer one that it belongs to. */
function addLettered(paragraph, depth, { words }, open) {
  const lists = open.filter((list) => list.depth < depth);
  paragraph.prepend(`${words} `);
  lists.at(-1)?.element.lastElementChild.append(paragraph);
  return lists;
}

/** Puts a paragraph into the list of its depth; gives back the lists that lead to it. */
function addEntry(paragraph, depth, { words, isBullet }, open) {
  const page = paragraph.ownerDocument;
  const lists = open.filter((list) => list.depth <= depth);
  const name = isBullet ? "ul" : "ol";
  let list = lists.at(-1);
  if (list?.depth === depth && list.element.localName !== name) {
    lists.pop(); // numbers after bullets: another list, beside the one before
    list = null;
  }
  if (list?.depth !== depth) {
    const element = page.createElement(name);
    const parent = lists.at(-1)?.element.lastElementChild;
    if (!isBullet && numberOf(words) > 1) element.setAttribute("start", numberOf(words));
    if (parent) parent.append(element);
    else paragraph.before(element);
    list = { element, depth };
    lists.push(list);
  }
  const entry = page.createElement("li");
  list.element.append(entry);
  paragraph.removeAttribute("style");
  entry.append(paragraph);
  return lists;
}

/** Word in the browser makes a list of each entry, which says its level: as Word writes it. */
function tellEntries(root) {
  for (const entry of root.querySelectorAll(".ListContainerWrapper li[data-aria-level]")) {
    const list = entry.closest("ul, ol");
    const paragraph = root.ownerDocument.createElement("p");
    const mark = root.ownerDocument.createElement("span");
    paragraph.setAttribute("style", `mso-list: l0 level${entry.dataset.ariaLevel}`);
    mark.setAttribute("style", "mso-list: Ignore");
    mark.textContent = list.localName === "ol" ? `${list.start}.` : "•";
    for (const inner of entry.querySelectorAll("p")) unwrap(inner);
    paragraph.append(mark, ...entry.childNodes);
    entry.closest(".ListContainerWrapper").replaceWith(paragraph);
  }
}

/** Google Docs puts an inner list beside the entry it belongs to. */
function nestLists(root) {
  for (const list of root.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const entry = list.previousElementSibling;
    if (entry) entry.append(list);
    else wrapContents(list.parentElement, "li");
  }
}

// Tables

function tellTables(root) {
  for (const cell of root.querySelectorAll("thead td")) rename(cell, "th");
  for (const part of root.querySelectorAll("colgroup, col, caption")) part.remove();
}

// Whatever is not of our words

/** Google Docs writes an empty line between paragraphs as a break. */
function isBetweenBlocks(line) {
  const beside = ["previousSibling", "nextSibling"].map((side) => {
    let one = line[side];
    while (one?.nodeType === Node.TEXT_NODE && !one.data.trim()) one = one[side];
    return one;
  });
  return beside.some((one) => one?.matches?.(BLOCKS)) || beside.every((one) => !one);
}

function tidyBreaks(root) {
  for (const line of root.querySelectorAll("br")) {
    const isOfPage = /page-break|mso-special-character|mso-break-type/.test(styleOf(line));
    const isLast = !line.nextSibling && line.parentElement.matches("p, li, td, th, h2, h3");
    if (isOfPage || isLast || isBetweenBlocks(line) || /Apple-interchange/.test(line.className)) line.remove();
  }
}

function keepOurs(root) {
  for (const [old, name] of Object.entries(RENAMED)) {
    for (const element of root.querySelectorAll(old)) rename(element, name);
  }
  for (const element of [...root.querySelectorAll("*")].reverse()) {
    const isDead = element.tagName === "A" && !/^(https?:|mailto:|tel:|\/)/i.test(element.getAttribute("href") ?? "");
    if (element.tagName === "DIV" && !element.querySelector(BLOCKS)) {
      rename(element, "p");
    } else if (!KEPT.has(element.tagName) || isDead) {
      unwrap(element);
    } else {
      for (const { name } of [...element.attributes]) {
        if (!ATTRIBUTES[element.tagName]?.includes(name)) element.removeAttribute(name);
      }
    }
  }
  for (const inner of root.querySelectorAll(":is(h2, h3) strong, strong strong, em em, p p")) unwrap(inner);
}

function tidyText(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    walker.currentNode.data = walker.currentNode.data
      .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
      .replace(/[\s\u00a0]+/g, " ");
  }
  for (const element of root.querySelectorAll("strong, em, a")) {
    if (!element.textContent.trim() && !element.querySelector("br")) unwrap(element);
  }
  tidyBreaks(root);
  for (const block of [...root.querySelectorAll("p, h2, h3, li, ul, ol, blockquote")].reverse()) {
    if (!wordsOf(block) && !block.querySelector("table, figure")) block.remove();
    else trim(block);
  }
}

/** Without the spaces that source lines and tabs of Word left at both ends. */
function trim(block) {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  if (!texts.length) return;
  texts[0].data = texts[0].data.trimStart();
  texts.at(-1).data = texts.at(-1).data.trimEnd();
}

/** A paragraph written in the letters of the other direction only runs in that: else its full stop
 * would stand at the wrong end. Word's own marks are no help: it leaves them out as it likes. */
function tellDirections(root, direction) {
  const [other, own, theirs] = direction === "rtl"
    ? ["ltr", /\p{Script=Arabic}/u, /\p{Script=Latin}/u]
    : ["rtl", /\p{Script=Latin}/u, /\p{Script=Arabic}/u];
  for (const block of root.querySelectorAll("p, h2, h3, li, td, th, blockquote")) {
    if (block.querySelector(BLOCKS) || own.test(block.textContent) || !theirs.test(block.textContent)) continue;
    if (!block.matches("p, h2, h3")) wrapContents(block, "p");
    (block.matches("p, h2, h3") ? block : block.firstElementChild).setAttribute("dir", other);
  }
}

/** The clean HTML of HTML pasted into a text of a direction. Nothing of it runs or is fetched, and
 * paste-letters.js has taken out what the policy of the page would report. */
export function cleanPaste(html, direction) {
  if (html.includes("data-pm-slice")) return html; // the editor's own
  const page = new DOMParser().parseFromString(html, "text/html");
  const bullets = bulletsOf(page);
  const root = page.body;
  for (const element of root.querySelectorAll(GONE)) element.remove();
  for (const element of ofWord(root)) unwrap(element);
  tellLetters(root);
  tellEntries(root);
  makeLists(root, bullets);
  tellHeadings(root);
  nestLists(root);
  tellTables(root);
  keepOurs(root);
  tidyText(root);
  tellDirections(root, direction);
  const comments = page.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  return root.innerHTML.trim();
}

export const WordPaste = Extension.create({
  name: "wordPaste",

  addProseMirrorPlugins() {
    const transformPastedHTML = (html, view) => cleanPaste(html, getComputedStyle(view.dom).direction);
    return [new Plugin({ props: { transformPastedHTML } })];
  },
});
