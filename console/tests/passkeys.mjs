/**
 * Somebody registers a passkey, signs in with it, and removes it, and has an app and a hardware token beside it. Chromium
 * brings the authenticator. Needs a new server that knows the token; see browser.mjs. Passkeys need a host name, so that the console is opened at one.
 */
import { CreateUserCommand, CreateLoginProfileCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { expect, tell } from "./steps.mjs";
import { code } from "./totp.mjs";

const address = new URL(process.env.CONSOLE_URL ?? "http://127.0.0.1:7080/console/");
const numeric = address.href;
address.hostname = "localhost";
process.env.CONSOLE_URL = address.href;
const { accessible, ACCOUNT, go, isIn, open, signIn, signOut } = await import("./browser.mjs");
const { iamOf } = await import("./furniture.mjs");

const ALICE = { name: "alice", password: "First+h0rse-battery" };
const OWN = `arn:aws:iam::${ACCOUNT}:user/\${aws:username}`;
/** Known to the server from its start on, with the key of RFC 6238's test vectors. */
const TOKEN = { serialNumber: "GAHT12345678", seed: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" };
const DEVICES = ["EnableMFADevice", "DeactivateMFADevice", "ListMFADevices", "ResyncMFADevice"];

const { browser, visitor } = await open();
const { context, page, faults } = await visitor();
const send = iamOf();
let seed;
let authenticator;

const client = await context.newCDPSession(page);
await client.send("WebAuthn.enable");
const button = (name) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog").filter({ visible: true });

/** A security key that is always touched, with nothing on it. */
async function plugIn() {
  const options = { protocol: "ctap2", transport: "usb", automaticPresenceSimulation: true, isUserConsenting: true };
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", { options });
  authenticator = authenticatorId;
}

async function credentials() {
  const { credentials } = await client.send("WebAuthn.getCredentials", { authenticatorId: authenticator });
  return credentials;
}

const steps = {
  "alice is there": async () => {
    await send(new CreateUserCommand({ UserName: ALICE.name }));
    await send(
      new CreateLoginProfileCommand({ UserName: ALICE.name, Password: ALICE.password, PasswordResetRequired: false }),
    );
    const statements = [
      { Effect: "Allow", Action: DEVICES.map((name) => `iam:${name}`), Resource: OWN },
      {
        Effect: "Allow",
        Action: ["iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice"],
        Resource: `arn:aws:iam::${ACCOUNT}:mfa/*`,
      },
      {
        Effect: "Allow",
        Action: "iam:ListUsers",
        Resource: "*",
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      },
    ];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    await send(new PutUserPolicyCommand({ UserName: ALICE.name, PolicyName: "devices", PolicyDocument }));
    await signIn(page, ALICE);
    await isIn(page);
  },

  "a passkey is registered": async () => {
    await plugIn();
    await go(page, "#/me");
    await button("Add a device").click();
    await dialog().getByRole("radio", { name: "Passkey or security key" }).check();
    await accessible(page, "which kind of device");
    await dialog().getByLabel("Name of the device").fill("key");
    await dialog().getByRole("button", { name: "Go on" }).click();
    await page.getByText(/^arn:aws:iam::\d{12}:u2f\/user\/alice\/key-[A-Z2-7]{26}$/).waitFor();
    expect((await credentials()).length === 1, "the authenticator has no credential");
    await accessible(page, "a passkey is listed");
  },

  "the same authenticator is not registered twice": async () => {
    await button("Add a device").click();
    await dialog().getByRole("button", { name: "Go on" }).click();
    await dialog().getByText("This authenticator has a passkey of this user already.").waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
  },

  "the password is not enough any more, and the passkey is": async () => {
    await signOut(page);
    await signIn(page, ALICE);
    await page.getByText("The password is right. Now use your passkey.").waitFor();
    await accessible(page, "sign-in, a passkey is asked for");
    await button("Use a passkey").click();
    await isIn(page);
    await go(page, "#/users");
    await page.getByRole("link", { name: "alice", exact: true }).waitFor();
  },

  "an app is added beside it": async () => {
    await go(page, "#/me");
    await button("Add a device").click();
    await dialog().getByRole("radio", { name: "Authenticator app" }).check();
    await dialog().getByRole("button", { name: "Go on" }).click();
    await dialog().getByText("I cannot scan it").click();
    await dialog().getByRole("button", { name: "Show the seed" }).click();
    seed = (
      await dialog()
        .getByText(/^[A-Z2-7]{32,}$/)
        .innerText()
    ).trim();
    await page.getByLabel("First code").fill(code(seed, -1));
    await page.getByLabel("Second code").fill(code(seed));
    await dialog().getByRole("button", { name: "Add the device" }).click();
    await page.getByText(`arn:aws:iam::${ACCOUNT}:mfa/alice`).waitFor();
  },

  "a hardware token is added by its serial number": async () => {
    await button("Add a device").click();
    await dialog().getByRole("radio", { name: "Hardware TOTP token" }).check();
    await dialog().getByLabel("Serial number").fill(TOKEN.serialNumber);
    await accessible(page, "a hardware token is added");
    await page.getByLabel("First code").fill(code(TOKEN.seed, -3));
    await page.getByLabel("Second code").fill(code(TOKEN.seed, -1));
    await dialog().getByRole("button", { name: "Add the device" }).click();
    await dialog().getByText("Authentication code for device is not valid.", { exact: false }).waitFor();
    await page.getByLabel("First code").fill(code(TOKEN.seed, -2));
    await dialog().getByRole("button", { name: "Add the device" }).click();
    await page.getByRole("row", { name: TOKEN.serialNumber }).getByText("Hardware token").waitFor();
  },

  "a hardware token signs in, and is taken away": async () => {
    await signOut(page);
    await signIn(page, ALICE);
    await page.getByLabel("MFA code").fill(code(TOKEN.seed));
    await button("Sign in").click();
    await isIn(page);
    await go(page, "#/me");
    await page.getByRole("row", { name: TOKEN.serialNumber }).getByRole("button", { name: "Remove" }).click();
    await dialog().getByText("can be given to somebody again", { exact: false }).waitFor();
    await dialog().getByRole("button", { name: "Remove" }).click();
    await page.getByText("The device is removed.").waitFor();
  },

  "either of them is enough": async () => {
    await signOut(page);
    await signIn(page, ALICE);
    await page.getByLabel("MFA code").waitFor();
    await button("Use a passkey").click();
    await isIn(page);
    await signOut(page);
    await signIn(page, ALICE);
    await page.getByLabel("MFA code").fill(code(seed, 1));
    await button("Sign in").click();
    await isIn(page);
  },

  "another key is none of hers, and is said to be": async () => {
    await signOut(page);
    await client.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: authenticator });
    await plugIn();
    await signIn(page, ALICE);
    await button("Use a passkey").click();
    await page.getByText("The browser gave no passkey", { exact: false }).waitFor();
  },

  "the passkey is removed": async () => {
    await page.getByLabel("MFA code").fill(code(seed, 2));
    await button("Sign in").click();
    await isIn(page);
    await go(page, "#/me");
    await page.getByRole("row", { name: /u2f/ }).getByRole("button", { name: "Remove" }).click();
    await dialog().getByRole("button", { name: "Remove" }).click();
    await page.getByText("The device is removed.").waitFor();
    expect((await page.getByText(/:u2f\//).count()) === 0, "it is still listed");
  },

  "no page had a fault": () => {
    expect(faults.length === 0, faults.join("\n"));
  },

  "an IP address has no passkeys, and the page says so": async () => {
    const elsewhere = await visitor();
    await signIn(elsewhere.page, ALICE, numeric);
    await elsewhere.page.getByLabel("MFA code").fill(code(seed, 3));
    await elsewhere.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await isIn(elsewhere.page);
    await elsewhere.page.goto(`${numeric}#/me`);
    await elsewhere.page.getByRole("button", { name: "Add a device", exact: true }).click();
    await elsewhere.page.getByText("Passkeys need a host name", { exact: false }).waitFor();
    expect(
      await elsewhere.page.getByRole("radio", { name: "Passkey or security key" }).isDisabled(),
      "it can be chosen",
    );
  },
};

const picture = new URL("../target/failure-passkeys.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
