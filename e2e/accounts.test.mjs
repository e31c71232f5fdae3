// The Accounts room with the keyboard alone: an account, its bio checked, and its settings reviewed step by step.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ours } from "./bedside.mjs";
import { press, settled, type } from "./keyboard.mjs";
import { looks, picture } from "./records.mjs";

const here = ours();

test("an account is kept, its bio checked, and its settings reviewed to the end", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/accounts");
  await press(page, "link", "Add an account");
  await settled(page, "A new account");
  await type(page, "platform", "Mast");
  await type(page, "handle", "maya@larkfield.social");
  await type(page, "persona", "Pers");
  await type(page, "bio", "Best surgeon in the world, 100% cure rate guaranteed");
  await press(page, "button", "Keep");
  await settled(page, "Mastodon");
  await page.getByText("Change it first").waitFor();
  const id = new URL(page.url()).pathname;
  assert.equal(await page.locator(".rail .count").first().textContent(), "1", "the rail says that something is due");
  await looks(here, ["/accounts", "/accounts/new", id]);
  await picture(here, id, "accounts");

  const steps = page.getByRole("button", { name: /^Done: / });
  for (let left = await steps.count(); left > 0; left--) {
    await press(page, "button", /^Done: /);
    await page.waitForFunction((n) => document.querySelectorAll(".steps button.other").length === n, left - 1);
  }
  await page.getByText("All steps are done.").waitFor();
  assert.equal(await page.locator(".rail .count").count(), 0, "nothing is due any more");
  await press(page, "button", /^Not done after all: /);
  await page.getByText("5 of 6 steps done.").waitFor();
  assert.deepEqual(page.complaints, []);
});
