import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { select, t } from "@lingui/core/macro";
import { useState } from "react";

type Kind = "password" | "key" | "seed";

interface Props {
  text: string;
  of: Kind;
  onTaken?: (() => void) | undefined;
}

/** A secret that is not on the screen until it is asked for, and can be copied unseen. */
export function Secret({ text, of, onTaken }: Props) {
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState<string>();
  const copy = copied ?? t`Copy`;
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <span className="secret">{shown ? text : "•".repeat(16)}</span>
      <Button
        variant="inline-link"
        ariaLabel={shown ? hide(of) : show(of)}
        onClick={() => {
          setShown(!shown);
          onTaken?.();
        }}
      >
        {shown ? t`Hide` : t`Show`}
      </Button>
      <Button
        variant="inline-link"
        ariaLabel={`${copy}: ${nameOf(of)}`}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => {
              setCopied(t`Copied`);
              onTaken?.();
            },
            () => setCopied(t`The browser does not allow it`),
          );
        }}
      >
        {copy}
      </Button>
    </SpaceBetween>
  );
}

function show(kind: Kind): string {
  return select(kind, { password: "Show the password", seed: "Show the seed", other: "Show the secret access key" });
}

function hide(kind: Kind): string {
  return select(kind, { password: "Hide the password", seed: "Hide the seed", other: "Hide the secret access key" });
}

function nameOf(kind: Kind): string {
  return select(kind, { password: "the password", seed: "the seed", other: "the secret access key" });
}
