/**
 * Versions of policies, instance profiles, server certificates, sessions and accounts, and what somebody sees of them who
 * may see nothing. Needs a new server; see browser.mjs.
 */
import {
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  CreateLoginProfileCommand,
  GetInstanceProfileCommand,
  GetRolePolicyCommand,
  GetServerCertificateCommand,
} from "@aws-sdk/client-iam";
import { accessible, ACCOUNT, go, isIn, open, signIn, signOut } from "./browser.mjs";
import { iamOf, makeCertificate } from "./furniture.mjs";
import { HOSTILE, hostilePolicy } from "./hostile.mjs";
import { expect, tell } from "./steps.mjs";

const ADA = { name: "ada", password: "Correct+h0rse-battery" };
const NOBODY = { name: "nobody", password: "Correct+h0rse-battery" };

const { browser, visitor } = await open();
const { page, faults } = await visitor();
const send = iamOf();

const button = (name) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog").filter({ visible: true });
const said = (text) => page.getByText(text, { exact: false }).filter({ visible: true }).first().waitFor();

/** Whether the API says that there is no such thing. */
async function isMissing(command) {
  try {
    await send(command);
    return false;
  } catch (error) {
    return error.name === "NoSuchEntityException" || error.name === "NoSuchEntity";
  }
}

async function confirmDeletion(name) {
  await button("Delete").click();
  await dialog().getByRole("textbox").fill(name);
  await dialog().getByRole("button", { name: "Delete" }).click();
}

const steps = {
  "the administrator signs in": async () => {
    for (const { name: UserName, password: Password } of [ADA, NOBODY]) {
      await send(new CreateUserCommand({ UserName }));
      await send(new CreateLoginProfileCommand({ UserName, Password }));
    }
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await send(new AttachUserPolicyCommand({ UserName: ADA.name, PolicyArn }));
    await signIn(page, ADA);
    await isIn(page);
  },

  "lists that hold nothing say so": async () => {
    await go(page, "#/instance-profiles");
    await said("There are no instance profiles");
    await accessible(page, "no instance profiles");
    await go(page, "#/server-certificates");
    await said("There are no certificates");
    await accessible(page, "no certificates");
    await go(page, "#/sessions");
    await said("There are no roles, so nobody has a session of one.");
    await accessible(page, "no roles");
    await go(page, "#/accounts");
    await said("It is the only account.");
    await accessible(page, "the only account");
  },

  "what another version of a policy changes is shown, not run": async () => {
    const { Statement, ...others } = hostilePolicy();
    const harmless = { ...others, Statement: Statement.map((one) => ({ ...one, Resource: "arn:aws:s3:::b/x" })) };
    const { Policy } = await send(
      new CreatePolicyCommand({ PolicyName: "hostile", PolicyDocument: JSON.stringify(hostilePolicy()) }),
    );
    await send(new CreatePolicyVersionCommand({ PolicyArn: Policy.Arn, PolicyDocument: JSON.stringify(harmless) }));
    await go(page, `#/policies/${encodeURIComponent(Policy.Arn)}?tab=versions`);
    for (const version of ["v1", "v2"]) {
      await page.getByRole("checkbox", { name: version }).check();
    }
    await said(`No longer: it allows s3:GetObject on arn:aws:s3:::b/${HOSTILE}`);
    await said("New: it allows s3:GetObject on arn:aws:s3:::b/x");
    expect(faults.length === 0, faults.join("\n"));
  },

  "an instance profile is made, gets a role, loses it, and is deleted": async () => {
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
    await send(new CreateRoleCommand({ RoleName: "web", AssumeRolePolicyDocument }));
    const InstanceProfileName = "web-servers";
    await go(page, "#/instance-profiles");
    await button("Create instance profile").click();
    await page.getByLabel("Name of the instance profile").fill(InstanceProfileName);
    await dialog().getByRole("button", { name: "Create instance profile" }).click();
    await said("It has no role, so machines get no credentials by it.");
    await button("Give it a role").click();
    await page.getByRole("combobox", { name: "Role" }).fill("we");
    await page.getByRole("option", { name: "web", exact: true }).click();
    await accessible(page, "a role for an instance profile");
    await dialog().getByRole("button", { name: "Give it the role" }).click();
    await page.getByRole("link", { name: "web", exact: true }).waitFor();
    await accessible(page, "an instance profile");
    const { InstanceProfile } = await send(new GetInstanceProfileCommand({ InstanceProfileName }));
    expect(InstanceProfile.Roles[0].RoleName === "web", "it has no role");
    await button("Take the role away").click();
    await dialog().getByRole("button", { name: "Take it away" }).click();
    await said("It has no role");
    await confirmDeletion(InstanceProfileName);
    await said("There are no instance profiles");
    expect(await isMissing(new GetInstanceProfileCommand({ InstanceProfileName })), "it is still there");
  },

  "a certificate is uploaded, renamed and deleted, and its key is kept nowhere": async () => {
    const { certificate, privateKey } = makeCertificate();
    await go(page, "#/upload-certificate");
    await page.getByLabel("Name of the certificate").fill("www");
    await page.getByLabel("Certificate", { exact: true }).fill("no certificate");
    await page.getByLabel("Private key").fill(privateKey);
    await button("Upload certificate").click();
    await said("Malformed certificate");
    await accessible(page, "a certificate that is none");
    await page.getByLabel("Certificate", { exact: true }).fill(certificate);
    const drafts = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
    expect(!drafts.includes("PRIVATE KEY"), "the private key is in a draft");
    await button("Upload certificate").click();
    await said("-----BEGIN CERTIFICATE-----");
    const text = await page.locator("body").innerText();
    expect(!text.includes("PRIVATE KEY"), "the private key is shown");
    await button("Rename").click();
    await page.getByLabel("New name").fill("www2");
    await dialog().getByRole("button", { name: "Rename" }).click();
    await page.getByRole("heading", { name: "www2", level: 1 }).waitFor();
    await confirmDeletion("www2");
    await said("There are no certificates");
    expect(await isMissing(new GetServerCertificateCommand({ ServerCertificateName: "www2" })), "it is still there");
  },

  "the sessions' page says who one is and until when": async () => {
    await go(page, "#/sessions");
    await said("None was shown");
    await said("in 11 hours");
    await said("in 59 minutes");
    await page.getByText(`arn:aws:iam::${ACCOUNT}:user/ada`).nth(1).waitFor();
  },

  "the sessions of a role are ended": async () => {
    await go(page, "#/sessions?role=web");
    await button("End its sessions").click();
    await accessible(page, "sessions of a role");
    await dialog().getByRole("button", { name: "End them" }).click();
    await said("All sessions of web have ended.");
    const { PolicyDocument } = await send(
      new GetRolePolicyCommand({ RoleName: "web", PolicyName: "AWSRevokeOlderSessions" }),
    );
    expect(decodeURIComponent(PolicyDocument).includes("aws:TokenIssueTime"), PolicyDocument);
  },

  "a role of another account that does not trust is refused in words": async () => {
    await go(page, "#/accounts?to=210987654321");
    await button("Take the role").click();
    await said("You lack the permission sts:AssumeRole");
    await accessible(page, "another account, refused");
  },

  "somebody who may see nothing is told what is missing": async () => {
    await signOut(page);
    await signIn(page, NOBODY);
    await isIn(page);
    for (const [hash, action] of [
      ["#/instance-profiles", "iam:ListInstanceProfiles"],
      ["#/instance-profiles/web-servers", "iam:GetInstanceProfile"],
      ["#/server-certificates", "iam:ListServerCertificates"],
      ["#/server-certificates/www", "iam:GetServerCertificate"],
      ["#/sessions", "iam:ListRoles"],
      ["#/accounts", "iam:ListOrganizationsFeatures"],
      ["#/account", "iam:GetAccountProperties"],
    ]) {
      await go(page, hash);
      await said(`You lack the permission ${action}`);
      await accessible(page, `${hash}, denied`);
    }
  },

  "signing out on the sessions' page ends the session": async () => {
    await go(page, "#/sessions");
    await button("Sign out everywhere").first().click();
    await button("Sign in").waitFor();
  },

  "no page had a fault": () => expect(faults.length === 0, faults.join("\n")),
};

const picture = new URL("../target/failure-further.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
