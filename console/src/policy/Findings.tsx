import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { t } from "@lingui/core/macro";
import type { Finding } from "../editor/findings";

const KINDS: Record<Finding["type"], [StatusIndicatorProps.Type, string]> = {
  ERROR: ["error", t`Error`],
  SECURITY_WARNING: ["warning", t`Security warning`],
  WARNING: ["warning", t`Warning`],
  SUGGESTION: ["info", t`Suggestion`],
};

/** What the validator found, for those who read rather than hover. */
export function Findings({ found }: { found: Finding[] }) {
  return (
    <div role="status" aria-live="polite">
      <SpaceBetween size="xxs">
        {found.map((finding, index) => {
          const [type, kind] = KINDS[finding.type];
          return (
            <StatusIndicator key={index} type={type} wrapText>
              {t`${kind}, line ${finding.line}: ${finding.message}`}
            </StatusIndicator>
          );
        })}
        {found.length === 0 && (
          <Box color="text-body-secondary" fontSize="body-s">
            {t`No findings`}
          </Box>
        )}
      </SpaceBetween>
    </div>
  );
}
