import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { SideBySide } from "../editor/SideBySide";
import { Reading } from "../parts/Reading";
import { ChangesInWords } from "./ChangesInWords";
import { readDocument, tidy } from "./versions";

/** Two versions of a policy side by side, with what the newer one changes in words. */
export default function Difference({ arn, older, newer }: { arn: string; older: string; newer: string }) {
  const documents = useQuery({
    queryKey: ["policies", "difference", arn, older, newer],
    queryFn: async () => Promise.all([older, newer].map(async (version) => tidy(await readDocument(arn, version)))),
    staleTime: Infinity,
  });
  return (
    <Container header={<Header variant="h2">{t`From ${older} to ${newer}`}</Header>}>
      <Reading of={documents} loading={t`Loading both versions`}>
        {([before = "", after = ""]) => (
          <SpaceBetween size="m">
            <ChangesInWords before={before} after={after} />
            <SideBySide before={before} after={after} label={t`${older} and ${newer}`} />
          </SpaceBetween>
        )}
      </Reading>
    </Container>
  );
}
