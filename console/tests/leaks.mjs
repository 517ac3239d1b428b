/**
 * What helps against keys that leak: that none is made without need, their ends, and the quarantine of their owners.
 * Needs a new server; see browser.mjs.
 */
import {
  GetLoginProfileCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  TagUserCommand,
} from "@aws-sdk/client-iam";
import { accessible, go, isIn, open, ROOT_PASSWORD, signIn } from "./browser.mjs";
import { furnish, iamOf } from "./furniture.mjs";
import { look } from "./look.mjs";
import { expect, tell } from "./steps.mjs";

const { browser, visitor } = await open();
const { page, faults } = await visitor();
const send = iamOf();
let key;

const button = (name) => page.getByRole("button", { name, exact: true });
const radio = (name) => page.getByRole("radio", { name });
const checkbox = (name) => page.getByRole("checkbox", { name, exact: true });
const dialog = () => page.getByRole("dialog").filter({ visible: true });
const said = (text) => page.getByText(text, { exact: false }).first().waitFor();
const policiesOf = async (command) => (await send(command)).AttachedPolicies.map(({ PolicyArn }) => PolicyArn);

/** Goes two steps on in the wizard, past the permissions. */
async function pastPermissions(title) {
  for (const heading of ["Permissions", title]) {
    await button("Next").click();
    await page.getByRole("heading", { name: heading }).first().waitFor();
  }
}

/** How the server answers alice's key. */
async function answerToAlice() {
  try {
    await iamOf(key)(new GetUserCommand({}));
    return "allowed";
  } catch (error) {
    return error.message;
  }
}

await tell(
  {
    "somebody whose key ends soon is named on the dashboard": async () => {
      key = await furnish();
      const end = new Date(Date.now() + 5.5 * 86_400_000).toISOString().replace(/\.\d+/, "");
      await send(new TagUserCommand({ UserName: "alice", Tags: [{ Key: "claviger:access-keys-end", Value: end }] }));
      await go(page, "");
      await signIn(page, { password: ROOT_PASSWORD });
      await isIn(page);
      await said("1 user has a key that ends in the next 14 days.");
      await accessible(page, "dashboard with keys that end");
    },

    "a key's slot says when the key ends": async () => {
      await go(page, "#/users/alice?tab=credentials");
      await page.getByText("in 5 days").waitFor();
      await page.getByText("Ends soon").waitFor();
      await accessible(page, "a key that ends soon");
      await go(page, "#/users/build-server?tab=credentials");
      await page.getByText("Not by itself").waitFor();
    },

    "the account's rule ends keys of others too": async () => {
      await go(page, "#/account");
      await button("Set an age").click();
      await page.getByLabel("Days", { exact: true }).fill("20");
      await accessible(page, "the rule for keys");
      await dialog().getByRole("button", { name: "Save" }).click();
      await page.getByText("20 days after they were made", { exact: true }).waitFor();
      await go(page, "#/users/build-server?tab=credentials");
      await page.getByText("in 19 days").waitFor();
      await go(page, "#/account");
      await button("Change the age").click();
      await page.getByLabel("Days", { exact: true }).fill("");
      await dialog().getByRole("button", { name: "Save" }).click();
      await said("The account sets no end: a key is good");
    },

    "a leaked key's user is quarantined as by claviger quarantine": async () => {
      await go(page, "#/users/alice?tab=credentials");
      await page.getByRole("button", { name: `More for ${key.AccessKeyId}` }).click();
      await page.getByRole("menuitem", { name: "It has leaked: quarantine the user" }).click();
      await accessible(page, "quarantine");
      await dialog().getByRole("button", { name: "Quarantine" }).click();
      await said("alice is in quarantine");
      await accessible(page, "in quarantine");
      const policies = await policiesOf(new ListAttachedUserPoliciesCommand({ UserName: "alice" }));
      expect(policies.join() === "arn:aws:iam::aws:policy/AWSDenyAll", policies.join());
      const { AccessKeyMetadata } = await send(new ListAccessKeysCommand({ UserName: "alice" }));
      expect(AccessKeyMetadata[0].Status === "Active", AccessKeyMetadata[0].Status);
      const answer = await answerToAlice();
      expect(answer.includes("explicit deny"), answer);
    },

    "the quarantine is lifted on the user's page": async () => {
      await button("Lift the quarantine").click();
      await dialog().getByRole("button", { name: "Lift the quarantine" }).click();
      await page.getByText("alice is in quarantine").waitFor({ state: "hidden" });
      const policies = await policiesOf(new ListAttachedUserPoliciesCommand({ UserName: "alice" }));
      expect(policies.length === 0, policies.join());
      const answer = await answerToAlice();
      expect(!answer.includes("explicit deny"), answer);
    },

    "a role is quarantined, too": async () => {
      await go(page, "#/roles/deploy");
      await button("Quarantine").click();
      await dialog().getByRole("button", { name: "Quarantine" }).click();
      await said("deploy is in quarantine");
      const policies = await policiesOf(new ListAttachedRolePoliciesCommand({ RoleName: "deploy" }));
      expect(policies.join() === "arn:aws:iam::aws:policy/AWSDenyAll", policies.join());
      await button("Lift the quarantine").click();
      await dialog().getByRole("button", { name: "Lift the quarantine" }).click();
      await page.getByText("deploy is in quarantine").waitFor({ state: "hidden" });
    },

    "a person is offered a sign-in, and a program what does without a key": async () => {
      await go(page, "#/users/create");
      await radio("A person").and(page.locator(":checked")).waitFor();
      await look(page, "the wizard, for a person");
      await page.getByLabel("User name").fill("backup-script");
      await pastPermissions("Sign-in and key");
      expect(await checkbox("Sign-in").isChecked(), "a person has no sign-in");
      expect(!(await checkbox("Access key").isChecked()), "a person is given a key");
      await accessible(page, "the wizard, a person's sign-in");
      await button("Back").click();
      await button("Back").click();
      await radio("A program").check();
      await said("A role would do without a key");
      await look(page, "the wizard, for a program");
      await pastPermissions("Access key");
      expect((await checkbox("Sign-in").count()) === 0, "a program is offered a sign-in");
      expect(!(await checkbox("Access key").isChecked()), "a program is given a key unasked");
      await said("Without a key, the program cannot act as this user yet.");
      await accessible(page, "the wizard, a program's key");
    },

    "a program has no sign-in, and the key that was asked for": async () => {
      await checkbox("Access key").check();
      await said("Keep it like a password");
      await look(page, "the wizard, a program's key asked for");
      await button("Next").click();
      await accessible(page, "the wizard, a program reviewed");
      await button("Create user").click();
      await page.getByRole("heading", { name: "backup-script can begin" }).waitFor();
      await button("Show the secret access key").click();
      const UserName = "backup-script";
      const { AccessKeyMetadata } = await send(new ListAccessKeysCommand({ UserName }));
      expect(AccessKeyMetadata.length === 1, `${AccessKeyMetadata.length} keys`);
      const profile = await send(new GetLoginProfileCommand({ UserName })).catch((error) => error.name);
      expect(profile === "NoSuchEntityException", `the sign-in: ${JSON.stringify(profile)}`);
    },

    "no page had a fault": () => expect(faults.length === 0, faults.join("\n")),
  },
  { onFailure: () => page.screenshot({ path: new URL("../target/failure-leaks.png", import.meta.url).pathname }) },
);
await browser.close();
