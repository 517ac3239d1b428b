import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { inWords, noteFor, readDenial } from "../aws/denial";
import { to } from "../shell/paths";
import { CopyButton } from "./Copy";

interface Props {
  error: Error | null | undefined;
  retry?: () => void;
}

/** Why something was not done or cannot be shown. A denial says what is missing, and helps to ask for it. */
export function Refusal({ error, retry }: Props) {
  if (!error) {
    return null;
  }
  const denial = readDenial(error.message);
  if (!denial) {
    return (
      <Alert type="error" header={titleOf(error)} action={retry && <Button onClick={retry}>{t`Try again`}</Button>}>
        {error.message}
      </Alert>
    );
  }
  return (
    <Alert type="warning" header={t`You lack the permission ${denial.action}`}>
      <SpaceBetween size="s">
        <div>
          {inWords(denial)} {t`An administrator of your account can help.`}
          {denial.resource && (
            <Box color="text-body-secondary" fontSize="body-s">
              {t`on ${denial.resource}`}
            </Box>
          )}
        </div>
        <SpaceBetween size="xs" direction="horizontal">
          <CopyButton text={noteFor(denial)}>{t`Copy a note to your administrator`}</CopyButton>
          <Button variant="inline-link" href={to.denial(error.message)}>
            {t`Why?`}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}

function titleOf(error: Error): string {
  if (error instanceof TypeError) {
    return t`The server cannot be reached`;
  }
  return error.name
    .replace(/(Exception|Fault)$/, "")
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

/** Whether what was asked for is not there. */
export function isMissing(error: Error | null): boolean {
  return error?.name === "NoSuchEntity" || error?.name === "NoSuchEntityException";
}

/** Whether there cannot be what was asked for: it is not there, or what names it is no name. */
export function isNothing(error: Error | null): boolean {
  return isMissing(error) || ["ValidationError", "InvalidInput", "InvalidInputException"].includes(error?.name ?? "");
}

/** `undefined` if what was asked for is not there. */
export async function orMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}
