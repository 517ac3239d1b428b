import type { I18n, MessageDescriptor, MessageOptions } from "@lingui/core";

type Values = Record<string, unknown>;

/**
 * Values of texts are shown as they are. Without this, Lingui decodes escapes such as `\u002a` in them too, so that a
 * resource of a policy would look like another one. To be called once.
 */
export function keepValues(i18n: I18n) {
  const format = i18n._.bind(i18n);
  const exact = (text: MessageDescriptor | string, values?: Values, options?: MessageOptions) =>
    typeof text === "string"
      ? format(text, escaped(values), options)
      : format({ ...text, values: escaped(text.values) });
  i18n._ = exact;
  i18n.t = exact;
}

function escaped(values: Values = {}): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("\\", "\\u005c") : value,
    ]),
  );
}
