// How a page is laid out: where its parts stand, compared with what layout/ holds, and what no page may do. Sizes of words play no part in
// it, so that other fonts, figures and rules change nothing here, and a broken column does.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const parts = [
  ".rail", ".top", ".tabs", "main", "main h1", ".title", ".title .actions", "main > form", ".about", "#text", ".pictures", "#answer", ".banner", ".cards", ".acts", ".two", ".two > :last-child", ".apart",
  ".apart > :last-child", ".panel", ".chart", ".cluster", "#cleanup", ".tasks", ".filters", "main .rows", ".steps", ".fields", ".practice", ".answers", ".banner + *", ".paid", "#work", ".matrix",
];
const tolerance = 0.03; // of the width of the window

// measured are the first of each of the parts that can be seen: where it begins and how wide it is, and how it stands to the one before.
const measured = (page) =>
  page.evaluate((parts) => {
    const out = {};
    let before;
    for (const part of parts) {
      const e = [...document.querySelectorAll(part)].find((e) => e.checkVisibility() && e.getBoundingClientRect().width > 1);
      if (!e) continue;
      const box = e.getBoundingClientRect();
      let stands = "first";
      if (before) {
        const was = before.getBoundingClientRect();
        if (before.contains(e)) stands = "in";
        else if (e.contains(before)) stands = "around";
        else stands = box.top >= was.bottom - 4 ? "below" : box.bottom <= was.top + 4 ? "above" : "beside";
      }
      out[part] = { left: Math.round(box.left), width: Math.round(box.width), stands };
      before = e;
    }
    return out;
  }, parts);

// faults are what no page may do: reach beyond the window, cut words off, lay one control over another, or have one that is too small.
export const faults = (page) =>
  page.evaluate(() => {
    const out = [];
    const said = (e) => `${e.nodeName.toLowerCase()}${e.id ? "#" + e.id : ""}${[...e.classList].map((c) => "." + c).join("")} “${(e.innerText ?? e.name ?? "").trim().slice(0, 30)}”`;
    const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 1 && !e.closest(".hidden, .skip");
    const fixed = (e) => e && (["fixed", "sticky"].includes(getComputedStyle(e).position) || fixed(e.parentElement));
    const scrolled = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflow) || scrolled(e.parentElement));
    if (document.documentElement.scrollWidth > innerWidth) out.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const e of document.querySelectorAll("main *")) {
      if (!seen(e)) continue;
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      if ((box.right > innerWidth + 1 || box.left < -1) && !scrolled(e.parentElement) && !e.closest("svg")) out.push(`${said(e)} reaches beyond the window`);
      if (e.scrollWidth > e.clientWidth + 1 && /hidden|clip/.test(style.overflowX) && style.textOverflow !== "ellipsis" && e.clientWidth > 1 && !/^(TEXTAREA|INPUT|SELECT|svg)$/.test(e.nodeName)) out.push(`${said(e)} is cut off`);
    }
    const controls = [...document.querySelectorAll("main :is(button, a.button, input:not([type=hidden]), select, textarea, summary)")].filter((e) => seen(e) && !fixed(e) && !scrolled(e.parentElement));
    for (let i = 0; i < controls.length; i++) {
      const a = controls[i].getBoundingClientRect();
      if (controls[i].matches("button, a.button, summary") && (a.height < 23.5 || a.width < 23.5)) out.push(`${said(controls[i])} is ${Math.round(a.width)} by ${Math.round(a.height)}`);
      for (const other of controls.slice(i + 1)) {
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1 && !controls[i].contains(other) && !other.contains(controls[i])) out.push(`${said(controls[i])} lies over ${said(other)}`);
      }
    }
    return out;
  });

// compare holds a page against what layout/ says of it; with SCREENS=write it says so from now on.
export async function compare(page, name) {
  const file = `layout/${name}.json`;
  const width = String(page.viewportSize().width);
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const now = await measured(page);
  if (process.env.SCREENS === "write") {
    known[width] = now;
    mkdirSync("layout", { recursive: true });
    const rows = Object.entries(known).map(([w, all]) => `  ${JSON.stringify(w)}: {\n${Object.entries(all).map(([part, at]) => `    ${JSON.stringify(part)}: ${JSON.stringify(at)}`).join(",\n")}\n  }`);
    writeFileSync(file, `{\n${rows.join(",\n")}\n}\n`);
    return;
  }
  assert.ok(known[width], `${file} says nothing of ${width} pixels: make screenshots`);
  const wrong = [];
  for (const part of new Set([...Object.keys(known[width]), ...Object.keys(now)])) {
    const [was, is] = [known[width][part], now[part]];
    if (!was || !is) wrong.push(`${part} is ${is ? "new" : "gone"}`);
    else if (Math.abs(was.left - is.left) > tolerance * width || Math.abs(was.width - is.width) > tolerance * width) wrong.push(`${part} stands at ${is.left}, ${is.width} wide; it was at ${was.left}, ${was.width} wide`);
    else if (was.stands !== is.stands) wrong.push(`${part} stands ${is.stands}; it was ${was.stands}`);
  }
  assert.deepEqual(wrong, [], `${name} at ${width}; if that is meant, make screenshots`);
}
