// Keys of every page: g and a letter open a room, / goes to the search, ? shows all keys. Letters work outside text fields only, and can
// be switched off under Keys and look.

const writing = (e) => e.isContentEditable || /^(TEXTAREA|INPUT|SELECT)$/.test(e.nodeName);
let going = 0; // when g was pressed

// keys shows the page of keys over this one, which stays as it is.
async function keys() {
  const open = document.querySelector("dialog.all-keys");
  if (open) return open.close();
  const answer = await fetch("/settings");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.getElementById("all-keys");
  if (!part) return location.assign("/settings");
  const dialog = Object.assign(document.createElement("dialog"), { className: "all-keys" });
  dialog.setAttribute("aria-label", "All keys");
  const shut = Object.assign(document.createElement("button"), { className: "other", type: "button", textContent: "Close" });
  shut.addEventListener("click", () => dialog.close());
  dialog.append(...part.childNodes, shut);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("keydown", (e) => {
  if (document.body.dataset.keys === "off" || e.ctrlKey || e.metaKey || e.altKey || writing(e.target)) return;
  const went = going && e.timeStamp - going < 1500;
  going = 0;
  if (went) {
    const door = document.querySelector(`.rail [data-go="${CSS.escape(e.key)}"]`);
    if (door) {
      e.preventDefault();
      e.stopImmediatePropagation();
      location.assign(door.href);
    }
  } else if (e.key === "g") {
    going = e.timeStamp;
  } else if (e.key === "?") {
    e.preventDefault();
    keys();
  } else if (e.key === "/") {
    const search = document.querySelector("input[type=search]");
    if (search) {
      e.preventDefault();
      search.focus();
    }
  }
});
