// Gives an address a button that copies it. Without this file the address
// stands there to be selected.

for (const box of document.querySelectorAll(".copy-link")) {
  const address = box.querySelector(".copy-link__address");
  const button = box.querySelector("button");
  const status = box.querySelector("[role=status]");

  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(address.textContent);
      status.textContent = button.dataset.copied;
    } catch {
      // Browsers refuse where they do not trust the page: then one key is left to the reader.
      window.getSelection().selectAllChildren(address);
      status.textContent = button.dataset.selected;
    }
  });
}
