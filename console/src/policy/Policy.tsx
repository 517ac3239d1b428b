import { GetPolicyCommand, ListPolicyTagsCommand, TagPolicyCommand, UntagPolicyCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { iam } from "../aws/clients";
import { Copied } from "../parts/Copy";
import { Moment } from "../parts/Moment";
import { AddressedTabs, Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { Tags } from "../parts/Tags";
import { to } from "../shell/paths";
import { DeletePolicy } from "./DeletePolicy";
import { PolicyDocument } from "./PolicyDocument";
import { Usage } from "./Usage";
import { Versions } from "./Versions";

/** One managed policy: its document, its versions, and where it counts. */
export default function Policy() {
  const arn = useParams()["arn"] ?? "";
  const name = arn.split("/").at(-1) ?? arn;
  const own = !/^arn:[^:]+:iam::aws:/.test(arn);
  const [deleting, setDeleting] = useState(false);
  const policy = useQuery({
    queryKey: ["policies", "one", arn],
    queryFn: async () => (await iam.send(new GetPolicyCommand({ PolicyArn: arn }))).Policy,
  });
  return (
    <Page
      title={name}
      of={policy}
      description={policy.data?.Description}
      above={[{ text: t`Policies`, href: to.policies }]}
      actions={
        own ? (
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setDeleting(true)}>{t`Delete`}</Button>
            <Button variant="primary" href={to.editPolicy(arn)}>
              {t`Edit`}
            </Button>
          </SpaceBetween>
        ) : (
          <Button href={`${to.createPolicy}?from=${encodeURIComponent(arn)}`}>{t`Make a copy`}</Button>
        )
      }
    >
      <SpaceBetween size="l">
        <Reading of={policy} loading={t`Loading the policy`}>
          {(found) => (
            <Container>
              <KeyValuePairs
                columns={4}
                items={[
                  { label: "ARN", value: <Copied text={arn} label={t`Copy ARN`} /> },
                  { label: t`Attached to`, value: String(found?.AttachmentCount ?? 0) },
                  { label: t`Version`, value: found?.DefaultVersionId ?? "–" },
                  { label: t`Changed`, value: <Moment at={found?.UpdateDate} /> },
                ]}
              />
            </Container>
          )}
        </Reading>
        <AddressedTabs
          label={t`About the policy`}
          tabs={[
            {
              id: "document",
              label: t`Permissions`,
              content: <PolicyDocument arn={arn} version={policy.data?.DefaultVersionId} />,
            },
            { id: "versions", label: t`Versions`, content: <Versions arn={arn} own={own} /> },
            { id: "usage", label: t`Attached to`, content: <Usage arn={arn} /> },
            ...(own ? [{ id: "tags", label: t`Tags`, content: <PolicyTags arn={arn} /> }] : []),
          ]}
        />
      </SpaceBetween>
      {deleting && <DeletePolicy arn={arn} name={name} onClose={() => setDeleting(false)} />}
    </Page>
  );
}

function PolicyTags({ arn }: { arn: string }) {
  return (
    <Tags
      queryKey={["policies", "tags", arn]}
      read={async () => (await iam.send(new ListPolicyTagsCommand({ PolicyArn: arn, MaxItems: 100 }))).Tags ?? []}
      set={(tags) => iam.send(new TagPolicyCommand({ PolicyArn: arn, Tags: tags }))}
      remove={(keys) => iam.send(new UntagPolicyCommand({ PolicyArn: arn, TagKeys: keys }))}
    />
  );
}
