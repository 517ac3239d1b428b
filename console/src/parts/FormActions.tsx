import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";

interface Props {
  /** What is done with the form. */
  does: string;
  /** Whether it can be tried. */
  ready?: boolean;
  /** What is needed for that. */
  needs?: string;
  busy: boolean;
  onSubmit: () => void;
  /** Where a page leads that is given up. */
  back: string;
  onCancel: () => void;
}

/** The buttons at the end of a page with a form: it is given up, or done. */
export function FormActions({ does, ready = true, needs, busy, onSubmit, back, onCancel }: Props) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button variant="link" href={back} onClick={onCancel}>
        {t`Cancel`}
      </Button>
      <Button
        variant="primary"
        disabled={!ready}
        {...(needs && { disabledReason: needs })}
        loading={busy}
        onClick={onSubmit}
      >
        {does}
      </Button>
    </SpaceBetween>
  );
}
