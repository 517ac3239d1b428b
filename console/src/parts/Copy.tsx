import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import { t } from "@lingui/core/macro";
import { useState } from "react";

interface Props {
  text: string;
  children: string;
  variant?: ButtonProps.Variant;
}

/** Copies a text that need not be seen. */
export function CopyButton({ text, children, variant = "normal" }: Props) {
  const [done, setDone] = useState<string>();
  return (
    <Button variant={variant} iconName={done ? "check" : "copy"} onClick={() => void copy(text).then(setDone)}>
      {done ?? children}
    </Button>
  );
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return t`Copied`;
  } catch {
    return t`The browser does not allow it`;
  }
}

/** A text with a button that copies it. */
export function Copied({ text, label }: { text: string; label: string }) {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={label}
      copySuccessText={t`Copied`}
      copyErrorText={t`The browser does not allow it`}
    />
  );
}
