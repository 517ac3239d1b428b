/**
 * The console's whole story, as people live it: the root user makes an administrator, who makes alice, who signs in with a
 * second factor and is refused what she may not do. Needs a new server; see browser.mjs.
 */
import { readFile } from "node:fs/promises";
import { accessible, ACCOUNT, CONSOLE, go, isIn, open, ROOT_PASSWORD, signIn, signOut } from "./browser.mjs";
import { HOSTILE, hostilePolicy } from "./hostile.mjs";
import { expect, tell } from "./steps.mjs";
import { code } from "./totp.mjs";

const ADA = { name: "ada", password: "Correct+h0rse-battery" };
const ALICE = { name: "alice", password: "First+h0rse-battery", next: "Second+h0rse-battery" };

const { browser, visitor } = await open();
const { page, faults } = await visitor();
let seed;

const button = (name) => page.getByRole("button", { name, exact: true });
const heading = (name) => page.getByRole("heading", { name });
const dialog = () => page.getByRole("dialog").filter({ visible: true });

async function choose(label, ...names) {
  await page
    .getByRole("button", { name: new RegExp(`^${label}`) })
    .last()
    .click();
  for (const name of names) {
    await page.keyboard.type(name);
    await page
      .getByRole("option", { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
  await page.keyboard.press("Escape");
}

/** Goes through the wizard, which makes a user with a password that is typed. */
async function createUser({ name, password, group, key, mustChange }) {
  await go(page, "#/");
  await page.getByRole("link", { name: "Create user" }).click();
  await page.getByLabel("User name").fill(name);
  await button("Next").click();
  await heading("Permissions").first().waitFor();
  if (group) {
    await choose("Groups", group);
  }
  await button("Next").click();
  await page.getByRole("radio", { name: "One that I choose" }).check();
  await page.getByLabel("The password", { exact: true }).fill(password);
  if (!mustChange) {
    await page.getByRole("checkbox", { name: /new password has to be chosen/ }).uncheck();
  }
  if (key) {
    await page.getByRole("checkbox", { name: "Access key" }).check();
  }
  await button("Next").click();
  await button("Create user").click();
  await heading(`${name} can begin`).waitFor();
}

const steps = {
  "the sign-in page is whole": async () => {
    await page.goto(CONSOLE);
    await button("Sign in").waitFor();
    await accessible(page, "sign-in");
  },

  "a wrong password is refused in words": async () => {
    await signIn(page, { password: "wrong" });
    await page.getByText("The account, the name or the password is wrong.").waitFor();
    await accessible(page, "sign-in, refused");
  },

  "the root user signs in": async () => {
    await signIn(page, { password: ROOT_PASSWORD });
    await isIn(page);
    await accessible(page, "dashboard");
  },

  "the first page weighs less than 600 KiB": async () => {
    const { page: fresh, context } = await visitor();
    let bytes = 0;
    const client = await context.newCDPSession(fresh);
    await client.send("Network.enable");
    client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await signIn(fresh, { password: ROOT_PASSWORD });
    await isIn(fresh);
    await context.close();
    expect(bytes < 600 * 1024, `${bytes} bytes`);
    return `${bytes} bytes over the wire`;
  },

  "root makes the group of administrators": async () => {
    await go(page, "#/groups");
    await button("Create group").first().click();
    await page.getByLabel("Group name").fill("admins");
    await choose("Policies", "AdministratorAccess");
    await dialog().getByRole("button", { name: "Create group" }).click();
    await heading("admins").waitFor();
  },

  "root makes the administrator, who needs no key": async () => {
    await createUser({ ...ADA, group: "admins" });
    await accessible(page, "a user is made");
    await signOut(page);
  },

  "the administrator signs in": async () => {
    await signIn(page, ADA);
    await isIn(page);
  },

  "the administrator makes alice and her key": async () => {
    await createUser({ ...ALICE, mustChange: true, key: true });
    await page
      .getByText("This is the only time that the secret can be seen or downloaded.", { exact: false })
      .waitFor();
    const text = await page.locator("main, #root").first().innerText();
    expect(!/[A-Za-z0-9/+]{40}/.test(text), "the secret is on the screen without being asked for");
    await page.getByRole("button", { name: "Show the secret access key" }).click();
    await page.getByText(/^[A-Za-z0-9/+]{40}$/).waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), button("Download as CSV").click()]);
    const csv = await readFile(await file.path(), "utf8");
    expect(/^Access key ID,Secret access key\nAKIA\w{16},[A-Za-z0-9/+]{40}\n$/.test(csv), csv);
  },

  "a second key fills the slots, and a third is refused with the reason": async () => {
    await go(page, "#/users/alice?tab=credentials");
    await button("Create access key").click();
    await page.getByRole("radio", { name: /A program on a machine/ }).check();
    await dialog().getByRole("button", { name: "Create access key" }).click();
    await dialog().getByRole("button", { name: "Show the secret access key" }).click();
    await accessible(page, "a key is made");
    await dialog().getByRole("button", { name: "Done" }).click();
    await page.getByText("To make another key, delete one of these first", { exact: false }).waitFor();
    await accessible(page, "security credentials");
  },

  "a key is deactivated, and deleted only when its ID is typed": async () => {
    const [id] = (await page.getByText(/^AKIA\w{16}$/).allInnerTexts()).map((text) => text.trim());
    await button("Deactivate").first().click();
    await button("Activate").waitFor();
    await page.getByRole("button", { name: `More for ${id}` }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    expect(await dialog().getByRole("button", { name: "Delete" }).isDisabled(), "it can be deleted at once");
    await dialog().getByRole("textbox").fill(id);
    await dialog().getByRole("button", { name: "Delete" }).click();
    await page.getByText("Free").waitFor();
  },

  "alice gets a second factor": async () => {
    await button("Add a device").click();
    await dialog().getByRole("button", { name: "Go on" }).click();
    await dialog().getByText("I cannot scan it").click();
    await dialog().getByRole("button", { name: "Show the seed" }).click();
    seed = (
      await dialog()
        .getByText(/^[A-Z2-7]{32,}$/)
        .innerText()
    ).trim();
    await accessible(page, "a device is made");
    await page.getByLabel("First code").fill(code(seed, -1));
    await page.getByLabel("Second code").fill(code(seed));
    await dialog().getByRole("button", { name: "Add the device" }).click();
    await page.getByText("arn:aws:iam::123456789012:mfa/alice").waitFor();
  },

  "what people write is shown, not run": async () => {
    await go(page, "#/users/alice?tab=tags");
    await button("Add new tag").click();
    await page.getByLabel("Key", { exact: true }).last().fill("note");
    await page.keyboard.press("Escape");
    await page.getByLabel("Value", { exact: false }).last().fill("a + b = c");
    await button("Save tags").click();
    await page.getByText("The tags are saved.").waitFor();
    await go(page, `#/policies/create?document=${encodeURIComponent(JSON.stringify(hostilePolicy()))}`);
    await page.getByLabel("Policy name").fill("hostile");
    await page.getByLabel("Description").fill(HOSTILE);
    await button("Create policy").click();
    await page.getByRole("link", { name: "hostile" }).click();
    await page.getByText(HOSTILE, { exact: false }).first().waitFor();
    await go(page, `#/users/${encodeURIComponent(HOSTILE)}`);
    await go(page, `#/access/denial?text=${encodeURIComponent(`User: ${HOSTILE}`)}`);
    await go(page, `#/policies?find=${encodeURIComponent(HOSTILE)}`);
    expect(faults.length === 0, faults.join("\n"));
  },

  "alice signs in with her code and a password of her own": async () => {
    await signOut(page);
    await signIn(page, ALICE);
    await page.getByText("The password is right. Now enter the code", { exact: false }).waitFor();
    await page.getByLabel("MFA code").fill(code(seed, 1));
    await button("Sign in").click();
    await page.getByText("The password is right, but has to be replaced.", { exact: false }).waitFor();
    await page.getByLabel("New password", { exact: true }).fill(ALICE.next);
    await page.getByLabel("New password again").fill(ALICE.next);
    await accessible(page, "sign-in, all asked for");
    await page.getByLabel("MFA code").fill(code(seed, 1));
    await button("Sign in").click();
    await isIn(page);
  },

  "alice is refused what she may not, and is told why": async () => {
    await go(page, "#/users");
    await page.getByText("You lack the permission iam:ListUsers").waitFor();
    await page
      .getByText("None of the policies that are attached to you or to your groups allows it.", { exact: false })
      .waitFor();
    await accessible(page, "a denial");
    await page.getByRole("link", { name: "Why?" }).click();
    await heading("What would help").waitFor();
    await page.getByText('"Action": "iam:ListUsers"').waitFor();
    await accessible(page, "a denial read");
    await signOut(page);
  },

  "the administrator asks why, and who can": async () => {
    await signIn(page, ADA);
    await isIn(page);
    const alice = `arn:aws:iam::${ACCOUNT}:user/alice`;
    await go(
      page,
      `#/access/explain?${new URLSearchParams({ principal: alice, action: "iam:ListUsers", resource: "*" })}`,
    );
    await page.getByText("Denied: nothing allows it").first().waitFor();
    await heading("What is missing").waitFor();
    await accessible(page, "an explanation");
    await page.getByRole("link", { name: "Who else can do this?" }).click();
    await button("Find them").click();
    await page.getByRole("link", { name: "ada", exact: true }).waitFor();
    await accessible(page, "who can");
  },

  "signing out everywhere ends the other browser's session too": async () => {
    const other = await visitor();
    await signIn(other.page, ADA);
    await isIn(other.page);
    await signOut(page, true);
    await other.page.reload();
    await other.page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  },

  "no page had a fault, ran a script of others or asked another host": () => {
    expect(faults.length === 0, faults.join("\n"));
  },
};

const picture = new URL("../target/failure-story.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
