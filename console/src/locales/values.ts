import type { I18n, MessageDescriptor, MessageOptions } from "@lingui/core";

type Values = Record<string, unknown>;

/** What Lingui decodes in a finished text. */
const ESCAPE = /\\(?=u[\da-fA-F]{4}|x[\da-fA-F]{2})/g;

/**
 * Values of texts are shown as they are. Without this, Lingui decodes escapes such as `\u002a` in them too, so that a
 * resource of a policy would look like another one.
 */
export function keepValues(i18n: I18n) {
  const format = i18n._.bind(i18n);
  i18n._ = (text: MessageDescriptor | string, values?: Values, options?: MessageOptions) =>
    typeof text === "string"
      ? format(text, escaped(values), options)
      : format({ ...text, values: escaped(text.values) });
}

function escaped(values: Values = {}): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(ESCAPE, "\\u005c") : value,
    ]),
  );
}
