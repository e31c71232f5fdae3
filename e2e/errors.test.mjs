// What goes wrong, as people meet it: a page that says so in the look of the house, with what they wrote and a way on. By keyboard.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ours, violations } from "./bedside.mjs";
import { press, settled, type } from "./keyboard.mjs";
import { looks, picture } from "./records.mjs";
import { faults } from "./layout.mjs";

const here = ours();

test("an address that is not there leads back to its room", async () => {
  const page = await here.enter();
  assert.equal((await page.goto(here.root + "/consents/NOTTHERE")).status(), 404);
  await settled(page, "This is not here");
  assert.equal(await page.locator(".rail [aria-current]").textContent(), "Consents");
  await press(page, "link", "Go to Consents");
  await settled(page, "Consents");
  await looks(here, ["/consents/NOTTHERE", "/no-such-room"], /status of 404/);
  await picture(here, "/consents/NOTTHERE", "trouble");
});

test("what was changed in another window takes nothing from the form", async () => {
  const [one, two] = [await here.enter(), await here.enter()];
  await one.goto(here.root + "/consents/new");
  await type(one, "person", "A. W.");
  await press(one, "button", "Keep");
  await settled(one, "A consent");
  await two.goto(one.url());
  await type(one, "purpose", "Thanking the ward");
  await press(one, "button", "Keep");
  await one.getByText("Kept on this computer").waitFor();
  await type(two, "information", "The cake that she baked");
  await press(two, "button", "Keep");
  await two.getByText("changed meanwhile").waitFor();
  assert.equal(await two.locator("#information").inputValue(), "The cake that she baked");
  assert.deepEqual(await violations(two), []);
  await press(two, "button", "Keep");
  await two.getByText("Kept on this computer").waitFor();
});

test("a form that is sent when the session has ended comes back, and is sent again", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/inbox");
  const form = page.locator("#text");
  if (!(await form.isVisible())) await page.getByText("Type in what somebody sent you").click();
  await page.locator("#kind").selectOption("message");
  await form.fill("May I call you about my results?");
  const session = (await page.context().cookies()).find((c) => c.name === "bedside_session");
  await page.context().addCookies([{ ...session, value: "OFANEARLIERSTART" }]);
  await page.getByRole("button", { name: "Go on" }).click();
  await settled(page, "You are not let in");
  assert.equal(await page.locator("#text").inputValue(), "May I call you about my results?");
  assert.equal(await page.locator(".rail").count(), 0, "a stranger sees no rooms");
  for (const [width, colorScheme] of [[1440, "light"], [390, "dark"], [320, "light"]]) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await faults(page), []);
  }
  await page.context().addCookies([session]); // the new address was opened in another window
  await press(page, "button", "Send it again");
  await page.getByText("Who is it?").waitFor();
});
