/**
 * What the console says of a name that is taken, of what is not there, and of what cannot be asked. Needs a new server; see
 * browser.mjs.
 */
import { accessible, ACCOUNT, go, isIn, open, ROOT_PASSWORD, signIn } from "./browser.mjs";
import { expect, tell } from "./steps.mjs";

const { browser, visitor } = await open();
const { page, faults } = await visitor();

const button = (name) => page.getByRole("button", { name, exact: true });
const heading = (name) => page.getByRole("heading", { name });

const steps = {
  "the root user without MFA is led to where a device is added": async () => {
    await signIn(page, { password: ROOT_PASSWORD });
    await isIn(page);
    await page.getByRole("link", { name: "Add one under My security credentials." }).click();
    await heading("MFA devices").waitFor();
  },

  "a name that is taken is said when its field is left, and not after it has changed": async () => {
    const name = page.getByLabel("User name");
    const taken = page.getByText("There is a user Administrator already.", { exact: true });
    await go(page, "#/users/create");
    await name.fill("Administrator");
    await name.blur();
    await taken.waitFor();
    await accessible(page, "a name that is taken");
    await button("Next").click();
    await taken.waitFor();
    await name.fill("bob");
    await taken.waitFor({ state: "hidden" });
    await button("Next").click();
    await heading("Permissions").first().waitFor();
  },

  "a name that is taken is said at any step, if it is known later only, and leads back to its field": async () => {
    const taken = page.getByText("There is a user Administrator already.", { exact: true });
    const name = page.getByLabel("User name");
    await go(page, "#/users/create");
    let answer;
    const waits = new Promise((resolve) => (answer = resolve));
    await page.route("**/*", async (route) => {
      if (route.request().postData()?.includes("Action=GetUser&")) {
        await waits;
      }
      await route.continue();
    });
    await name.fill("Administrator");
    await name.press("Enter");
    await heading("Permissions").first().waitFor();
    answer();
    await page.unrouteAll({ behavior: "wait" });
    await taken.waitFor();
    await heading("Permissions").first().waitFor();
    await button("Next").click();
    await name.waitFor();
    await taken.waitFor();
  },

  "what is not there is said once, and nothing is offered to be done with it": async () => {
    for (const address of [
      "#/users/nope",
      "#/users/no%20name",
      "#/groups/nope",
      "#/roles/nope",
      "#/policies/nope",
      `#/policies/${encodeURIComponent(`arn:aws:iam::${ACCOUNT}:policy/nope`)}`,
      "#/instance-profiles/nope",
      "#/server-certificates/nope",
      `#/providers/${encodeURIComponent(`arn:aws:iam::${ACCOUNT}:oidc-provider/nope.example.com`)}`,
      `#/providers/${encodeURIComponent(`arn:aws:iam::${ACCOUNT}:saml-provider/nope`)}`,
    ]) {
      await go(page, address);
      await button("Try again").first().waitFor();
      const refusals = await button("Try again").count();
      expect(refusals === 1, `${address} says it ${refusals} times`);
      for (const name of ["Delete", "Rename", "Quarantine", "Edit", "Create a role for it"]) {
        expect((await page.getByText(name, { exact: true }).count()) === 0, `${address} offers to ${name}`);
      }
    }
    await accessible(page, "what is not there");
  },

  "what is no action is said before it is asked about": async () => {
    const said = page.getByText("An action is a service, a colon and a name, as s3:GetObject. It has no wildcard.", {
      exact: true,
    });
    for (const [address, does] of [
      ["#/access/who-can", "Find them"],
      ["#/access/explain", "Explain"],
    ]) {
      await go(page, `${address}?principal=${encodeURIComponent(`arn:aws:iam::${ACCOUNT}:user/Administrator`)}`);
      for (const text of ["foo", "iam:*"]) {
        await page.getByLabel("What", { exact: true }).fill(text);
        await page.getByLabel("On what").focus();
        await said.waitFor();
        expect(await button(does).isDisabled(), `${text} can be asked about`);
      }
      await accessible(page, `${address}, no action`);
      await page.getByLabel("What", { exact: true }).fill("iam:ListUsers");
      await page.getByLabel("On what").focus();
      await said.waitFor({ state: "hidden" });
      expect(await button(does).isEnabled(), "an action cannot be asked about");
    }
  },

  "what is no resource is said before it is asked about": async () => {
    const said = page.getByText("This is not an ARN, such as arn:aws:s3:::logs/today.", { exact: true });
    const principal = encodeURIComponent(`arn:aws:iam::${ACCOUNT}:user/Administrator`);
    for (const [address, does] of [
      [`#/access/who-can?action=iam:ListUsers`, "Find them"],
      [`#/access/explain?action=iam:ListUsers&principal=${principal}`, "Explain"],
      [`#/access/simulate?actions=iam:ListUsers&principal=${principal}`, "Try them"],
    ]) {
      await go(page, address);
      const resource = page.getByLabel("On what");
      for (const text of ["everything", "arn:aws:s3", "arn:aws:s3:::"]) {
        await resource.fill(text);
        await resource.blur();
        await said.waitFor();
        expect(await button(does).isDisabled(), `${text} can be asked about`);
      }
      await accessible(page, `${address}, no resource`);
      for (const text of ["*", "arn:aws:s3:::logs", `arn:aws:iam::${ACCOUNT}:user/*`]) {
        await resource.fill(text);
        await resource.blur();
        await said.waitFor({ state: "hidden" });
        expect(await button(does).isEnabled(), `${text} cannot be asked about`);
      }
    }
  },

  "the simulator says which of several is no action": async () => {
    const principal = encodeURIComponent(`arn:aws:iam::${ACCOUNT}:user/Administrator`);
    await go(page, `#/access/simulate?principal=${principal}`);
    const actions = page.getByLabel("Actions");
    await actions.fill("iam:ListUsers s3:Get*");
    await actions.blur();
    await page.getByText("s3:Get* is not an action.").first().waitFor();
    expect(await button("Try them").isDisabled(), "a wildcard can be tried");
    await actions.fill("iam:ListUsers s3:GetObject");
    await button("Try them").click();
    await page.getByRole("table", { name: "Results" }).getByText("s3:GetObject").waitFor();
  },

  "what is no identity provider is said in its fields": async () => {
    await go(page, "#/providers/create");
    const url = page.getByLabel("Issuer’s URL");
    const said = page.getByText("An https URL without query, such as https://keycloak.example.com/realms/company.", {
      exact: true,
    });
    await url.fill("http://keycloak.example.com");
    await url.blur();
    await said.waitFor();
    expect(await button("Add provider").isDisabled(), "a URL without TLS can be added");
    await accessible(page, "no issuer");
    await url.fill("https://keycloak.example.com/realms/company");
    await said.waitFor({ state: "hidden" });
    expect(await button("Add provider").isEnabled(), "an issuer cannot be added");
    await page.getByRole("radio", { name: "SAML 2.0" }).check({ force: true });
    await page.getByLabel("Name", { exact: true }).fill("my idp");
    await page.getByText("Letters, digits and . _ - only, 128 at most.").first().waitFor();
    await page.getByLabel("Metadata document").fill("<html></html>");
    await page.getByText("This is no SAML metadata: it has no EntityDescriptor.").first().waitFor();
    expect(await button("Add provider").isDisabled(), "a page can be added as metadata");
    await accessible(page, "no SAML metadata");
  },

  "no page had a fault": () => expect(faults.length === 0, faults.join("\n")),
};

const picture = new URL("../target/failure-mistakes.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
