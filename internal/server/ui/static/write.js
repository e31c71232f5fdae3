// The Write room while one types: the draft is checked after a short pause, marks stay in place between checks, and keys go from finding to
// finding. Everything here can also be done without it: the page is a form, and its answer is this same page.

import { boxes } from "./boxes.js";

const form = document.getElementById("write");
const text = document.getElementById("text");
const layer = document.getElementById("layer");
const count = document.getElementById("count");
const said = document.getElementById("said");

const pause = 30; // milliseconds without a key before a check
const quiet = 1000; // without a key before the verdict is said aloud

let shown = text.value; // the text that the layer shows
let marks = []; // of the layer: {start, end, kind, cards, number}
let asked; // the request under way
let typing, speaking;

// read takes the marks out of a layer as the server drew it.
function read(from) {
  const found = [];
  let at = 0;
  for (const node of from.childNodes) {
    const end = at + node.textContent.length;
    if (node.nodeName === "MARK") {
      found.push({ start: at, end, kind: node.className, cards: node.dataset.cards, number: node.dataset.number });
    }
    at = end;
  }
  return found;
}

// draw shows the text of the field with the marks behind it.
function draw() {
  const parts = [];
  let at = 0;
  for (const m of marks) {
    parts.push(document.createTextNode(shown.slice(at, m.start)));
    const e = document.createElement("mark");
    e.className = m.kind;
    e.dataset.cards = m.cards;
    if (m.number) e.dataset.number = m.number;
    e.textContent = shown.slice(m.start, m.end);
    parts.push(e);
    at = m.end;
  }
  parts.push(document.createTextNode(shown.slice(at)));
  layer.replaceChildren(...parts);
  measure();
}

// measure says how long the draft is, of how much the chosen account allows. Of a thread it counts the longest post.
function measure() {
  const most = Number(form.elements.account.selectedOptions[0]?.dataset.most ?? 0);
  const posts = shown.split(/^---$/m);
  const longest = Math.max(...posts.map((p) => [...p.trim()].length));
  const of = most ? `${longest.toLocaleString("en")} of ${most.toLocaleString("en")}` : `${longest.toLocaleString("en")} characters`;
  count.textContent = shown ? (posts.length > 1 ? `${posts.length} posts, the longest ${of}` : of) : "";
  count.classList.toggle("over", most > 0 && longest > most);
}

// follow moves the marks with what was typed: those before a change stay, those behind it shift, those in it go.
function follow() {
  const now = text.value;
  let head = 0;
  while (head < shown.length && head < now.length && shown[head] === now[head]) head++;
  let tail = 0;
  while (tail < shown.length - head && tail < now.length - head && shown.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const shift = now.length - shown.length;
  marks = marks
    .filter((m) => m.end <= head || m.start >= shown.length - tail)
    .map((m) => (m.start >= shown.length - tail && m.end > head ? { ...m, start: m.start + shift, end: m.end + shift } : m));
  shown = now;
  draw();
}

// check asks for the page of the form as it stands and takes the answer out of it. button is what was pressed, if anything; fields come on
// top of those of the form.
async function check(button, fields = []) {
  asked?.abort();
  const mine = (asked = new AbortController());
  const sent = text.value;
  const data = new URLSearchParams(new FormData(form, button));
  for (const [name, value] of fields) data.append(name, value);
  working(true);
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, signal: mine.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine.signal.aborted) return;
    take(page, sent);
    hang(page, button, fields.length > 0);
    wait();
  } catch (e) {
    if (e.name !== "AbortError") trouble("Bedside does not answer. Start it anew, and copy your draft to the page that it opens.");
  }
  if (asked === mine) working(false);
}

// working says that an answer takes its time, when it does.
let patience;
function working(on) {
  clearTimeout(patience);
  const bar = document.getElementById("working");
  if (on) patience = setTimeout(() => (bar.hidden = false), 300);
  else bar.hidden = true;
}

// wait asks how far the copy of a video is, once a second while one is made.
let waiting;
function wait() {
  clearTimeout(waiting);
  if (document.querySelector("#hung [data-making]")) waiting = setTimeout(() => (document.hidden ? wait() : check()), 1000);
}

// hang puts the pictures of an answer in place, unless somebody is writing beside one. The focus goes where one goes on.
let hung; // as they came last
function hang(page, button, drawn) {
  const now = document.getElementById("hung");
  const then = page.getElementById("hung");
  const pressed = now.contains(button);
  if (!then || then.innerHTML === hung) return;
  if (!pressed && !drawn && document.activeElement.matches("#hung input:not([type=radio])")) return;
  const [verb, id] = pressed ? button.value.split(/[:.]/) : [];
  const back = { addbox: `#p-${id} .own:last-of-type .move`, unbox: `#addbox-${id}`, cover: `#copy-${id}, #stopcopy-${id}`, stopcopy: `#cover-${id}`, coverleft: `#copy-${id}`, uncover: `#cover-${id}`, takeaway: `#back-${id}`, bringback: `#alt-${id}` }[verb];
  const focused = document.activeElement?.id;
  const scrolled = [...now.querySelectorAll(".places")].map((p) => p.scrollTop);
  hung = then.innerHTML;
  now.replaceChildren(...then.childNodes);
  now.querySelectorAll(".places").forEach((p, i) => (p.scrollTop = scrolled[i] ?? 0));
  (back ? document.querySelector(back) : document.getElementById(focused))?.focus();
}

// take puts an answer in place.
function take(page, sent) {
  const answer = page.getElementById("answer");
  if (!answer) {
    trouble(page.querySelector("main p")?.textContent ?? "Bedside answered with something else.");
    return;
  }
  const mended = page.getElementById("text").value;
  if (mended !== sent && text.value === sent) replace(mended);
  if (text.value === mended) {
    shown = mended;
    marks = read(page.getElementById("layer"));
    draw();
  }
  document.getElementById("before").value = page.getElementById("before").value;
  posts(page);
  const focused = document.activeElement?.id;
  const reasons = [...document.querySelectorAll(".keep[open] input")]; // being written: they stay as they are
  document.getElementById("answer").replaceChildren(...answer.childNodes);
  for (const was of reasons) {
    const now = document.getElementsByName(was.name)[0];
    if (!now) continue;
    now.closest("details").open = true;
    now.replaceWith(was);
  }
  if (focused && focused !== document.activeElement?.id) document.getElementById(focused)?.focus();
  if (picked) pick(Math.min(picked, last()), false); // the cards are new ones
  state();
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    said.textContent = document.querySelector("#verdict p")?.innerText ?? "";
  }, quiet);
}

// posts shows a thread post by post, as the page that came back does.
function posts(page) {
  const [now, then] = [document, page].map((d) => d.querySelector(".thread"));
  if (now && then && now.textContent !== then.textContent) now.replaceChildren(...then.childNodes);
}

// trouble says why there is no answer, above the one before. The draft stays where it is.
function trouble(why) {
  const banner = document.createElement("div");
  banner.className = "banner trouble";
  banner.append(document.createElement("p"));
  banner.firstChild.append(Object.assign(document.createElement("b"), { textContent: "This was not checked" }), document.createElement("br"), why + " Your draft is still here.");
  document.querySelector("#answer > .trouble")?.remove();
  document.getElementById("answer").prepend(banner);
  said.textContent = banner.innerText;
}

// replace changes the field's text so that the browser's own undo takes it back.
function replace(mended) {
  const back = document.activeElement;
  text.focus();
  text.select();
  if (!document.execCommand("insertText", false, mended)) text.value = mended;
  clearTimeout(typing);
  if (back !== text) back?.focus?.();
}

function later() {
  clearTimeout(typing);
  clearTimeout(speaking);
  typing = setTimeout(check, pause);
}

text.addEventListener("input", () => {
  follow();
  later();
});
form.addEventListener("change", (e) => e.target !== text && e.target !== files && !e.target.closest(".reason") && check());
form.addEventListener("submit", (e) => {
  if (e.submitter?.hasAttribute("data-leaves")) return; // it goes to another page
  e.preventDefault();
  clearTimeout(typing);
  check(e.submitter);
});
// copy puts the draft on the clipboard.
async function copy(button) {
  try {
    await navigator.clipboard.writeText(text.value);
    button.textContent = "Copied";
  } catch {
    text.select(); // the browser lets no page copy: one key is left to press
  }
}

form.addEventListener("click", (e) => {
  const button = e.target.closest("button");
  if (button?.id === "copy" || button?.id === "bar-copy") {
    copy(button.querySelector("span") ?? button);
  } else if (button?.id === "example") {
    replace(button.dataset.text);
    follow();
    check();
    text.focus();
  } else if (button?.id === "bar-next") {
    next();
  } else if (button?.id === "bar-fix") {
    press(`#f${picked || 1} .fix`);
  } else if (button?.classList.contains("detail")) {
    text.focus();
    text.setSelectionRange(Number(button.dataset.from), Number(button.dataset.to));
  }
});

// A file that is chosen, dropped or pasted is sent with the form as it stands, and looked at.
const files = document.getElementById("file");
function paste(from) {
  if (!from?.length) return;
  files.files = from;
  document.getElementById("paste").click();
  working(true);
}
files.addEventListener("change", () => paste(files.files));
document.addEventListener("paste", (e) => e.clipboardData.files.length && (e.preventDefault(), paste(e.clipboardData.files)));
const pictures = document.getElementById("pictures");
for (const event of ["dragenter", "dragover"]) {
  document.addEventListener(event, (e) => {
    if (!e.dataTransfer.types.includes("Files")) return;
    e.preventDefault();
    pictures.classList.add("over");
  });
}
document.addEventListener("dragleave", (e) => e.relatedTarget || pictures.classList.remove("over"));
document.addEventListener("drop", (e) => {
  if (!e.dataTransfer.files.length) return;
  e.preventDefault();
  pictures.classList.remove("over");
  paste(e.dataTransfer.files);
});

// Enter in a reason keeps the finding, not the first button of the form.
form.addEventListener("keydown", (e) => {
  if (e.key === "Enter" && e.target.matches?.(".reason input")) {
    e.preventDefault();
    e.target.parentNode.querySelector("button").click();
  }
});

// state sets what the bar of a phone shows: the verdict until the findings are on screen, then the finding at hand, at the end what to do.
function state() {
  const bar = document.getElementById("bar");
  if (!bar?.checkVisibility()) return;
  const top = (id) => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
  const below = innerHeight - 140; // of the page above the bars
  let show = top("verdict") > below ? "verdict" : "finding";
  if (top("beside") < innerHeight / 2 || !last()) show = top("verdict") > below ? "verdict" : "end";
  if (show === "finding") {
    const cards = [...document.querySelectorAll("article.card")];
    const at = picked || 1 + Math.max(0, cards.findIndex((c) => c.getBoundingClientRect().bottom > 60));
    document.getElementById("at").textContent = at;
    const fix = document.querySelector(`#f${at} .fix`);
    const button = document.getElementById("bar-fix");
    button.hidden = !fix;
    if (fix) button.textContent = fix.textContent;
  }
  for (const s of bar.querySelectorAll("[data-state]")) s.hidden = s.dataset.state !== show;
}
for (const event of ["scroll", "resize"]) addEventListener(event, state, { passive: true });

// pick shows one finding: its card and its words.
let picked = 0;
function pick(number, scroll) {
  picked = number;
  for (const m of layer.querySelectorAll("mark")) m.classList.toggle("picked", m.dataset.cards.split(" ").includes(String(number)));
  for (const c of document.querySelectorAll("article.card")) c.classList.toggle("picked", c.id === "f" + number);
  const card = document.getElementById("f" + number);
  if (card && scroll) {
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  }
  state();
}
const last = () => document.querySelectorAll("article.card").length;
const next = () => last() && pick((picked % last()) + 1, true);
const previous = () => last() && pick(((picked - 2 + last()) % last()) + 1, true);
const press = (selector) => document.querySelector(selector)?.click();

form.addEventListener("focusin", (e) => {
  const card = e.target.closest("article.card");
  if (card) pick(Number(card.id.slice(1)), false);
});

// reason opens the field in which a finding is kept.
function reason() {
  const keep = document.querySelector(`#f${picked} .keep`);
  if (!keep) return;
  keep.open = true;
  keep.querySelector("input").focus();
}

document.addEventListener("keydown", (e) => {
  if (document.querySelector("dialog[open]")) return;
  if (e.altKey && !e.ctrlKey && !e.metaKey) {
    const way = { ArrowDown: next, ArrowUp: previous, Enter: () => press(`#f${picked} .fix`) }[e.key];
    if (way) {
      e.preventDefault();
      way();
    }
    return;
  }
  if (e.key === "Escape") text.focus();
  if (document.body.dataset.keys === "off" || e.ctrlKey || e.metaKey || /^(TEXTAREA|INPUT|SELECT)$/.test(e.target.nodeName)) return;
  if (/^[1-9]$/.test(e.key) && Number(e.key) <= last()) pick(Number(e.key), true);
  const way = { j: next, k: previous, f: () => press(`#f${picked} .fix`), r: reason, u: () => press(".undo button, .card.picked .unkeep"), w: () => press("#use"), h: () => press("#hold") }[e.key];
  if (way) {
    e.preventDefault();
    way();
  }
});

boxes(form, check);
marks = read(layer);
hung = document.getElementById("hung").innerHTML;
draw();
state();
wait();
if (text.value && !document.getElementById("verdict")) check();
