/**
 * The console in awkward places: under a path behind a reverse proxy, while the server is upgraded, and without a mouse.
 * Needs a new server; see browser.mjs.
 */
import { startProxy } from "./proxy.mjs";
import { expect, tell } from "./steps.mjs";

const proxy = await startProxy(process.env.CONSOLE_URL, "/iam/claviger");
process.env.CONSOLE_URL = proxy.url;
const { accessible, ACCOUNT, go, isIn, open, ROOT_PASSWORD, signIn, signOut } = await import("./browser.mjs");

const { browser, visitor } = await open();
const { page, context, faults } = await visitor();
const said = (text, on = page) => on.getByText(text, { exact: false }).filter({ visible: true }).first().waitFor();

/** What the keyboard is on, as a reader of screens says it. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    const labels = [at.getAttribute("aria-labelledby"), at.getAttribute("aria-label")];
    const byId = labels[0]?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    return (byId?.join(" ") ?? labels[1] ?? at.labels?.[0]?.textContent ?? at.textContent ?? "").trim();
  });

/** Goes on with the tabulator until it is there. */
async function tabTo(name, most = 80) {
  const passed = [];
  for (let count = 0; count < most; count++) {
    const at = await focused();
    if (at === name) {
      return;
    }
    passed.push(at.slice(0, 40));
    await page.keyboard.press("Tab");
  }
  throw new Error(`the tabulator does not lead to ${name}, but to ${passed.join(" | ")}`);
}

async function press(name, key = "Enter", most) {
  await tabTo(name, most);
  await page.keyboard.press(key);
}

const steps = {
  "what was not filled in is asked for": async () => {
    await signIn(page, { password: "" });
    await said("Enter the password.");
  },

  "somebody signs in under a path": async () => {
    await signIn(page, { password: ROOT_PASSWORD });
    await isIn(page);
    const [cookie] = await context.cookies();
    expect(cookie.path === "/iam/claviger/console", `the cookie is sent to ${cookie.path}`);
  },

  "calls of the API and of the console are signed for that path": async () => {
    await go(page, "#/users");
    await page.getByRole("link", { name: "Administrator" }).waitFor();
    const principal = `arn:aws:iam::${ACCOUNT}:user/Administrator`;
    await go(page, `#/access/explain?${new URLSearchParams({ principal, action: "iam:ListUsers", resource: "*" })}`);
    await said("Allowed");
    await go(page, "#/account");
    await page.getByText(proxy.url.replace(/console\/$/, ""), { exact: true }).waitFor();
  },

  "an address without the last slash leads to the console": async () => {
    await page.goto(proxy.url.replace(/\/$/, ""));
    await isIn(page);
    expect(page.url().startsWith(proxy.url), page.url());
  },

  "a page that is open while the server is upgraded is loaded again, and the session goes on": async () => {
    await go(page, "#/users/create");
    await page.getByLabel("User name").fill("eve");
    proxy.upgrade();
    await page.evaluate(() => (location.hash = "#/providers/create"));
    await page.getByRole("heading", { name: "Add provider", level: 1 }).waitFor();
    await page.evaluate(() => (location.hash = "#/users/create"));
    await page.getByLabel("User name").waitFor();
    expect((await page.getByLabel("User name").inputValue()) === "eve", "what was written is lost");
    await page.getByLabel("User name").fill("");
  },

  "a page whose files stay gone says so": async () => {
    await go(page, "#/");
    proxy.lose();
    await page.evaluate(() => (location.hash = "#/report"));
    await said("This page has failed");
    await page.getByRole("button", { name: "Load it again" }).waitFor();
    proxy.upgrade();
    await page.getByRole("button", { name: "Load it again" }).click();
    await page.getByRole("heading", { name: "Credential report", level: 1 }).waitFor();
  },

  "a console whose texts stay gone says so": async () => {
    proxy.lose(/\/en-[^/]*\.js$/);
    const { page: fresh, context: other } = await visitor();
    await fresh.goto(proxy.url);
    await said("The console could not be loaded.", fresh);
    await accessible(fresh, "a console without texts");
    proxy.upgrade();
    await fresh.getByRole("button", { name: "Load it again" }).click();
    await fresh.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    await other.close();
  },

  "a user with a key is made with the keyboard alone": async () => {
    await go(page, "#/");
    await signOut(page);
    await page.goto("about:blank");
    await page.goto(proxy.url);
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    await press("Root user");
    await tabTo("Account ID or alias");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(ACCOUNT);
    await tabTo("Password");
    await page.keyboard.type(ROOT_PASSWORD);
    await page.keyboard.press("Enter");
    await isIn(page);
    await press("Skip to the page", "Enter", 2);
    await press("Create user", "Enter", 2);
    await page.getByRole("heading", { name: "Create user", level: 1 }).waitFor();
    await tabTo("User name");
    await page.keyboard.type("frank");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Permissions" }).first().waitFor();
    await press("Next");
    await page.getByRole("heading", { name: "Sign-in and key" }).first().waitFor();
    await press("Access key", "Space");
    await press("Next");
    await press("Create user");
    await page.getByRole("heading", { name: "frank can begin", level: 1 }).waitFor();
    await press("Show the secret access key", "Enter", 20);
    await page.getByText(/^[A-Za-z0-9/+]{40}$/).waitFor();
  },

  "a page is not left before the secret on it was taken, unless somebody says so": async () => {
    await page.getByRole("link", { name: "Open frank" }).click();
    const asks = page.getByRole("dialog").filter({ visible: true, hasText: "Not shown or copied yet: the password." });
    await asks.waitFor();
    await accessible(page, "a password would be lost");
    await asks.getByRole("button", { name: "Stay" }).click();
    await page.getByRole("heading", { name: "frank can begin", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Open frank" }).click();
    await asks.getByRole("button", { name: "Leave without it" }).click();
    await page.getByRole("heading", { name: "frank", exact: true, level: 1 }).waitFor();
  },

  "no page had a fault": () => {
    const own = faults.filter((fault) => !/dynamically imported module|Unable to preload/.test(fault));
    expect(own.length === 0, own.join("\n"));
  },
};

const picture = new URL("../target/failure-awkward.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
proxy.close();
