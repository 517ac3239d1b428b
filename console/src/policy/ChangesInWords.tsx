import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { t } from "@lingui/core/macro";
import { changesBetween } from "./changes";

/** What a change of a document changes, in words. */
export function ChangesInWords({ before, after }: { before: string; after: string }) {
  const changes = changesBetween(before, after);
  if (!changes) {
    return <Box color="text-body-secondary">{t`The change cannot be said in words.`}</Box>;
  }
  if (changes.gone.length + changes.added.length === 0) {
    return <Box color="text-body-secondary">{t`The meaning is the same.`}</Box>;
  }
  return (
    <div>
      {changes.gone.map((words) => (
        <div key={words}>
          <StatusIndicator type="error" wrapText>
            {t`No longer: it ${words}`}
          </StatusIndicator>
        </div>
      ))}
      {changes.added.map((words) => (
        <div key={words}>
          <StatusIndicator type="success" wrapText>
            {t`New: it ${words}`}
          </StatusIndicator>
        </div>
      ))}
    </div>
  );
}
