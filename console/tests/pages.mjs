/**
 * Opens every page, light and dark, in three widths: axe finds nothing, nothing is wider than the window, and a picture
 * of each is in `target/pictures` for people to look at. With `--quick`, axe looks at each page once, and what is wider
 * than the window is looked for in all widths; there are no pictures. Names of pages leave out the others. Needs a new
 * server; see browser.mjs for the variables.
 */
import { mkdir } from "node:fs/promises";
import { ACCOUNT, go, isIn, open, ROOT_PASSWORD, signIn } from "./browser.mjs";
import { furnish } from "./furniture.mjs";
import { look } from "./look.mjs";
import { expect, tell } from "./steps.mjs";

const PICTURES = new URL("../target/pictures/", import.meta.url).pathname;
const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const POLICY = encodeURIComponent(`arn:aws:iam::${ACCOUNT}:policy/backups`);

const PAGES = {
  dashboard: "#/",
  users: "#/users",
  "user-create": "#/users/create",
  "user-permissions": "#/users/alice",
  "user-groups": "#/users/alice?tab=groups",
  "user-credentials": "#/users/alice?tab=credentials",
  "user-tags": "#/users/alice?tab=tags",
  "user-missing": "#/users/nobody",
  groups: "#/groups",
  group: "#/groups/backup-team",
  roles: "#/roles",
  "role-create": "#/roles/create",
  role: "#/roles/deploy",
  "role-trust": "#/roles/deploy?tab=trust",
  "trust-edit": "#/trust/deploy",
  policies: "#/policies?scope=Local",
  "policy-create": "#/policies/create",
  policy: `#/policies/${POLICY}`,
  "policy-versions": `#/policies/${POLICY}?tab=versions`,
  "policy-usage": `#/policies/${POLICY}?tab=usage`,
  "policy-edit": `#/policies/${POLICY}/edit`,
  "inline-edit": "#/inline/user/alice",
  providers: "#/providers",
  "provider-create": "#/providers/create",
  "instance-profiles": "#/instance-profiles",
  "instance-profile": "#/instance-profiles/web-servers",
  "instance-profile-missing": "#/instance-profiles/nothing",
  "server-certificates": "#/server-certificates",
  "server-certificate": "#/server-certificates/www",
  "server-certificate-missing": "#/server-certificates/nothing",
  "certificate-upload": "#/upload-certificate",
  sessions: "#/sessions?role=deploy",
  account: "#/account",
  accounts: "#/accounts",
  report: "#/report",
  explain: `#/access/explain?${new URLSearchParams({ principal: ALICE, action: "s3:GetObject", resource: "arn:aws:s3:::backups/x" })}`,
  "who-can": `#/access/who-can?${new URLSearchParams({ action: "s3:GetObject", resource: "arn:aws:s3:::backups/x" })}`,
  simulate: "#/access/simulate",
  denial: `#/access/denial?text=${encodeURIComponent(`User: ${ALICE} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${ACCOUNT}:user/ because no identity-based policy allows the iam:ListUsers action`)}`,
  me: "#/me",
  "no-such-page": "#/nowhere",
};

const quick = process.argv.includes("--quick");
const looks = { quick, pictures: quick ? undefined : PICTURES };
const chosen = process.argv.slice(2).filter((argument) => argument !== "--quick");

await mkdir(PICTURES, { recursive: true });
const { browser, visitor } = await open();
const { page, faults } = await visitor({ reducedMotion: "reduce" });

let signedIn = false;
const named = Object.entries(PAGES).filter(([name]) => chosen.length === 0 || chosen.includes(name));

await tell(
  {
    "sign-in": async () => {
      await furnish();
      await go(page, "");
      await look(page, "sign-in", looks);
      await signIn(page, { password: ROOT_PASSWORD });
      await isIn(page);
      signedIn = true;
    },
    ...Object.fromEntries(
      named.map(([name, hash]) => [
        name,
        async () => {
          expect(signedIn, "nobody is signed in");
          await go(page, hash);
          await look(page, name, looks);
        },
      ]),
    ),
    "no page had a fault": () => expect(faults.length === 0, faults.join("\n")),
  },
  { goOn: true },
);
await browser.close();
