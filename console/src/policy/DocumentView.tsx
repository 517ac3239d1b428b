import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { keep, kept } from "../parts/kept";
import { StatementCards } from "./StatementCards";
import { tidy } from "./versions";

type View = "words" | "json";

/** A policy document to be read: in words, or as it is. */
export function DocumentView({ document }: { document: string }) {
  const [view, setView] = useState<View>(() => kept("policy.view", "words"));
  const text = tidy(document);
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="s">
        <SegmentedControl
          label="How the policy is shown"
          selectedId={view}
          onChange={({ detail }) => {
            setView(detail.selectedId as View);
            keep("policy.view", detail.selectedId);
          }}
          options={[
            { id: "words", text: "In words" },
            { id: "json", text: "JSON" },
          ]}
        />
        <CopyToClipboard
          copyButtonText="Copy JSON"
          textToCopy={text}
          copySuccessText="Copied"
          copyErrorText="The browser does not allow it"
        />
      </SpaceBetween>
      {view === "words" ? (
        <StatementCards document={document} />
      ) : (
        <pre className="document" tabIndex={0}>
          {text}
        </pre>
      )}
    </SpaceBetween>
  );
}
