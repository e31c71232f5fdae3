// The Learn room with the keyboard alone: a draft, what one would do, the answer, and the next.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ours } from "./bedside.mjs";
import { press, settled } from "./keyboard.mjs";
import { looks, picture } from "./records.mjs";

const here = ours();

test("one says what one would do, and sees the words, why and the clause", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/learn");
  await press(page, "link", "Patients’ privacy");
  await settled(page, "Patients’ privacy");
  const first = await page.locator(".practice").textContent();
  await press(page, "button", "Nothing to say");
  await page.getByText("You said: Nothing to say.").waitFor();
  assert.ok(await page.locator('a[href^="/guidelines#"], .banner.ok').count(), "the answer has its clause, or nothing was found");
  await press(page, "link", "Its near miss");
  await page.getByText("What would you do?").waitFor();
  assert.notEqual(await page.locator(".practice").textContent(), first);
  await press(page, "button", "Change it first");
  await press(page, "link", "Next draft");
  await page.getByText("What would you do?").waitFor();
  await looks(here, ["/learn", "/learn/s3", "/learn/s1", "/learn/s3?said=ok"]);
  await picture(here, "/learn/s3?said=ok", "learn");
  assert.deepEqual(page.complaints, []);
});

test("answers are kept only when that is asked for, and forgotten again", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/learn");
  await page.getByText("Nothing of what you answer is kept.").waitFor();
  await press(page, "button", "Keep my answers on this computer");
  await page.getByText("From now on your answers are kept").waitFor();
  await press(page, "link", "Practise");
  await press(page, "button", "Do not publish");
  await page.getByText("You said: Do not publish.").waitFor();
  await press(page, "link", "All topics");
  await page.getByText(/1 seen/).waitFor();
  await page.locator("summary", { hasText: "Forget my answers" }).focus();
  await page.keyboard.press("Enter");
  await press(page, "button", "Forget them");
  await page.getByText("Your answers are destroyed").waitFor();
  assert.equal(await page.getByText(/1 seen/).count(), 0);
});

test("one's own near misses are practice if one asks for it, and go with one click", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/learn");
  await press(page, "button", "Keep my near misses on this computer");
  await page.getByText("None yet.").waitFor();
  await page.goto(here.root + "/");
  await page.locator("#text").focus();
  await page.keyboard.type("Today my 34F patient in Duluth told me a joke about valves.");
  await page.locator("#use").waitFor();
  await press(page, "button", "Use this version");
  await page.getByText("Kept as a near miss of yours.").waitFor();
  await page.goto(here.root + "/learn");
  await press(page, "link", "Your own near misses");
  await page.getByText("This draft is yours.").waitFor();
  await looks(here, ["/learn", new URL(page.url()).pathname]);
  await press(page, "button", "Do not publish");
  await page.getByText("You said: Do not publish.").waitFor();
  await press(page, "link", "All topics");
  await press(page, "button", "Delete them all, and keep none");
  await page.getByText("Removed, and none is kept from now on.").waitFor();
  await press(page, page.locator(".notice button"));
  await page.getByText("They are back").waitFor();
  await press(page, "button", "Delete them all, and keep none");
  await page.getByText("Removed, and none is kept from now on.").waitFor();
  await page.goto(here.root + "/removed");
  await looks(here, ["/removed"]);
  await picture(here, "/removed", "removed");
  assert.deepEqual(page.complaints, []);
});
