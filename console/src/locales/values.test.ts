import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { expect, it } from "vitest";

const WRITTEN = [String.raw`arn:aws:s3:::b/\u002a`, String.raw`\x2a`, String.raw`\\u002a`, "\\"];

it.each(WRITTEN)("a value is shown as it is written, in every way to make a text: %s", (value) => {
  const message = "It is {value}u002a.";
  const shown = `It is ${value}u002a.`;
  expect(i18n._("none", { value }, { message })).toBe(shown);
  expect(i18n._({ id: "none", message, values: { value } })).toBe(shown);
  expect(i18n.t("none", { value }, { message })).toBe(shown);
  expect(t`Delete ${value}`).toBe(`Delete ${value}`);
});
