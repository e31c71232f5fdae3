// The Inbox: a scripted reply is copied.
document.addEventListener("click", async (e) => {
  const button = e.target.closest("button.copy");
  if (!button) return;
  const said = button.lastChild;
  try {
    await navigator.clipboard.writeText(button.dataset.text);
    said.textContent = "Copied";
  } catch {
    said.textContent = "Select the words, and copy them";
  }
});
