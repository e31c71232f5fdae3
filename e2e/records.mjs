// What the tests of the rooms that keep records share.
import assert from "node:assert/strict";
import { enter, violations } from "./bedside.mjs";

// looks draws pages wide and narrow, light and dark: nothing is cut off, and axe finds nothing.
export async function looks(browser, bedside, paths) {
  for (const [width, colorScheme] of [[1440, "light"], [1440, "dark"], [390, "light"], [390, "dark"], [320, "light"]]) {
    const page = await enter(browser, bedside, { viewport: { width, height: 844 }, colorScheme });
    for (const path of paths) {
      await page.goto(bedside.root + path);
      assert.deepEqual(await violations(page), [], `${path}, ${width} ${colorScheme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path}: nothing is cut off at ${width}`);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
}

// inDays is a day from today, as forms write it.
export const inDays = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);

// picture draws a room for docs/rooms where that is asked for: PICTURES=../docs/rooms npm test.
export async function picture(browser, bedside, path, name) {
  if (!process.env.PICTURES) return;
  const page = await enter(browser, bedside, { viewport: { width: 1200, height: 760 }, colorScheme: "light" });
  await page.goto(bedside.root + path);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` });
  await page.context().close();
}
