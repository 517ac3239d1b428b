import Flashbar, { type FlashbarProps } from "@cloudscape-design/components/flashbar";
import { t } from "@lingui/core/macro";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

interface Notice {
  id: string;
  type: FlashbarProps.Type;
  content: ReactNode;
}

type Notify = (type: FlashbarProps.Type, content: ReactNode) => void;

const Shown = createContext<FlashbarProps.MessageDefinition[]>([]);
const Notifying = createContext<Notify>(() => undefined);

let count = 0;

/** How long the notice of a success stays. */
const SUCCESS_MS = 8_000;

/** What the console says about things done, above whatever page is open. */
export function Notices({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<Notice[]>([]);
  const dismiss = useCallback((id: string) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  const notify = useCallback<Notify>(
    (type, content) => {
      const id = String(++count);
      setNotices((all) => [{ id, type, content }, ...all].slice(0, 5));
      if (type === "success") {
        setTimeout(() => dismiss(id), SUCCESS_MS);
      }
    },
    [dismiss],
  );
  const shown = useMemo(
    () =>
      notices.map((notice) => ({
        ...notice,
        dismissible: true,
        dismissLabel: t`Close the notice`,
        onDismiss: () => dismiss(notice.id),
      })),
    [notices, dismiss],
  );
  return (
    <Notifying value={notify}>
      <Shown value={shown}>{children}</Shown>
    </Notifying>
  );
}

export function useNotify(): Notify {
  return useContext(Notifying);
}

export function NoticeBar() {
  return <Flashbar items={useContext(Shown)} stackItems />;
}
