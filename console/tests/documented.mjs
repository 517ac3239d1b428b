/** Takes the pictures of `docs/images`, of a furnished account. Needs a new server; see browser.mjs. */
import { CreateVirtualMFADeviceCommand, EnableMFADeviceCommand } from "@aws-sdk/client-iam";
import { go, isIn, open, ROOT_PASSWORD, settled, signIn } from "./browser.mjs";
import { furnish, iamOf } from "./furniture.mjs";
import { tell } from "./steps.mjs";
import { code } from "./totp.mjs";

const UserName = "alice";
const IMAGES = new URL("../../docs/images/", import.meta.url).pathname;

const { browser, visitor } = await open();
const { page } = await visitor({ viewport: { width: 1280, height: 960 }, colorScheme: "light" });
const send = iamOf();

/** Gives alice, who has a sign-in and a key, an MFA device. */
async function equip() {
  await furnish();
  const { VirtualMFADevice } = await send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }));
  const seed = new TextDecoder().decode(VirtualMFADevice.Base32StringSeed);
  await send(
    new EnableMFADeviceCommand({
      UserName,
      SerialNumber: VirtualMFADevice.SerialNumber,
      AuthenticationCode1: code(seed, -1),
      AuthenticationCode2: code(seed),
    }),
  );
}

await tell({
  "console-keys": async () => {
    await equip();
    await signIn(page, { password: ROOT_PASSWORD });
    await isIn(page);
    await go(page, `#/users/${UserName}?tab=credentials`);
    await settled(page);
    await page.screenshot({ path: `${IMAGES}console-keys.png` });
  },
});
await browser.close();
