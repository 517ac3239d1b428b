import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";

interface Props {
  title: string;
  /** Whether the person has it. */
  taken: boolean;
  /** What is said to a person who closes the window without having it. */
  lost: string;
  children: ReactNode;
  onClose: () => void;
}

/** A window with what is shown only once. It closes on a person who has not taken it only if they insist. */
export function ShownOnce({ title, taken, lost, children, onClose }: Props) {
  const [warned, setWarned] = useState(false);
  const leave = () => (taken || warned ? onClose() : setWarned(true));
  return (
    <Modal
      visible
      header={title}
      onDismiss={leave}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={leave}>
            {warned && !taken ? t`Close without it` : t`Done`}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {warned && !taken && (
          <Alert type="error">
            {lost} {t`After this it cannot be had again.`}
          </Alert>
        )}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
