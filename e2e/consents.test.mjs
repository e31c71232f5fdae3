// The Consents room with the keyboard alone: prepared, printed, signed, withdrawn, removed and brought back.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ours } from "./bedside.mjs";
import { press, settled, type } from "./keyboard.mjs";
import { inDays, looks, picture } from "./records.mjs";

const here = ours();

test("a consent goes from a draft to a withdrawal", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/consents");
  await page.getByText("No consents yet").waitFor();
  await press(page, "link", "Prepare a consent");
  await settled(page, "A new consent");
  await type(page, "law", "United S");
  await type(page, "person", "A. W.");
  await type(page, "information", "The story of her cake");
  await type(page, "event_on", inDays(-1));
  await press(page, "button", "Keep");
  await page.locator("#event_on-error").waitFor();
  assert.equal(await page.locator("#information").inputValue(), "The story of her cake", "what was written stays");
  assert.equal(await page.locator("#event_on").getAttribute("aria-invalid"), "true");
  await type(page, "discloser", "Dr Lind");
  await type(page, "recipients", "Everyone");
  await type(page, "purpose", "Thanks");
  await type(page, "wording", "Look at this cake.");
  await type(page, "expires", inDays(200));
  await type(page, "expires_with", "when the fair closes");
  await page.locator("#event_on").fill("");
  await press(page, "button", "Keep");
  await page.getByRole("heading", { name: "Not signed yet" }).waitFor();
  await page.getByText("It is not signed and dated.").waitFor();
  const id = new URL(page.url()).pathname;

  await press(page, "link", "The form to sign");
  await settled(page, "A form to sign");
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    assert.match(pdf, /\/Count 1\b/, `the form is one page of ${format}`);
  }
  await press(page, "link", "Back to the consent");
  await type(page, "signed", inDays(-3));
  await type(page, "copy");
  await press(page, "button", "Keep");
  await page.getByText("No element that is asked for here is missing.").waitFor();

  await page.locator("#picture").setInputFiles({ name: "cake.png", mimeType: "image/png", buffer: Buffer.from("a picture") }); // the dialog is the system's
  await press(page, "button", "Bind to this picture");
  await page.getByText("Only the picture’s hash was kept.").waitFor();

  await press(page, "button", "Remove from the list");
  await page.getByText("Removed. It is destroyed in a day.").waitFor();
  await press(page, "button", "Undo");
  await page.getByText("It is back.").waitFor();

  const summary = page.locator("summary", { hasText: "The person takes it back" });
  await summary.focus();
  await page.keyboard.press("Enter");
  await press(page, "button", "Note the withdrawal");
  await page.getByRole("heading", { name: /^Withdrawn on/ }).waitFor();
  assert.deepEqual(page.complaints.filter((c) => !c.includes("422")), []);
  await looks(here, ["/consents", "/consents/new", id, id + "/form"]);
  await picture(here, id, "consents");
});
