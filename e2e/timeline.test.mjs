// The Timeline room as people use it: an export is brought in, what it tells together is read, the clean-up is worked to done. By keyboard.
import { test } from "node:test";
import assert from "node:assert/strict";
import { enter, ours, start } from "./bedside.mjs";
import { press, reach } from "./keyboard.mjs";
import { looks, picture } from "./records.mjs";

const day = (n) => new Date(Date.UTC(2024, 0, 5 + 9 * n)).toISOString();
const post = (id, time, text) => JSON.stringify({ id, kind: "post", state: "published", text, time, account: { platform: "x", audience: "public" } });
const lines = [
  ...Array.from({ length: 60 }, (_, n) => post(`o${n}`, day(n), `Tea, rain and a late tram, week ${n}.`)),
  post("s1", "2026-02-11T19:00:00Z", "First day on the burns unit at St Brannock’s. Terrified. Thrilled."),
  post("s2", "2026-02-19T20:00:00Z", "My favourite patient keeps bees. Today she taught me to tell a queen from a drone between dressings."),
  post("s3", "2026-03-02T21:00:00Z", "58 years old and her whole village sent a cake shaped like a hive. I am not crying."),
  post("s4", "2026-03-09T18:00:00Z", "Going-home day! My beekeeper left the burns unit with both hands bandaged and a jar of honey for us all."),
  post("s5", "2026-03-10T18:00:00Z", "<script>document.title='taken'</script><img src=x onerror=document.title='taken'> Ms Denise Whitlow in bed 12 is 43 and has leukaemia."),
];
const archive = { name: "export.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(lines.join("\n") + "\n{broken\n") };

const here = ours();

// bring imports the archive and waits for what it tells.
async function bring(page) {
  await press(page, page.locator("main .title a", { hasText: "Import an archive" }));
  await page.locator("#archive").waitFor();
  await reach(page, page.locator("#archive"));
  await page.locator("#archive").setInputFiles(archive); // the dialog is the system's
  await press(page, page.getByRole("button", { name: "Import it" }));
  await page.locator(".cluster").waitFor({ timeout: 60_000 });
}

test("an export is brought in and cleaned up, by keyboard alone", async () => {
  const page = await here.enter();
  await page.locator("h1").evaluate(() => document.activeElement.blur());
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.getByRole("heading", { name: "Nothing here yet" }).waitFor();
  await bring(page);
  assert.equal(await page.title(), "Timeline · Bedside", "no script of a post has run");
  assert.equal(await page.locator("main img").count(), 0);
  assert.match(await page.locator("main .title p").first().textContent(), /65 posts/);
  assert.match(await page.locator("main").textContent(), /found 66, read 65, skipped 1/);

  assert.equal(await page.locator(".tasks .button").count(), 0, "nothing is advised before the question is answered");
  await press(page, page.getByRole("button", { name: "No, nothing of the kind" }));
  await page.locator(".tasks .button").first().waitFor();

  await page.locator("h1").evaluate(() => document.activeElement.blur());
  await page.keyboard.press("j");
  const first = await page.locator(".tasks a.said").first().textContent();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What became of it" }).waitFor();
  await press(page, page.getByRole("button", { name: "Keep it" }));
  await page.locator("#reason-error").waitFor();
  await reach(page, page.locator("#reason"));
  await page.keyboard.type("She signed a consent for this wording.");
  await press(page, page.getByRole("button", { name: "Keep it" }));
  await page.locator(".notice", { hasText: "Kept, with your reason" }).waitFor();
  assert.notEqual(await page.locator(".tasks a.said").first().textContent(), first);
  await press(page, page.locator(".notice button"));
  await page.getByRole("heading", { name: "What became of it" }).waitFor();

  for (;;) {
    await press(page, page.getByRole("button", { name: "I have changed it" }));
    await page.locator(".notice").waitFor();
    if ((await page.locator(".tasks a.said").count()) === 0) break;
    await press(page, page.locator(".tasks a.said"));
    await page.getByRole("heading", { name: "What became of it" }).waitFor();
  }
  assert.match(await page.locator("#cleanup").textContent(), /Nothing left to change/);
  assert.equal(await page.locator('.rail [data-go="t"] .count').count(), 0);

  await press(page, page.getByRole("button", { name: "Not the same person" }));
  await page.locator(".notice", { hasText: "not about the same person" }).waitFor();
  await press(page, page.locator(".notice button"));
  await page.locator(".cluster").waitFor();
  assert.deepEqual(page.complaints.filter((c) => !c.includes("422")), []);
});

test("its pages pass axe, wide and narrow, light and dark", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/timeline");
  if ((await page.locator(".cluster").count()) === 0) await bring(page);
  const task = await page.locator(".tasks a.said, a[href*='state=changed']").first().evaluate((a) => new URL(a.href).pathname + new URL(a.href).search);
  await looks(here, ["/timeline", "/timeline?year=2026", task, "/timeline/import", "/timeline/posts", "/timeline/posts?year=2026&month=3"]);
});

test("without scripts an export is brought in too, and the page goes on by itself", async () => {
  const other = await start();
  const page = await enter(here.browser, other, { javaScriptEnabled: false });
  await page.goto(other.root + "/timeline/import");
  await page.locator("#archive").setInputFiles(archive);
  await page.getByRole("button", { name: "Import it" }).click();
  await page.locator(".cluster").waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Yes, or perhaps" }).click();
  await page.getByText("A case is open or to be expected").first().waitFor();
  assert.equal(await page.locator(".tasks .button").count(), 0);
  await other.stop();
});

test("how the room is laid out, with posts as people write them", async () => {
  const other = await start();
  const page = await enter(here.browser, other);
  await page.goto(other.root + "/timeline/import");
  const plain = lines.join("\n").replace(/<script.*?title='taken'> /, "");
  await page.locator("#archive").setInputFiles({ ...archive, buffer: Buffer.from(plain) });
  await page.getByRole("button", { name: "Import it" }).click();
  await page.locator(".cluster").waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "No, nothing of the kind" }).click();
  await page.locator(".tasks .button").first().waitFor();
  await picture({ root: other.root, enter: (options) => enter(here.browser, other, options) }, "/timeline", "timeline");
  await other.stop();
});
