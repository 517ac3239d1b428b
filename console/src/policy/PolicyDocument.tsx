import Container from "@cloudscape-design/components/container";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { Reading } from "../parts/Reading";
import { DocumentView } from "./DocumentView";
import { readDocument } from "./versions";

/** The document of a managed policy's version. */
export function PolicyDocument({ arn, version }: { arn: string; version: string | undefined }) {
  const document = useQuery({
    queryKey: ["policies", "document", arn, version],
    queryFn: () => readDocument(arn, version ?? ""),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
  return (
    <Container>
      <Reading of={document} loading={t`Loading the document`}>
        {(text) => <DocumentView document={text} />}
      </Reading>
    </Container>
  );
}
