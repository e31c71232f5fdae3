// The Write room as people use it: typing, the keyboard, a phone, no scripts.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { enter, ours, start, violations } from "./bedside.mjs";
import { press, type } from "./keyboard.mjs";

const ferry = "Third week on cardiology. Today a retired ferry captain, 71, asked me to sit with him before his valve surgery. We tied knots for an hour.";
const reply = "You should stop your lisinopril and take losartan 50 instead, works every time.";

const here = ours();

const verdict = (page) => page.locator("#verdict b");
const marked = (page) => page.locator("#layer mark").allTextContents();

test("a draft is checked while one types, and its words are marked in place", async () => {
  const page = await here.enter();
  await page.keyboard.press("Tab"); // the way to the page
  await page.locator("#text").focus();
  await page.keyboard.type(ferry);
  await verdict(page).filter({ hasText: "Change it first" }).waitFor();
  assert.ok((await marked(page)).join(" ").includes("ferry captain"));
  assert.equal(await page.locator("#layer").textContent(), ferry, "the layer behind the field holds the field's text");

  const box = (l) => l.boundingBox();
  assert.deepEqual(await box(page.locator("#layer")), await box(page.locator("#text")), "layer and field lie over one another");

  const before = await marked(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("So. ");
  assert.deepEqual((await marked(page)).slice(-1), before.slice(-1), "marks stay with their words while one types before them");
  assert.deepEqual(page.complaints, []);
});

test("a change is made, and taken back, by keyboard alone", async () => {
  const page = await here.enter();
  await page.locator("#text").focus();
  await page.keyboard.insertText(ferry); // at once: the first answer is of all of it
  await verdict(page).waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await page.locator("article.card.picked").waitFor();
  await page.keyboard.press("f");
  await page.waitForFunction((was) => document.getElementById("text").value !== was, ferry);
  assert.ok(!(await page.locator("#text").inputValue()).includes("71"));
  await page.locator(".undo button").waitFor();
  await page.locator("h1").evaluate(() => document.activeElement.blur());
  await page.keyboard.press("u");
  await page.waitForFunction((was) => document.getElementById("text").value === was, ferry);
  assert.deepEqual(page.complaints, []);
});

test("a finding is kept with a reason, and taken back, by keyboard alone", async () => {
  const page = await here.enter();
  await page.locator("#text").focus();
  await page.keyboard.insertText(ferry); // at once: the first answer is of all of it
  await verdict(page).waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await page.locator("article.card.picked").waitFor();
  await page.keyboard.press("r");
  await page.keyboard.type("She asked me to tell it");
  await page.keyboard.press("Enter");
  await page.locator(".card.kept").filter({ hasText: "She asked me to tell it" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type(" ");
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".card.kept").count(), 1, "it stays kept while one goes on writing");
  await page.locator(".unkeep").focus();
  await page.keyboard.press("Enter");
  await page.locator(".card.kept").waitFor({ state: "detached" });
  assert.deepEqual(page.complaints, []);
});

test("a draft is held and taken up again by keyboard alone; it waits on the desk meanwhile", async () => {
  const page = await here.enter();
  await page.locator("#text").focus();
  await page.keyboard.insertText(ferry); // at once: the first answer is of all of it
  await verdict(page).waitFor();
  await page.locator("h1").evaluate(() => document.activeElement.blur());
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await page.waitForURL("**/guidelines");
  await page.keyboard.press("g");
  await page.keyboard.press("w");
  await verdict(page).filter({ hasText: "Change it first" }).waitFor();
  assert.equal(await page.locator("#text").inputValue(), ferry);
  await page.keyboard.press("h");
  await page.locator(".holds time").filter({ hasText: "tomorrow 09:00" }).waitFor();
  assert.equal(await page.locator("#text").inputValue(), "");
  assert.deepEqual(await violations(page), []);
  await page.locator(".holds button").first().focus();
  await page.keyboard.press("Enter");
  await verdict(page).waitFor();
  assert.equal(await page.locator("#text").inputValue(), ferry);
  await press(page, "button", /^Remove/);
  await page.locator(".notice").filter({ hasText: "Removed" }).waitFor();
  assert.equal(await page.locator(".holds").count(), 0);
  await press(page, page.locator(".notice button"));
  await page.locator(".holds time").filter({ hasText: "tomorrow 09:00" }).waitFor();
  await press(page, "button", /^Remove/);
  await page.locator(".notice").filter({ hasText: "Removed" }).waitFor();
  await page.goto(here.root + "/removed");
  assert.deepEqual(await violations(page), []);
  await press(page, page.getByText("Destroy it now"));
  await press(page, "button", "Destroy it");
  await page.locator(".notice").filter({ hasText: "Destroyed" }).waitFor();
  assert.equal(await page.locator(".holds").count(), 0);
  assert.deepEqual(page.complaints, []);
});

test("all keys are shown over the page, and can be switched off", async () => {
  const page = await here.enter();
  await page.keyboard.press("?");
  await page.locator("dialog[open]").filter({ hasText: "next finding" }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.goto(here.root + "/settings");
  await page.getByLabel("Single letters as keys").selectOption("off");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.locator("body[data-keys=off]").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("w");
  await page.keyboard.press("?");
  assert.ok(page.url().endsWith("/settings"));
  assert.equal(await page.locator("dialog").count(), 0);
});

test("the first visit: four questions by keyboard, and the first draft within a minute", async () => {
  const own = await start();
  const page = await enter(here.browser, own, { first: true });
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Medical student", { exact: true }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("School or hospital").focus();
  await page.keyboard.type("St. Luke's Hospital");
  await page.getByLabel("State or country").focus();
  await page.keyboard.type("Minn");
  await page.locator("#handle0").focus();
  await page.keyboard.type("@maya.on.rounds");
  await page.getByRole("button", { name: "Start writing" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#text").fill(ferry);
  await page.locator(".figure").filter({ hasText: "about" }).waitFor(); // the answers say where: now it can be counted
  assert.deepEqual(await violations(page), []);
  await page.locator("button.detail").first().focus();
  await page.keyboard.press("Enter");
  assert.ok((await page.evaluate(() => getSelection().toString() || document.getElementById("text").value.slice(document.getElementById("text").selectionStart, document.getElementById("text").selectionEnd))).length > 1, "a detail leads to its words");
  assert.deepEqual(page.complaints, []);
  await own.stop();
});

test("a phone's bar goes from the verdict to the findings and to what to do", async () => {
  const page = await here.enter({ viewport: { width: 390, height: 700 } });
  await page.locator("#text").fill(ferry);
  await page.locator("#bar [data-state=verdict]").waitFor();
  await page.locator("#bar a").click();
  await page.locator("#bar [data-state=finding]:not([hidden])").waitFor();
  await page.locator("#beside").evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 100));
  await page.locator("#bar [data-state=end]:not([hidden])").waitFor();
  assert.ok(await page.evaluate(() => [...document.querySelectorAll("button, select, a.button")].filter((e) => e.checkVisibility()).every((e) => e.getBoundingClientRect().height >= 44 || e.closest(".detail"))), "targets of at least 44 pixels");
});

test("a picture is looked at beside the draft, a copy made and kept, and all of it taken away again", async () => {
  const page = await here.enter();
  await page.locator("#text").fill(ferry);
  await verdict(page).waitFor();
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAE3RFWHRBdXRob3IAQWRhIEludmVudGVkVSbGSwAAAENJREFUeNrtz0EJAAAIBLDLaSbf5rWCX2GwAkv1vBYBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBgasFt4XRAJV/MX8AAAAASUVORK5CYII=", "base64");
  await page.locator("#file").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: png });
  await page.locator(".pasted").waitFor();
  assert.equal(await page.locator("#text").inputValue(), ferry);
  await page.locator(".unchecked").waitFor(); // what was built without weights says there that faces were not looked for
  assert.ok(!(await page.locator(".unchecked").innerText()).includes("picture itself"), "the picture was looked at");
  assert.deepEqual(await violations(page), []);
  await press(page, "button", "Add a box of your own");
  await page.locator(".own .move:focus").waitFor();
  for (const key of ["ArrowRight", "ArrowDown", "Shift+ArrowRight"]) await page.keyboard.press(key);
  assert.deepEqual(await page.locator(".sides input").evaluateAll((all) => all.map((f) => f.value)), ["41", "41", "21", "20"], "arrows move the box, with Shift they make it larger");
  assert.equal(await page.locator(".photo [data-at=own0] .light").getAttribute("x"), String(0.41 * 64), "it is drawn where the fields say");
  await type(page, `${await page.locator(".sides input").first().getAttribute("name")}`, "10");
  assert.equal(await page.locator(".photo [data-at=own0] .light").getAttribute("x"), "6.4");
  await page.locator(".photo").scrollIntoViewIfNeeded();
  const at = await page.locator(".photo").boundingBox();
  await page.mouse.move(at.x + at.width * 0.7, at.y + at.height * 0.1);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width * 0.9, at.y + at.height * 0.3, { steps: 4 });
  await page.mouse.up();
  await page.locator(".own").nth(1).waitFor();
  assert.deepEqual(await violations(page), []);
  await press(page, "button", "Cover and make a copy");
  await page.getByText("2 places are covered.").waitFor();
  await page.locator("a.button:focus").waitFor();
  assert.deepEqual(await violations(page), []);
  const [copy] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download the copy" }).click()]);
  assert.equal(copy.suggestedFilename(), "copy.png");
  await page.getByRole("button", { name: "Take it away" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".pasted").waitFor({ state: "detached" });
  assert.equal(await page.locator("#text").inputValue(), ferry);
  assert.deepEqual(page.complaints, []);
});

test("a copy of a video is made beside the page, which says how far it is", async () => {
  const made = spawnSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=640x480:rate=5", "-t", "4", "-metadata", "artist=Ada Inventedu", "-pix_fmt", "yuv420p", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4", "-"], { maxBuffer: 1 << 24 });
  assert.equal(made.status, 0, "ffmpeg is missing: run scripts/programs");
  const page = await here.enter();
  await page.locator("#text").fill(ferry);
  await verdict(page).waitFor();
  await page.locator("#file").setInputFiles({ name: "a.mp4", mimeType: "video/mp4", buffer: made.stdout });
  await page.locator(".pasted").waitFor();
  await press(page, "button", "Look at all of it, cover and make a copy");
  await page.locator(".making progress").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByText("This is the copy.").waitFor({ timeout: 180_000 });
  assert.equal(await page.locator("#text").inputValue(), ferry);
  assert.deepEqual(await violations(page), []);
  const [copy] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download the copy" }).click()]);
  assert.equal(copy.suggestedFilename(), "copy.mp4");
  assert.ok(!readFileSync(await copy.path()).includes("Inventedu"));
  assert.deepEqual(page.complaints, []);
});

test("an offered wording replaces the draft, and is nothing to change any more", async () => {
  const page = await here.enter();
  await page.locator("select[name=kind]").selectOption("reply");
  await page.locator("#text").fill(reply);
  await page.getByRole("button", { name: "Use this version" }).click();
  await page.locator("#verdict.ok, #verdict.advise").waitFor();
  assert.notEqual(await page.locator("#text").inputValue(), reply);
});

test("without scripts the form does it all", async () => {
  const page = await here.enter({ javaScriptEnabled: false });
  await page.locator("#text").fill(ferry);
  await page.getByRole("button", { name: "Check" }).click();
  await verdict(page).filter({ hasText: "Change it first" }).waitFor();
  assert.ok((await page.locator(".readback mark").allTextContents()).join(" ").includes("ferry captain"));
  await page.locator("button.fix").first().click();
  await page.getByRole("button", { name: "Undo the change" }).click();
  assert.equal(await page.locator("#text").inputValue(), ferry);
});

test("nobody needs more than they are given: rooms pass axe, wide and narrow, light and dark", async () => {
  for (const [width, colorScheme] of [[1440, "light"], [390, "dark"], [320, "light"]]) {
    const page = await here.enter({ viewport: { width, height: 844 }, colorScheme });
    assert.deepEqual(await violations(page), [], `empty, ${width} ${colorScheme}`);
    await page.locator("#text").fill(ferry);
    await verdict(page).waitFor();
    assert.deepEqual(await violations(page), [], `answered, ${width} ${colorScheme}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing is cut off at ${width}`);
    await page.goto(here.root + "/guidelines");
    assert.deepEqual(await violations(page), [], `guidelines, ${width} ${colorScheme}`);
    for (const path of ["/rooms", "/settings", "/start"]) {
      await page.goto(here.root + path);
      assert.deepEqual(await violations(page), [], `${path}, ${width} ${colorScheme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing is cut off at ${width} on ${path}`);
    }
    await page.context().close();
  }
});

test("another browser on the same computer gets nothing", async () => {
  const stranger = await (await here.browser.newContext()).newPage();
  const answer = await stranger.goto(here.root + "/");
  assert.equal(answer.status(), 401);
  assert.equal(await stranger.locator("#text").count(), 0);
});

test("when Bedside ends, the draft stays and the page says so", async () => {
  const other = await start();
  const page = await enter(here.browser, other);
  await page.locator("#text").fill(ferry);
  await verdict(page).waitFor();
  await other.stop();
  await page.locator("#text").focus();
  await page.keyboard.type("So. ");
  await page.locator(".trouble b").filter({ hasText: "This was not checked" }).waitFor();
  assert.ok((await page.locator("#text").inputValue()).includes("So. "));
  assert.ok((await page.locator("#text").inputValue()).includes("ferry captain"));
});

test("a session that has ended keeps the draft", async () => {
  const page = await here.enter();
  await page.locator("#text").fill(ferry);
  await verdict(page).waitFor();
  await page.context().clearCookies();
  await page.locator("#text").focus();
  await page.keyboard.type("So. ");
  await page.locator(".trouble").filter({ hasText: "the person who started it" }).waitFor();
  assert.ok((await page.locator("#text").inputValue()).includes("ferry captain"));
});

test("how soon the answer is shown", async (t) => {
  const page = await here.enter();
  const post = "Long day on the wards. Proud of the team, tired feet, cold coffee, and a good talk with an old teacher about how to listen. ";
  const waits = [];
  await page.locator("#text").fill(post.repeat(17).slice(0, 1990));
  await verdict(page).waitFor();
  for (let i = 0; i < 20; i++) {
    waits.push(
      await page.evaluate(async (i) => {
        const text = document.getElementById("text");
        const shown = new Promise((seen) => new MutationObserver(seen).observe(document.getElementById("answer"), { childList: true }));
        const from = performance.now();
        text.value += String.fromCharCode(97 + i);
        text.dispatchEvent(new Event("input", { bubbles: true }));
        await shown;
        return performance.now() - from;
      }, i),
    );
  }
  waits.sort((a, b) => a - b);
  t.diagnostic(`from the last key to the answer, 2,000 characters: median ${Math.round(waits[10])} ms, 95th percentile ${Math.round(waits[18])} ms`);
});
