import { GetRoleCommand, ListRoleTagsCommand, TagRoleCommand, UntagRoleCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
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
import { ownerRole } from "../permission/owners";
import { Permissions } from "../permission/Permissions";
import { Quarantine, QuarantineNotice } from "../permission/Quarantine";
import { DocumentView } from "../policy/DocumentView";
import { to } from "../shell/paths";
import { DeleteRole } from "./DeleteRole";
import { EditRole } from "./EditRole";
import { EndSessions } from "./EndSessions";

/** One role: what it may do, and whom it trusts. */
export default function Role() {
  const name = useParams()["name"] ?? "";
  const [asking, setAsking] = useState<"delete" | "edit" | "end" | "quarantine">();
  const close = () => setAsking(undefined);
  const role = useQuery({
    queryKey: ["roles", name],
    queryFn: async () => (await iam.send(new GetRoleCommand({ RoleName: name }))).Role,
  });
  return (
    <Page
      title={name}
      of={role}
      description={role.data?.Description}
      above={[{ text: t`Roles`, href: to.roles }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={to.explain({ principal: role.data?.Arn })}>{t`What may this role do?`}</Button>
          <Button onClick={() => setAsking("edit")}>{t`Edit`}</Button>
          <Button onClick={() => setAsking("end")}>{t`End its sessions`}</Button>
          <Button onClick={() => setAsking("quarantine")}>{t`Quarantine`}</Button>
          <Button onClick={() => setAsking("delete")}>{t`Delete`}</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <QuarantineNotice owner={ownerRole(name)} />
        <Reading of={role} loading={t`Loading the role`}>
          {(found) => (
            <Container>
              <KeyValuePairs
                columns={4}
                items={[
                  { label: "ARN", value: <Copied text={found?.Arn ?? ""} label={t`Copy ARN`} /> },
                  { label: t`Created`, value: <Moment at={found?.CreateDate} /> },
                  { label: t`Last used`, value: <Moment at={found?.RoleLastUsed?.LastUsedDate} /> },
                  {
                    label: t`Longest session`,
                    value: t`${(found?.MaxSessionDuration ?? 3600) / 3600} h`,
                  },
                ]}
              />
            </Container>
          )}
        </Reading>
        <AddressedTabs
          label={t`About the role`}
          tabs={[
            { id: "permissions", label: t`Permissions`, content: <Permissions owner={ownerRole(name)} /> },
            {
              id: "trust",
              label: t`Trust`,
              content: (
                <Container
                  header={
                    <Header
                      variant="h2"
                      description={t`Who may take the role.`}
                      actions={<Button href={to.trustPolicy(name)}>{t`Edit trust policy`}</Button>}
                    >
                      {t`Trust policy`}
                    </Header>
                  }
                >
                  <Reading of={role} loading={t`Loading the trust policy`}>
                    {(found) => <DocumentView document={decodeURIComponent(found?.AssumeRolePolicyDocument ?? "")} />}
                  </Reading>
                </Container>
              ),
            },
            {
              id: "tags",
              label: t`Tags`,
              content: (
                <Tags
                  queryKey={["roles", name, "tags"]}
                  read={async () =>
                    (await iam.send(new ListRoleTagsCommand({ RoleName: name, MaxItems: 100 }))).Tags ?? []
                  }
                  set={(tags) => iam.send(new TagRoleCommand({ RoleName: name, Tags: tags }))}
                  remove={(keys) => iam.send(new UntagRoleCommand({ RoleName: name, TagKeys: keys }))}
                />
              ),
            },
          ]}
        />
      </SpaceBetween>
      {asking === "edit" && role.data && <EditRole role={role.data} onClose={close} />}
      {asking === "end" && <EndSessions name={name} onClose={close} />}
      {asking === "quarantine" && <Quarantine owner={ownerRole(name)} onClose={close} />}
      {asking === "delete" && <DeleteRole name={name} onClose={close} />}
    </Page>
  );
}
