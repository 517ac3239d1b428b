import {
  DeletePolicyVersionCommand,
  ListPolicyVersionsCommand,
  type PolicyVersion,
  SetDefaultPolicyVersionCommand,
} from "@aws-sdk/client-iam";
import Badge from "@cloudscape-design/components/badge";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Moment } from "../parts/Moment";
import { Refusal } from "../parts/Refusal";
import { byTime } from "../parts/time";

const Difference = lazy(() => import("./Difference"));

/** The versions of a managed policy. Two of them, chosen, are shown side by side. */
export function Versions({ arn, own }: { arn: string; own: boolean }) {
  const [chosen, setChosen] = useState<PolicyVersion[]>([]);
  const versions = useQuery({
    queryKey: ["policies", "versions", arn],
    queryFn: async () =>
      (await iam.send(new ListPolicyVersionsCommand({ PolicyArn: arn, MaxItems: 100 }))).Versions ?? [],
  });
  const choosing = useAction<PolicyVersion>({
    does: (version) => iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: arn, VersionId: version.VersionId })),
    says: (version) => t`${version.VersionId ?? ""} counts now.`,
    changes: ["policies"],
  });
  const deleting = useAction<PolicyVersion>({
    does: (version) => iam.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId: version.VersionId })),
    says: (version) => t`${version.VersionId ?? ""} is deleted.`,
    changes: ["policies"],
  });
  const pair = [...chosen].sort((a, b) => byTime(a.CreateDate, b.CreateDate));
  return (
    <SpaceBetween size="l">
      <Refusal error={choosing.error ?? deleting.error} />
      <Table<PolicyVersion>
        ariaLabels={{
          tableLabel: t`Versions`,
          selectionGroupLabel: t`Versions to compare`,
          allItemsSelectionLabel: () => t`All`,
          itemSelectionLabel: (_, version) => version.VersionId ?? "",
        }}
        header={
          <Header
            variant="h2"
            counter={versions.data && `(${versions.data.length}/5)`}
            description={t`Choose two to see how they differ. Five are kept at most.`}
          >
            {t`Versions`}
          </Header>
        }
        selectionType="multi"
        selectedItems={chosen}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems.slice(-2))}
        trackBy="VersionId"
        loading={versions.isPending}
        loadingText={t`Loading versions`}
        items={versions.data ?? []}
        empty={<Refusal error={versions.error} />}
        columnDefinitions={[
          {
            id: "version",
            header: t`Version`,
            isRowHeader: true,
            cell: (version) => (
              <>
                {version.VersionId} {version.IsDefaultVersion && <Badge color="blue">{t`counts`}</Badge>}
              </>
            ),
          },
          { id: "made", header: t`Created`, cell: (version) => <Moment at={version.CreateDate} /> },
          {
            id: "actions",
            header: t({ message: "Actions", context: "what can be done with a row" }),
            cell: (version) =>
              own &&
              !version.IsDefaultVersion && (
                <SpaceBetween direction="horizontal" size="s">
                  <Button
                    variant="inline-link"
                    ariaLabel={t`Let it count: ${version.VersionId ?? ""}`}
                    onClick={() => choosing.mutate(version)}
                  >
                    {t`Let it count`}
                  </Button>
                  <Button
                    variant="inline-link"
                    ariaLabel={t`Delete ${version.VersionId ?? ""}`}
                    onClick={() => deleting.mutate(version)}
                  >
                    {t`Delete`}
                  </Button>
                </SpaceBetween>
              ),
          },
        ]}
      />
      {pair[0]?.VersionId && pair[1]?.VersionId && (
        <Suspense>
          <Difference arn={arn} older={pair[0].VersionId} newer={pair[1].VersionId} />
        </Suspense>
      )}
    </SpaceBetween>
  );
}
