import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useState } from "react";

interface Props {
  text: string;
  what: string;
  onTaken?: (() => void) | undefined;
}

/** A secret that is not on the screen until it is asked for, and can be copied unseen. */
export function Secret({ text, what, onTaken }: Props) {
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState<string>();
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <span className="secret">{shown ? text : "•".repeat(16)}</span>
      <Button
        variant="inline-link"
        ariaLabel={shown ? t`Hide the ${what}` : t`Show the ${what}`}
        onClick={() => {
          setShown(!shown);
          onTaken?.();
        }}
      >
        {shown ? t`Hide` : t`Show`}
      </Button>
      <Button
        variant="inline-link"
        ariaLabel={t`${copied ?? t`Copy`}: the ${what}`}
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
        {copied ?? t`Copy`}
      </Button>
    </SpaceBetween>
  );
}
