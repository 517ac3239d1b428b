import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";

export interface ChosenPassword {
  generated: boolean;
  text: string;
}

interface Props {
  chosen: ChosenPassword;
  onChange: (chosen: ChosenPassword) => void;
}

const LOWER = "abcdefghijkmnpqrstuvwxyz";
const UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS = "23456789";
const SYMBOLS = "!@#$%^*_-+=";
const LENGTH = 20;

/** A random password that has all that a password policy can ask for but the length: it has 20 characters. */
export function newPassword(): string {
  const all = LOWER + UPPER + DIGITS + SYMBOLS;
  for (;;) {
    const text = Array.from({ length: LENGTH }, () => pick(all)).join("");
    if ([LOWER, UPPER, DIGITS, SYMBOLS].every((kind) => text.split("").some((character) => kind.includes(character)))) {
      return text;
    }
  }
}

/** Draws evenly: numbers beyond the last whole multiple are drawn again. */
function pick(from: string): string {
  const limit = 256 - (256 % from.length);
  for (;;) {
    const [drawn = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (drawn < limit) {
      return from.charAt(drawn % from.length);
    }
  }
}

/** A password that the console makes, or one that somebody types. */
export function PasswordChoice({ chosen, onChange }: Props) {
  return (
    <SpaceBetween size="s">
      <FormField label={t`Password`}>
        <RadioGroup
          value={chosen.generated ? "generated" : "typed"}
          onChange={({ detail }) =>
            onChange(
              detail.value === "generated" ? { generated: true, text: newPassword() } : { generated: false, text: "" },
            )
          }
          items={[
            { value: "generated", label: t`A random one, shown once` },
            { value: "typed", label: t`One that I choose` },
          ]}
        />
      </FormField>
      {!chosen.generated && (
        <FormField label={t`The password`} description={t`The account’s password policy counts.`}>
          <Input
            type="password"
            autoComplete="new-password"
            value={chosen.text}
            onChange={({ detail }) => onChange({ generated: false, text: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
