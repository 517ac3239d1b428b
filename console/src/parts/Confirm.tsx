import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";
import { Dialog } from "./Dialog";

interface Props {
  title: string;
  children: ReactNode;
  /** What the button says. */
  does: string;
  /** What has to be typed before the button works; nothing has to if it is absent. */
  typed?: string;
  busy: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done that cannot be undone. */
export function Confirm({ title, children, does, typed, busy, error, onConfirm, onClose }: Props) {
  const [text, setText] = useState("");
  return (
    <Dialog
      title={title}
      does={does}
      ready={typed === undefined || text === typed}
      busy={busy}
      error={error}
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <Alert type="warning">{children}</Alert>
      {typed !== undefined && (
        <FormField label={t`To confirm, type ${typed}`}>
          <Input
            value={text}
            onChange={({ detail }) => setText(detail.value)}
            autoComplete={false}
            autoFocus
            spellcheck={false}
          />
        </FormField>
      )}
    </Dialog>
  );
}
