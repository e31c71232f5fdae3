// What the tests of the rooms share: how pages look at every width, and pictures of them.
import assert from "node:assert/strict";
import { violations } from "./bedside.mjs";
import { compare, faults } from "./layout.mjs";

// looks draws pages wide and narrow, light and dark: nothing is cut off or lies over something else, and axe finds nothing.
// expected is what the browser may complain of.
export async function looks(here, paths, expected = /^$/) {
  if (process.env.SCREENS === "write") return; // what is drawn anew is looked at without
  for (const [width, colorScheme] of [[1440, "light"], [1440, "dark"], [390, "light"], [390, "dark"], [320, "light"]]) {
    const page = await here.enter({ viewport: { width, height: 844 }, colorScheme });
    for (const path of paths) {
      await page.goto(here.root + path);
      assert.deepEqual(await violations(page), [], `${path}, ${width} ${colorScheme}`);
      assert.deepEqual(await faults(page), [], `${path}, ${width}`);
    }
    assert.deepEqual(page.complaints.filter((c) => !expected.test(c)), []);
    await page.context().close();
  }
}

// inDays is a day from today, as forms write it.
export const inDays = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);

// picture compares how a room is laid out, wide and narrow; with SCREENS=write it is drawn for docs/rooms as well (make screenshots).
export async function picture(here, path, name) {
  for (const [suffix, viewport, colorScheme] of [["", { width: 1440, height: 900 }, "light"], ["-phone-dark", { width: 390, height: 780 }, "dark"]]) {
    const page = await here.enter({ viewport, colorScheme });
    await page.goto(here.root + path);
    await page.evaluate(() => document.fonts.ready);
    await compare(page, name);
    if (process.env.SCREENS === "write") await page.screenshot({ path: `../docs/rooms/${name}${suffix}.png`, animations: "disabled" });
    await page.context().close();
  }
}
