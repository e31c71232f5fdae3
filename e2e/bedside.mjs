// What the tests share: a Bedside of their own on a free port, and a browser.
import { spawn } from "node:child_process";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// start runs bedside serve with no profile and resolves to its entry and how to end it.
export async function start() {
  const home = mkdtempSync(join(tmpdir(), "bedside-e2e-"));
  const server = spawn(process.env.BEDSIDE ?? "../bin/bedside", ["serve", "--addr", "127.0.0.1:0", "--key", "file"], { env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, LocalAppData: home } });
  let out = "";
  const entry = await new Promise((found, failed) => {
    server.stdout.on("data", (b) => {
      out += b;
      const url = out.match(/http:\S+/);
      if (url) found(url[0]);
    });
    server.on("exit", (code) => failed(new Error(`bedside serve ended with ${code}`)));
  });
  const stop = () =>
    new Promise((ended) => {
      server.on("exit", () => {
        rmSync(home, { recursive: true });
        ended();
      });
      server.kill("SIGINT");
    });
  return { entry, root: new URL(entry).origin, stop };
}

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });

// enter opens a page that has been let in; with first, at the questions of a first visit. Anything it complains of on the console fails the test that closes it.
export async function enter(browser, bedside, { first, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  if (!first) await context.addCookies([{ name: "bedside_later", value: "yes", url: bedside.root, sameSite: "Strict" }]); // not the questions of a first visit
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (m) => m.type() === "error" && page.complaints.push(m.text()));
  page.on("pageerror", (e) => page.complaints.push(String(e)));
  await page.goto(bedside.entry);
  await page.locator("main").waitFor();
  await page.waitForURL(first ? "**/start" : bedside.root + "/");
  return page;
}

// ours is a Bedside and a browser for the tests of one file: begun before them and ended behind them. enter opens a page of it.
export function ours() {
  const here = { enter: (options) => enter(here.browser, here.bedside, options) };
  before(async () => {
    here.bedside = await start();
    here.root = here.bedside.root;
    here.browser = await launch();
  });
  after(async () => {
    await here.browser?.close();
    await here.bedside?.stop();
  });
  return here;
}

// still waits for what is on its way from one look to another: half of a change of colours has contrasts of its own.
const still = (page) =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity).map((a) => a.finished)));

// violations are what axe finds against WCAG 2.2 AA and its own practices.
export async function violations(page) {
  await still(page);
  await page.evaluate(axe); // as a debugger does: the content policy lets no page load it
  const result = await page.evaluate(() => axe.run());
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(", ")}`);
}
