// The Inbox as people use it: what somebody sent is typed in, who it is is said, a reply is copied, and it is done. By keyboard.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ours } from "./bedside.mjs";
import { press, reach } from "./keyboard.mjs";
import { looks, picture } from "./records.mjs";

const lantus = "Loved this! Since Dr Patel put me on Lantus my sugars are under 180, but I had three lows at night this week.";

const here = ours();

test("a comment is answered by keyboard alone", async () => {
  const page = await here.enter({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("h1").first().evaluate(() => document.activeElement.blur());
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await page.getByText("Nothing waits here").waitFor();
  await reach(page, page.locator("#kind"));
  await page.keyboard.press("c"); // Comment
  await reach(page, page.locator("#text"));
  await page.keyboard.type(lantus);
  await press(page, page.getByRole("button", { name: "Go on" }));

  await page.getByText("Who is it?").waitFor();
  assert.equal(await page.locator("#says").count(), 0, "the rules are asked when it is known who it is");
  await press(page, page.getByRole("button", { name: "Patient now" }));
  await page.locator("#says b", { hasText: "Hide this comment" }).waitFor();
  await page.locator(".unchecked").waitFor();
  await picture(here, new URL(page.url()).pathname, "inbox");
  const reply = await page.locator(".script blockquote").first().textContent();
  await press(page, page.locator(".script .copy"));
  await page.locator(".copy", { hasText: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), reply);
  assert.equal((await page.locator('.rail [data-go="i"] .count').textContent()).trim(), "1");

  await press(page, page.getByRole("button", { name: "I hid it" }));
  await page.locator(".notice", { hasText: "Hidden" }).waitFor();
  assert.equal(await page.locator('.rail [data-go="i"] .count').count(), 0);
  await press(page, page.locator(".notice button"));
  await page.getByText("Who is it?").waitFor();
  assert.deepEqual(page.complaints, []);
});

test("its pages pass axe, wide and narrow, light and dark, also without scripts", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/inbox");
  await looks(here, ["/inbox", await page.locator(".rows a.said").first().getAttribute("href")]);
  const plain = await here.enter({ javaScriptEnabled: false });
  await plain.goto(here.root + "/inbox");
  if (!(await plain.locator("#kind").isVisible())) await plain.getByText("Type in what somebody sent you").click();
  await plain.locator("#kind").selectOption("contact_request");
  await plain.getByRole("button", { name: "Go on" }).click();
  await plain.getByRole("button", { name: "Family of a patient" }).click();
  await plain.getByText("Better not accepted").waitFor();
  await plain.getByRole("button", { name: "I declined it" }).click();
  await plain.getByText("Declined. It is among what is done.").waitFor();
});
