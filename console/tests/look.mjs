import { accessible, calm, settled } from "./browser.mjs";
import { expect } from "./steps.mjs";

const WIDTHS = [360, 1280, 2560];
const SCHEMES = ["light", "dark"];
const QUICK = { width: 1280, schemes: ["light"] };

/**
 * Looks at the page as it is now, in each width and scheme: axe finds nothing, and nothing is wider than the window. If
 * `quick`, axe looks once, and one scheme is enough. A picture of each is in the folder `pictures`, if there is one.
 */
export async function look(page, name, { quick = false, pictures } = {}) {
  const before = page.viewportSize();
  const found = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: before.height });
    for (const colorScheme of quick ? QUICK.schemes : SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await calm(page);
      const where = `${name}-${width}-${colorScheme}`;
      if (pictures) {
        await settled(page);
        await page.screenshot({ path: `${pictures}${where}.png` });
      }
      if (!quick || width === QUICK.width) {
        await accessible(page, where).catch((error) => found.push(error.message));
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) {
        found.push(`${where} is ${wide} pixels wider than the window`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
  expect(found.length === 0, found.join("\n"));
}
