import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { describe, expect, it } from "vitest";

describe("the catalogue", () => {
  it("has the texts of the code, each and no other; if not, run `npm run texts`", async () => {
    const [catalogue] = await getCatalogs(getConfig());
    const found = await catalogue?.collect();
    const kept = await catalogue?.read("en");
    expect(Object.keys(kept ?? {}).sort()).toEqual(Object.keys(found ?? {}).sort());
  }, 60_000);
});
