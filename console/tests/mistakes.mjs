/**
 * What the console says of what is not there, and of what cannot be asked. Needs a new server; see
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
    ]) {
      await go(page, address);
      await button("Try again").first().waitFor();
      const refusals = await button("Try again").count();
      expect(refusals === 1, `${address} says it ${refusals} times`);
      for (const name of ["Delete", "Rename", "Quarantine", "Edit"]) {
        expect((await page.getByText(name, { exact: true }).count()) === 0, `${address} offers to ${name}`);
      }
    }
    await accessible(page, "what is not there");
  },

  "what is no action is said before it is asked about": async () => {
    const said = page.getByText("An action is a service, a colon and a name");
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

  "no page had a fault": () => expect(faults.length === 0, faults.join("\n")),
};

const picture = new URL("../target/failure.png", import.meta.url).pathname;
await tell(steps, { onFailure: () => page.screenshot({ path: picture }) });
await browser.close();
