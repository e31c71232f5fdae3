// What a person does who has no mouse: go to something with Tab, and use it with keys.

// reach presses Tab until something has the focus. It fails where nobody could get there.
export async function reach(page, target, key = "Tab") {
  for (let i = 0; i < 150; i++) {
    if (await target.first().evaluate((e) => e === document.activeElement)) return; // asked anew: an answer may have drawn it anew
    await page.keyboard.press(key);
  }
  throw new Error(`nobody gets to ${target} with ${key}`);
}

// press goes to a link or a button, by its role and name or as it was found, and presses it.
export async function press(page, what, name) {
  const target = typeof what === "string" ? page.getByRole(what, typeof name === "string" ? { name, exact: true } : { name }) : what;
  await target.first().waitFor();
  await reach(page, target);
  await page.keyboard.press("Enter");
}

// type goes to a field and writes into it: a day as a browser takes it, a choice by its first letters, a tick with the space bar.
export async function type(page, name, value) {
  const field = page.locator(`[name="${name}"]`).first();
  await reach(page, field);
  const kind = await field.evaluate((e) => (e.nodeName === "SELECT" ? "select" : e.type));
  if (kind === "checkbox") await page.keyboard.press("Space");
  else if (kind === "date") await page.keyboard.type(value.replace(/(\d{4})-(\d\d)-(\d\d)/, "$2$3$1"));
  else {
    if (kind !== "select") await page.keyboard.press("Control+A");
    await page.keyboard.type(value);
  }
}

// settled waits until the page that a key led to is there.
export const settled = (page, heading) => page.getByRole("heading", { level: 1, name: heading }).waitFor();
