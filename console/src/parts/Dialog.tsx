import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { Refusal } from "./Refusal";

interface Props {
  title: string;
  children: ReactNode;
  does: string;
  ready?: boolean;
  busy: boolean;
  error: Error | null;
  wide?: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** A form in a window over the page. */
export function Dialog({ title, children, does, ready = true, busy, error, wide, onSubmit, onClose }: Props) {
  return (
    <Modal
      visible
      header={title}
      size={wide ? "large" : "medium"}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button variant="primary" disabled={!ready} loading={busy} onClick={onSubmit}>
              {does}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) {
            onSubmit();
          }
        }}
      >
        <SpaceBetween size="m">
          {children}
          <Refusal error={error} />
        </SpaceBetween>
      </form>
    </Modal>
  );
}
