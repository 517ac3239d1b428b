import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { Refusal } from "./Refusal";

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
  const ready = typed === undefined || text === typed;
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" disabled={!ready} loading={busy} onClick={onConfirm}>
              {does}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) {
            onConfirm();
          }
        }}
      >
        <SpaceBetween size="m">
          <Alert type="warning">{children}</Alert>
          {typed !== undefined && (
            <FormField label={`To confirm, type ${typed}`}>
              <Input
                value={text}
                onChange={({ detail }) => setText(detail.value)}
                autoComplete={false}
                autoFocus
                spellcheck={false}
              />
            </FormField>
          )}
          <Refusal error={error} />
        </SpaceBetween>
      </form>
    </Modal>
  );
}
