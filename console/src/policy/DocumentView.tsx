import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
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
          label={t`How the policy is shown`}
          selectedId={view}
          onChange={({ detail }) => {
            setView(detail.selectedId as View);
            keep("policy.view", detail.selectedId);
          }}
          options={[
            { id: "words", text: t`In words` },
            { id: "json", text: "JSON" },
          ]}
        />
        <CopyToClipboard
          copyButtonText={t`Copy JSON`}
          textToCopy={text}
          copySuccessText={t`Copied`}
          copyErrorText={t`The browser does not allow it`}
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
