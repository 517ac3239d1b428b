import { DeleteGroupCommand, GetGroupCommand, RemoveUserFromGroupCommand } from "@aws-sdk/client-iam";
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
import { Delete } from "../parts/Delete";
import { Moment } from "../parts/Moment";
import { AddressedTabs, Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { ownerGroup, removePolicies } from "../permission/owners";
import { Permissions } from "../permission/Permissions";
import { to } from "../shell/paths";
import { Members } from "./Members";

/** One group: who is in it, and what they may do for it. */
export default function Group() {
  const name = useParams()["name"] ?? "";
  const [deleting, setDeleting] = useState(false);
  const group = useQuery({
    queryKey: ["groups", name],
    queryFn: async () => (await iam.send(new GetGroupCommand({ GroupName: name, MaxItems: 1 }))).Group,
  });
  return (
    <Page
      title={name}
      of={group}
      above={[{ text: t`Groups`, href: to.groups }]}
      actions={<Button onClick={() => setDeleting(true)}>{t`Delete`}</Button>}
    >
      <SpaceBetween size="l">
        <Reading of={group} loading={t`Loading the group`}>
          {(found) => (
            <Container>
              <KeyValuePairs
                columns={3}
                items={[
                  { label: "ARN", value: <Copied text={found?.Arn ?? ""} label={t`Copy ARN`} /> },
                  { label: t`Created`, value: <Moment at={found?.CreateDate} /> },
                  { label: t`Path`, value: found?.Path ?? "–" },
                ]}
              />
            </Container>
          )}
        </Reading>
        <AddressedTabs
          label={t`About the group`}
          tabs={[
            { id: "members", label: t`Users`, content: <Members group={name} /> },
            { id: "permissions", label: t`Permissions`, content: <Permissions owner={ownerGroup(name)} /> },
          ]}
        />
      </SpaceBetween>
      {deleting && <DeleteGroup name={name} onClose={() => setDeleting(false)} />}
    </Page>
  );
}

/** AWS deletes a group only when it is empty. */
async function remove(GroupName: string) {
  for (;;) {
    const { Users = [] } = await iam.send(new GetGroupCommand({ GroupName, MaxItems: 1000 }));
    if (Users.length === 0) {
      break;
    }
    for (const { UserName } of Users) {
      await iam.send(new RemoveUserFromGroupCommand({ GroupName, UserName }));
    }
  }
  await removePolicies(ownerGroup(GroupName));
  await iam.send(new DeleteGroupCommand({ GroupName }));
}

function DeleteGroup({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <Delete
      says={t`The group ${name} is deleted.`}
      name={name}
      does={() => remove(name)}
      changes={["groups", "permissions", "account"]}
      leads={to.groups}
      onClose={onClose}
    >
      {t`Its users stay, but lose what the group allows them. Its inline policies are gone.`}
    </Delete>
  );
}
