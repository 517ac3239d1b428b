import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { to } from "../shell/paths";

/** Who will use a key: a person, a program that has a token of its own, or another program. */
export type KeyUse = "person" | "cluster" | "program";

/** What would do better than a key, or what to mind with one. */
export function KeyAdvice({ use }: { use: KeyUse }) {
  switch (use) {
    case "person":
      return (
        <Alert type="info" header={t`A sign-in would do without a key`}>
          {t`With a password, claviger sign-in gives the terminal credentials that end by themselves. A key is good until somebody deletes it.`}
        </Alert>
      );
    case "cluster":
      return (
        <Alert type="info" header={t`A role would do without a key`}>
          <Trans>
            A program in Kubernetes or in a CI job has a token of its own, with which it gets a role’s credentials:
            there is nothing to store or to replace. <Link href={to.createRole}>Create a role for web identity</Link>.
          </Trans>
        </Alert>
      );
    case "program":
      return (
        <Alert type="info" header={t`Keep it like a password`}>
          {t`Give the user no more rights than the program needs, keep the key out of code, and replace it now and then.`}
        </Alert>
      );
  }
}
