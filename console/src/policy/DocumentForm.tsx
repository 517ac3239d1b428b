import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import type { ComponentProps, ReactNode } from "react";
import { Refusal } from "../parts/Refusal";
import { ChangesInWords } from "./ChangesInWords";
import { DocumentEditor } from "./DocumentEditor";

type Edited = Pick<ComponentProps<typeof DocumentEditor>, "document" | "onChange" | "type" | "label" | "templates">;

interface Props extends Edited {
  /** The document as it is now; empty for a new one. */
  before: string;
  /** What the button says. */
  does: string;
  ready: boolean;
  busy: boolean;
  error: Error | null;
  onSave: () => void;
  onCancel: () => void;
  /** Fields above the document. */
  children?: ReactNode;
}

/** A document to change, and what the change means. */
export function DocumentForm({ before, does, ready, busy, error, onSave, onCancel, children, ...edited }: Props) {
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" onClick={onCancel}>
            {t`Cancel`}
          </Button>
          <Button variant="primary" loading={busy} disabled={!ready} onClick={onSave}>
            {does}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {children}
        <DocumentEditor {...edited} />
        {before && edited.document !== before && (
          <Container header={<Header variant="h2">{t`What this changes`}</Header>}>
            <ChangesInWords before={before} after={edited.document} />
          </Container>
        )}
        <Refusal error={error} />
      </SpaceBetween>
    </Form>
  );
}
