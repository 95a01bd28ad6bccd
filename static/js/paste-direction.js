// A paragraph or a heading may have a direction of its own, and keeps it where it is pasted. Which
// have one, word-paste.js tells by their letters. A module of the editor.

import { Extension, Plugin } from "django-prose-editor/editor";

/** The slice with a first and a last block that keep their direction. The editor would join them to
 * the paragraph at the cursor, whose direction they would take; a single word may be joined. */
function keepDirections(slice, view) {
  const { content } = slice;
  const isWithin = view.state.selection.$from.parent.content.size > 0;
  if (content.childCount === 1 && isWithin) return slice;
  const open = (block, depth) => (block?.attrs.dir ? 0 : depth);
  return new slice.constructor(
    content,
    open(content.firstChild, slice.openStart),
    open(content.lastChild, slice.openEnd),
  );
}

export const Directions = Extension.create({
  name: "directions",

  addGlobalAttributes() {
    return [{ types: ["paragraph", "heading"], attributes: { dir: { default: null, keepOnSplit: false } } }];
  },

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPasted: keepDirections } })];
  },
});
