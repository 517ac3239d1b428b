import Popover from "@cloudscape-design/components/popover";
import { t } from "@lingui/core/macro";
import { ago, exactly } from "./time";

/** A moment as people say it; the exact one is a click away. */
export function Moment({ at, never = t`Never` }: { at: Date | undefined; never?: string }) {
  if (!at) {
    return never;
  }
  return (
    <Popover size="small" dismissButton={false} triggerType="text-inline" content={exactly(at)}>
      {ago(at)}
    </Popover>
  );
}
