// The Presence room with the keyboard alone: a picture that a friend posted, worked to its end.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ours } from "./bedside.mjs";
import { press, settled, type } from "./keyboard.mjs";
import { looks, picture } from "./records.mjs";

const here = ours();

test("a tagged picture is noted, checked, asked for, reported and gone", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/presence");
  await press(page, "link", "Add what you found");
  await settled(page, "What somebody posted");
  await type(page, "kind", "A pic");
  await type(page, "platform", "Face");
  await type(page, "by", "A friend");
  await type(page, "words", "Match week got slightly out of hand");
  await type(page, "picture", "Jules asleep on a bar stool in a Larkfield School of Medicine T-shirt, a beer in each hand");
  for (const what of ["shows_me", "shows_alcohol", "shows_logo"]) await type(page, what);
  await press(page, "button", "Keep");
  await settled(page, "A picture I am tagged in");
  await page.getByText("Change it first").waitFor();
  assert.ok(await page.locator('a[href="/guidelines#jh.s7"]').count(), "the clause is the one of scenario 7");
  const id = new URL(page.url()).pathname;
  await looks(here, ["/presence", "/presence/new", id]);
  await picture(here, id, "presence");
  for (const step of ["Done: Untag", "Done: Ask", "Done: Report"]) {
    await press(page, "button", step);
    await page.getByRole("button", { name: step.replace("Done:", "Not done after all:") }).waitFor();
  }
  await press(page, "button", "Leave it");
  await page.locator("#reason-error").waitFor();
  await press(page, "button", "It is gone");
  await page.getByText("Noted, and worked to its end.").waitFor();
  await press(page, "button", "Undo");
  await page.getByText("It is open again.").waitFor();
  assert.deepEqual(page.complaints.filter((c) => !c.includes("422")), []);
});

test("without scripts it is the same", async () => {
  const page = await here.enter({ javaScriptEnabled: false });
  await page.goto(here.root + "/presence/new");
  await page.locator("#kind").selectOption("mention");
  await page.locator("#words").fill("A kind doctor");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText("Kept on this computer.").waitFor();
});
