/**
 * The accounts' page in an organization: what the management account may do with the root users of members, and who sees
 * or changes it. Needs a new server that has a second account, `CONSOLE_MEMBER`, with the same password of its root user;
 * see browser.mjs.
 */
import {
  AttachUserPolicyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  ListOrganizationsFeaturesCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { accessible, go, isIn, open, ROOT_PASSWORD, signIn, signOut } from "./browser.mjs";
import { iamOf } from "./furniture.mjs";
import { look } from "./look.mjs";
import { expect, tell } from "./steps.mjs";

const Password = "Correct+h0rse-battery";
const FEATURES = [
  { label: "Root sessions", are: "Root sessions are", name: "RootSessions" },
  { label: "Root credentials management", are: "Root credentials management is", name: "RootCredentialsManagement" },
];

const { browser, visitor } = await open();
const { page, faults } = await visitor();
const send = iamOf();

const toggle = (label) => page.getByRole("checkbox", { name: label });
const said = (text) => page.getByText(text, { exact: false }).filter({ visible: true }).first().waitFor();

/** What the API says is turned on, in the order of names. */
async function turnedOn() {
  const { EnabledFeatures = [] } = await send(new ListOrganizationsFeaturesCommand({}));
  return EnabledFeatures.toSorted().join();
}

async function expectTurnedOn(...names) {
  const found = await turnedOn();
  expect(found === names.toSorted().join(), `turned on: ${found}`);
  await go(page, "#/accounts");
  for (const { label, name } of FEATURES) {
    expect((await toggle(label).isChecked()) === names.includes(name), `${label} on the page that is loaded again`);
  }
}

/** Turns a feature on or off; then these are on. */
async function turn({ label, are }, how, on) {
  await toggle(label).click();
  await said(`${are} turned ${how}.`);
  await expectTurnedOn(...on.map(({ name }) => name));
}

/** Signs somebody in who is nobody else's, and opens the page. */
async function openAs(person) {
  await signIn(page, person);
  await isIn(page);
  await go(page, "#/accounts");
}

async function makeUser(UserName) {
  await send(new CreateUserCommand({ UserName }));
  await send(new CreateLoginProfileCommand({ UserName, Password }));
}

const steps = {
  "the administrator sees that nothing is turned on": async () => {
    await makeUser("ada");
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await send(new AttachUserPolicyCommand({ UserName: "ada", PolicyArn }));
    await openAs({ name: "ada", password: Password });
    await said("It manages the other accounts, as organization o-");
    await expectTurnedOn();
    await look(page, "features, turned off");
  },

  "each feature is turned on, and stays so": async () => {
    const [sessions, credentials] = FEATURES;
    await turn(sessions, "on", [sessions]);
    await turn(credentials, "on", [sessions, credentials]);
    await accessible(page, "features, turned on");
  },

  "each feature is turned off, and the other is left alone": async () => {
    const [sessions, credentials] = FEATURES;
    await turn(sessions, "off", [credentials]);
    await turn(credentials, "off", []);
    await signOut(page);
  },

  "who may only look sees what is missing to turn them on": async () => {
    await makeUser("onlooker");
    const Statement = [{ Effect: "Allow", Action: "iam:ListOrganizationsFeatures", Resource: "*" }];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await send(new PutUserPolicyCommand({ UserName: "onlooker", PolicyName: "look", PolicyDocument }));
    await openAs({ name: "onlooker", password: Password });
    for (const { label, name } of FEATURES) {
      await toggle(label).click();
      await said(`You lack the permission iam:EnableOrganizations${name}`);
      expect(!(await toggle(label).isChecked()), `${label} looks turned on`);
    }
    await look(page, "features, refused");
    await expectTurnedOn();
    await signOut(page);
  },

  "who may not look sees what is missing, and no features": async () => {
    await makeUser("nobody");
    await openAs({ name: "nobody", password: Password });
    await said("You lack the permission iam:ListOrganizationsFeatures");
    expect((await page.getByRole("checkbox").count()) === 0, "there are features to turn on");
    await accessible(page, "features, not shown");
    await signOut(page);
  },

  "a member sees who manages it, and no features": async () => {
    await openAs({ account: process.env.CONSOLE_MEMBER, password: ROOT_PASSWORD });
    await said("It is a member of the server’s organization.");
    expect((await page.getByRole("checkbox").count()) === 0, "there are features to turn on");
    await accessible(page, "a member");
  },

  "no page had a fault": () => expect(faults.length === 0, faults.join("\n")),
};

const picture = new URL("../target/failure-organization.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
