// Writes the letters of pasted lists before their entries («أ- …», «a. …»): only a style draws them,
// which no text keeps. A Word file is read in the same way (news/numbering.py). The first to see what
// is pasted; word-paste.js makes the rest of it. A module of the editor.

import { Extension, Plugin } from "django-prose-editor/editor";

const ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const LATIN = "abcdefghijklmnopqrstuvwxyz";
const ROMAN = [[100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
const MOST_LETTERED = 399;
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table, div";
/** Beside the names of CSS those of Word's style sheet. */
const LETTERS = {
  "arabic-abjad": ABJAD,
  "maghrebi-abjad": "أبجدهوزحطيكلمنصعفضقرستثخذظغش",
  "arabic-alpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
  "lower-alpha": LATIN,
  "lower-latin": LATIN,
  "alpha-lower": LATIN,
  "upper-alpha": LATIN.toUpperCase(),
  "upper-latin": LATIN.toUpperCase(),
  "alpha-upper": LATIN.toUpperCase(),
};
const IS_ROMAN = /^(lower-roman|roman-lower)$|^(upper-roman|roman-upper)$/;
const OF_TYPE = { a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" };

function roman(number) {
  let [left, out] = [number, ""];
  for (const [worth, letters] of ROMAN) {
    for (; left >= worth; left -= worth) out += letters;
  }
  return out;
}

/** A number as a list of this kind shows it; endless letters for nobody. */
function written(number, kind) {
  const letters = LETTERS[kind];
  if (!(number > 0 && number <= MOST_LETTERED)) return String(number);
  if (letters) return letters[(number - 1) % letters.length].repeat(Math.ceil(number / letters.length));
  return IS_ROMAN.exec(kind)[1] ? roman(number) : roman(number).toUpperCase();
}

/** What Word's style sheet says of the marks of its lists: "l0:level1" → kind and pattern. */
function marksOf(page) {
  const sheet = [...page.querySelectorAll("style")].map((style) => style.textContent).join("\n");
  const rules = sheet.matchAll(/@list\s+(l\d+:level\d)[^{]*\{([^}]*)\}/g);
  return new Map(
    [...rules].map(([, level, rule]) => [
      level,
      {
        kind: rule.match(/number-format:\s*([\w-]+)/)?.[1],
        pattern: rule.match(/level-text:\s*"?([^";]*%\d[^";]*)/)?.[1].replaceAll("\\", ""),
      },
    ]),
  );
}

/** How the marks of a list look, where they are letters: Google Docs says it of each entry, web
 * pages of the list. */
function markOf(list, marks) {
  const styles = [list.querySelector(":scope > li"), list].map((one) => one?.getAttribute("style") ?? "");
  const [, word, depth] = styles[0].match(/mso-list:\s*(l\d+)\s+level(\d)/) ?? [];
  const ofWord = marks.get(`${word}:level${depth}`);
  const [ofEntry, ofList] = styles.map((style) => style.match(/list-style(?:-type)?:\s*([\w-]+)/)?.[1]);
  const kind = ofWord?.kind ?? ofEntry ?? ofList ?? OF_TYPE[list.getAttribute("type")];
  if (!LETTERS[kind] && !IS_ROMAN.test(kind)) return null;
  return { kind, pattern: ofWord?.pattern ?? (/^(arabic|maghrebi)/.test(kind) ? "%1-" : "%1.") };
}

/** Puts words before those of an entry, which may stand in it without a paragraph. */
function begin(entry, words) {
  const nodes = [...entry.childNodes];
  const block = nodes.findIndex((node) => node.matches?.(BLOCKS));
  const bare = block < 0 ? nodes : nodes.slice(0, block);
  if (bare.some((node) => node.textContent.trim()) || !nodes[block]?.matches("p, div, h1, h2, h3, h4, h5, h6")) {
    const paragraph = entry.ownerDocument.createElement("p");
    paragraph.append(words, ...bare);
    entry.prepend(paragraph);
  } else {
    nodes[block].prepend(words);
  }
}

function writeLetters(list, { kind, pattern }) {
  const found = [];
  let number = list.start ?? 1;
  for (const entry of list.children) {
    if (entry.localName === "li" && entry.textContent.trim()) {
      begin(entry, `${pattern.replace(/%\d/, written(number, kind)).trim()} `);
    }
    number += entry.localName === "li";
    found.push(...(entry.localName === "li" ? entry.childNodes : [entry]));
  }
  const outer = list.parentElement.matches("ul, ol") && list.previousElementSibling; // of Google Docs
  if (outer) outer.append(...found);
  else list.before(...found);
  list.remove();
}

/** They would not run in any case, but the policy of the page would report each of them. */
function withoutHandlers(html) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));
}

function transformPastedHTML(html) {
  if (html.includes("data-pm-slice")) return html; // the editor's own
  const clean = withoutHandlers(html);
  const page = new DOMParser().parseFromString(clean, "text/html");
  const marks = marksOf(page);
  const lists = [...page.querySelectorAll("ol, ul")].map((list) => [list, markOf(list, marks)]);
  const lettered = lists.filter(([, mark]) => mark);
  for (const [list, mark] of lettered.reverse()) writeLetters(list, mark); // the inner ones first
  return lettered.length ? page.documentElement.outerHTML : clean;
}

export const Letters = Extension.create({
  name: "letters",
  priority: 110, // before the others

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML } })];
  },
});
