import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { expect } from "./steps.mjs";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Where the console is, such as `http://127.0.0.1:7080/console/`. */
export const CONSOLE = process.env.CONSOLE_URL ?? "http://127.0.0.1:7080/console/";
export const ACCOUNT = process.env.CONSOLE_ACCOUNT ?? "123456789012";
export const ROOT_PASSWORD = process.env.CONSOLE_ROOT_PASSWORD ?? "correct horse battery staple";

/** A browser whose pages keep what went wrong in them. */
export async function open() {
  const executablePath = BROWSERS.find(existsSync) ?? process.env.CHROMIUM;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  return { browser, visitor: (options) => visitor(browser, options) };
}

/** Somebody with a browser of their own: nothing of the others' cookies and storage. */
async function visitor(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(CONSOLE).origin });
  const page = await context.newPage();
  const faults = [];
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // Refusals are answers, which the browser logs as failures to load.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      faults.push(message.text());
    }
  });
  page.on("dialog", (dialog) => {
    faults.push(`a script said: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(CONSOLE).origin && !request.url().startsWith("blob:")) {
      faults.push(`asks another host: ${request.url()}`);
    }
  });
  return { context, page, faults };
}

/** Opens a page as a bookmark does, so that nothing of the one before is left. */
export async function go(page, hash) {
  await page.goto("about:blank");
  await page.goto(CONSOLE + hash);
  await calm(page);
}

/** Waits until nothing loads any more. */
export async function calm(page) {
  await page.waitForLoadState("networkidle");
  await page.locator("h1").first().waitFor();
  await page
    .getByText(/^Loading/)
    .first()
    .waitFor({ state: "hidden" });
}

export async function signIn(page, { name, password, account = ACCOUNT }, address = CONSOLE) {
  await page.goto(address);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await page.getByRole("button", { name: name ? "User" : "Root user", exact: true }).click();
  await page.getByLabel("Account ID or alias").fill(account);
  if (name) {
    await page.getByLabel("User name").fill(name);
  }
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function isIn(page) {
  await page.getByRole("heading", { name: "Dashboard", level: 1 }).waitFor();
  await calm(page);
}

export async function signOut(page, everywhere = false) {
  await page.locator("#top").getByRole("button").last().click();
  await page.getByRole("menuitem", { name: everywhere ? "Sign out everywhere" : "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
}

/** Waits for what fades in or moves: half faded, a text has too little contrast. What never ends is not waited for. */
export async function settled(page) {
  await page.evaluate(async () => {
    // What has just come into the page begins to fade in with the next frame.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
        .map((one) => one.finished),
    );
  });
}

/** Fails if axe finds anything on the page when it has come to rest. Does nothing if `CONSOLE_WITHOUT_AXE` is set. */
export async function accessible(page, where) {
  if (process.env.CONSOLE_WITHOUT_AXE) {
    return;
  }
  await settled(page);
  await page.evaluate(axeSource());
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  const said = violations.map(
    (each) =>
      `${each.id}: ${each.help} (${each.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join("; ")})`,
  );
  expect(violations.length === 0, `${where}:\n${said.join("\n")}`);
}

/** The page's policy allows no script that is not its own; the browser's evaluation for tests is not bound by it. */
function axeSource() {
  return readFileSync(AXE, "utf8");
}
