import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { type ReactNode, useEffect, useState } from "react";

interface Props {
  title: string;
  /** What would be lost. */
  children: ReactNode;
}

/**
 * While it is shown, asks before somebody leaves the page with a link, with Back, or by closing or reloading the tab.
 * A browser without the Navigation API asks in the last two cases only.
 */
export function LeaveGuard({ title, children }: Props) {
  const [aim, setAim] = useState<string>();

  useEffect(() => {
    const ask = (event: NavigateEvent) => {
      if (event.userInitiated && event.cancelable && event.destination.sameDocument) {
        event.preventDefault();
        setAim(event.destination.url);
      }
    };
    const askOfTab = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", askOfTab);
    if ("navigation" in window) {
      navigation.addEventListener("navigate", ask);
    }
    return () => {
      removeEventListener("beforeunload", askOfTab);
      if ("navigation" in window) {
        navigation.removeEventListener("navigate", ask);
      }
    };
  }, []);

  const stay = () => setAim(undefined);
  const leave = () => {
    // The address may be the one that is shown already.
    stay();
    if (aim !== undefined) {
      location.assign(aim);
    }
  };
  return (
    <Modal
      visible={aim !== undefined}
      header={title}
      onDismiss={stay}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={leave}>
              {t`Leave without it`}
            </Button>
            <Button variant="primary" onClick={stay}>
              {t`Stay`}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  );
}
