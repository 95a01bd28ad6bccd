// A Word file dropped anywhere on the page goes into the form that makes a draft of it. Without
// this script it is dropped on the field, or chosen.

(() => {
  "use strict";

  const form = document.querySelector(".word-form");
  const input = form.querySelector("[type=file]");
  const wordFile = (transfer) => [...transfer.files].find((file) => /\.docx?$/i.test(file.name));

  // A machine without Word may not know the type of the file: its name is only read when it drops.
  const mayBeWord = (item) => item.kind === "file" && (item.type === "" || item.type.includes("word"));

  document.addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.items].some(mayBeWord)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = wordFile(event.dataTransfer);
    if (!file || event.target.closest("[type=file]:not(.word-form *)")) return;
    event.preventDefault();
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    if (input.files.length) form.requestSubmit(); // else it was too heavy (`upload-limit.js`)
  }, { capture: true }); // before the text editor, which would insert its name
  input.addEventListener("change", () => form.classList.toggle("has-file", input.files.length > 0));
})();
