import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { t } from "@lingui/core/macro";
import { lazy, Suspense, useState } from "react";
import type { Finding, PolicyType } from "../editor/findings";
import { Findings } from "./Findings";
import { readStatements } from "./statements";
import type { Template } from "./templates";
import { VisualEditor } from "./VisualEditor";

const Editor = lazy(() => import("../editor/Editor"));

interface Props {
  document: string;
  onChange: (document: string) => void;
  type: PolicyType;
  label: string;
  templates?: Template[];
}

type View = "json" | "visual";

/** Writes a policy: as JSON or statement by statement, from a template or from nothing, with findings as one writes. */
export function DocumentEditor({ document, onChange, type, label, templates }: Props) {
  const [view, setView] = useState<View>("json");
  const [found, setFound] = useState<Finding[]>([]);
  const readable = readStatements(document) !== undefined;
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="s">
        <SegmentedControl
          label={t`How the policy is written`}
          selectedId={view}
          onChange={({ detail }) => setView(detail.selectedId as View)}
          options={[
            { id: "json", text: "JSON" },
            { id: "visual", text: t`Statement by statement` },
          ]}
        />
        {templates && (
          <Select
            ariaLabel={t`Start from a template`}
            selectedOption={null}
            placeholder={t`Start from a template`}
            options={templates.map((each) => ({
              label: each.name,
              value: each.id,
              description: each.says,
            }))}
            onChange={({ detail }) =>
              onChange(templates.find(({ id }) => id === detail.selectedOption.value)?.document ?? document)
            }
          />
        )}
      </SpaceBetween>
      {view === "visual" && readable && <VisualEditor document={document} onChange={onChange} type={type} />}
      {view === "visual" && !readable && (
        <Alert type="info">{t`This document cannot be shown statement by statement. Correct its JSON first.`}</Alert>
      )}
      <div hidden={view === "visual"}>
        <Suspense fallback={<Loading />}>
          <Editor value={document} onChange={onChange} onFindings={setFound} type={type} label={label} />
        </Suspense>
        <Box color="text-body-secondary" fontSize="body-s">
          {t`Ctrl-Space completes. Escape and then Tab leaves the editor.`}
        </Box>
      </div>
      <Findings found={found} />
    </SpaceBetween>
  );
}

function Loading() {
  return (
    <Box padding="l">
      <Spinner /> {t`Loading the editor`}
    </Box>
  );
}
