/**
 * People of an identity provider sign in through it. The server must have been started for the public URL `CONSOLE_PUBLIC`
 * and the provider `Acme` with the issuer `CONSOLE_ISSUER`, the client `claviger` and the role `People`; both are at ports
 * of this machine that are free.
 */
import {
  AttachRolePolicyCommand,
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { startProxy } from "./proxy.mjs";
import { expect, tell } from "./steps.mjs";

const CLIENT = "claviger";
const issuer = process.env.CONSOLE_ISSUER;
const proxy = await startProxy(process.env.CONSOLE_URL, "", Number(new URL(process.env.CONSOLE_PUBLIC).port));
process.env.CONSOLE_URL = proxy.url;
const { accessible, ACCOUNT, CONSOLE, go, isIn, open, signOut } = await import("./browser.mjs");
const { iamOf } = await import("./furniture.mjs");
const { startIssuer } = await import("./issuer.mjs");

const provider = await startIssuer(issuer, CLIENT, "alice@example.com");
const { browser, visitor } = await open();
const { page, faults } = await visitor({ ignoreHTTPSErrors: true });
const send = iamOf();
const name = new URL(issuer).host;

const trusting = (subject) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${name}` },
        Condition: { StringEquals: { [`${name}:aud`]: CLIENT, [`${name}:sub`]: subject } },
      },
    ],
  });

async function signInWithAcme() {
  await page.goto(CONSOLE);
  await page.getByRole("button", { name: "User", exact: true }).click();
  await page.getByLabel("Account ID or alias").fill(ACCOUNT);
  await page.getByRole("button", { name: "Sign in with Acme" }).click();
}

const steps = {
  "somebody of the provider is in the role": async () => {
    const ThumbprintList = [provider.thumbprint];
    await send(new CreateOpenIDConnectProviderCommand({ Url: issuer, ClientIDList: [CLIENT], ThumbprintList }));
    await send(new CreateRoleCommand({ RoleName: "People", AssumeRolePolicyDocument: trusting("person-1") }));
    const PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    await send(new AttachRolePolicyCommand({ RoleName: "People", PolicyArn }));
    await signInWithAcme();
    await isIn(page);
    await page.getByText("People/alice@example.com").filter({ visible: true }).first().waitFor();
  },

  "the page says who that is, and that the provider has the second factor": async () => {
    await go(page, "#/sessions");
    await page.getByText(`arn:aws:sts::${ACCOUNT}:assumed-role/People/alice@example.com`).first().waitFor();
    await page.getByText("The provider’s", { exact: true }).waitFor();
    await accessible(page, "a session of a role");
  },

  "the session goes on when the page is loaded again, and may do what the role may": async () => {
    await go(page, "#/users");
    await page.getByRole("link", { name: "Administrator" }).waitFor();
  },

  "whom the role does not trust is told so": async () => {
    await signOut(page);
    await send(new UpdateAssumeRolePolicyCommand({ RoleName: "People", PolicyDocument: trusting("person-2") }));
    await signInWithAcme();
    await page.getByText("The identity provider knows you, but no role trusts you.", { exact: false }).waitFor();
    await accessible(page, "single sign-on, refused");
  },

  "no page had a fault": () => {
    const own = faults.filter((fault) => !fault.startsWith(`asks another host: ${issuer}/authorize?`));
    expect(own.length === 0, own.join("\n"));
  },
};

const picture = new URL("../target/failure-single-sign-on.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
provider.close();
proxy.close();
