// Pictures of the frame, the first visit and Write, wide and narrow: with SCREENS=write they are drawn into docs/rooms (make screenshots),
// otherwise compared with what lies there, and with how they were laid out. Other rooms have their own (records.mjs). What is invented here
// is all that they show.
import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ours } from "./bedside.mjs";
import { compare, faults } from "./layout.mjs";

const folder = "../docs/rooms";
const writes = process.env.SCREENS === "write";
const mostDifferent = 0.02; // of the pixels, by more than a shade: days and figures may change, a room may not

const draft =
  "Today a 71-year-old ferry captain in Duluth told me about the lake before his valve surgery. We tied knots for an hour. It was the best hour of the week.\n\nEveryone over 60 should get an echo.";

const here = ours();

// different is the share of pixels that two pictures do not have in common; 1 when they are not of one size.
async function different(a, b) {
  const page = await here.browser.newPage(); // of no room: the content policy of rooms lets no picture in from here
  const share = await page.evaluate(
    async (sources) => {
      const [x, y] = await Promise.all(
        sources.map(async (s) => {
          const picture = await createImageBitmap(await (await fetch("data:image/png;base64," + s)).blob());
          const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
          canvas.drawImage(picture, 0, 0);
          return canvas.getImageData(0, 0, picture.width, picture.height);
        }),
      );
      if (x.width !== y.width || x.height !== y.height) return 1;
      let n = 0;
      for (let i = 0; i < x.data.length; i += 4) if ([0, 1, 2].some((k) => Math.abs(x.data[i + k] - y.data[i + k]) > 48)) n++;
      return (4 * n) / x.data.length;
    },
    [a.toString("base64"), b.toString("base64")],
  );
  await page.close();
  return share;
}

// screen draws a page, or compares it with the picture of it.
async function screen(page, name) {
  assert.deepEqual(await faults(page), [], name);
  await compare(page, name.replace("-phone-dark", ""));
  const drawn = await page.screenshot({ animations: "disabled", caret: "hide" });
  const file = join(folder, name + ".png");
  if (writes) return writeFileSync(file, drawn);
  assert.ok(existsSync(file), `${file} is not there: make screenshots`);
  const share = await different(drawn, readFileSync(file));
  assert.ok(share <= mostDifferent, `${name}: ${(100 * share).toFixed(1)} % of the pixels differ from ${file}; if that is meant, make screenshots`);
}

const sizes = [
  ["", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["-phone-dark", { viewport: { width: 390, height: 780 }, colorScheme: "dark" }],
];

for (const [suffix, options] of sizes) {
  test(`every room${suffix}`, async () => {
    const page = await here.enter(options);
    await page.goto(here.root + "/start");
    await page.getByLabel("State or country").selectOption("US-MN");
    await screen(page, "start" + suffix);
    await page.getByRole("button", { name: "Start writing" }).click();
    await page.locator(".notice").waitFor();
    await page.goto(here.root + "/"); // what was just done is said once
    await page.locator("#text").fill(draft);
    await page.locator("select[name=audience]").selectOption("followers");
    await page.locator(".figure").waitFor();
    await page.waitForTimeout(400); // the last check has come and drawn its cards
    await page.locator("h1").evaluate(() => document.activeElement.blur());
    await page.keyboard.press("1");
    if (!suffix) await page.evaluate(() => scrollTo(0, 0));
    await screen(page, "write" + suffix);
    await page.goto(here.root + "/rooms");
    const rooms = await page.locator(".doors a").evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
    assert.ok(rooms.length >= 8, "all rooms are listed");
    await screen(page, "rooms" + suffix);
    for (const path of rooms) assert.equal((await page.goto(here.root + path)).status(), 200, path);
    for (const name of ["guidelines", "settings"]) {
      await page.goto(here.root + "/" + name);
      await screen(page, name + suffix);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
