// The Write room as people use it: typing, the keyboard, a phone, no scripts.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { enter, launch, start, violations } from "./bedside.mjs";

const ferry = "Third week on cardiology. Today a retired ferry captain, 71, asked me to sit with him before his valve surgery. We tied knots for an hour.";
const reply = "You should stop your lisinopril and take losartan 50 instead, works every time.";

let bedside, browser;
before(async () => {
  bedside = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await bedside?.stop();
});

const verdict = (page) => page.locator("#verdict b");
const marked = (page) => page.locator("#layer mark").allTextContents();

test("a draft is checked while one types, and its words are marked in place", async () => {
  const page = await enter(browser, bedside);
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
  const page = await enter(browser, bedside);
  await page.locator("#text").focus();
  await page.keyboard.type(ferry);
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

test("an offered wording replaces the draft, and is nothing to change any more", async () => {
  const page = await enter(browser, bedside);
  await page.locator("select[name=kind]").selectOption("reply");
  await page.locator("#text").fill(reply);
  await page.getByRole("button", { name: "Use this version" }).click();
  await page.locator("#verdict.ok, #verdict.advise").waitFor();
  assert.notEqual(await page.locator("#text").inputValue(), reply);
});

test("without scripts the form does it all", async () => {
  const page = await enter(browser, bedside, { javaScriptEnabled: false });
  await page.locator("#text").fill(ferry);
  await page.getByRole("button", { name: "Check" }).click();
  await verdict(page).filter({ hasText: "Change it first" }).waitFor();
  assert.ok((await page.locator(".readback mark").allTextContents()).join(" ").includes("ferry captain"));
  await page.getByRole("button", { name: "Make this change" }).first().click();
  await page.getByRole("button", { name: "Undo the change" }).click();
  assert.equal(await page.locator("#text").inputValue(), ferry);
});

test("nobody needs more than they are given: rooms pass axe, wide and narrow, light and dark", async () => {
  for (const [width, colorScheme] of [[1440, "light"], [390, "dark"], [320, "light"]]) {
    const page = await enter(browser, bedside, { viewport: { width, height: 844 }, colorScheme });
    assert.deepEqual(await violations(page), [], `empty, ${width} ${colorScheme}`);
    await page.locator("#text").fill(ferry);
    await verdict(page).waitFor();
    assert.deepEqual(await violations(page), [], `answered, ${width} ${colorScheme}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing is cut off at ${width}`);
    await page.goto(bedside.root + "/guidelines");
    assert.deepEqual(await violations(page), [], `guidelines, ${width} ${colorScheme}`);
    await page.context().close();
  }
});

test("another browser on the same computer gets nothing", async () => {
  const stranger = await (await browser.newContext()).newPage();
  const answer = await stranger.goto(bedside.root + "/");
  assert.equal(answer.status(), 401);
  assert.equal(await stranger.locator("#text").count(), 0);
});

test("when Bedside ends, the draft stays and the page says so", async () => {
  const other = await start();
  const page = await enter(browser, other);
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
  const page = await enter(browser, bedside);
  await page.locator("#text").fill(ferry);
  await verdict(page).waitFor();
  await page.context().clearCookies();
  await page.locator("#text").focus();
  await page.keyboard.type("So. ");
  await page.locator(".trouble").filter({ hasText: "the person who started it" }).waitFor();
  assert.ok((await page.locator("#text").inputValue()).includes("ferry captain"));
});

test("how soon the answer is shown", async (t) => {
  const page = await enter(browser, bedside);
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
