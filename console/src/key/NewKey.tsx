import type { AccessKey } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { KeySecret } from "./KeySecret";

/** A key that was just made: the only time that its secret can be seen. */
export function NewKey({ accessKey, onClose }: { accessKey: AccessKey; onClose: () => void }) {
  const [taken, setTaken] = useState(false);
  const [warned, setWarned] = useState(false);
  const leave = () => (taken || warned ? onClose() : setWarned(true));
  return (
    <Modal
      visible
      header="The access key is made"
      onDismiss={leave}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={leave}>
            {warned && !taken ? "Close without the secret" : "Done"}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {warned && !taken && (
          <Alert type="error">
            You have neither seen, copied nor downloaded the secret. After this it cannot be had again.
          </Alert>
        )}
        <KeySecret accessKey={accessKey} onTaken={() => setTaken(true)} />
      </SpaceBetween>
    </Modal>
  );
}
