import { GetUserCommand, ListUserTagsCommand, TagUserCommand, UntagUserCommand } from "@aws-sdk/client-iam";
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
import { ownerUser } from "../permission/owners";
import { Permissions } from "../permission/Permissions";
import { Quarantine, QuarantineNotice } from "../permission/Quarantine";
import { to } from "../shell/paths";
import { Credentials } from "./Credentials";
import { DeleteUser } from "./DeleteUser";
import { EditUser } from "./EditUser";
import { UserGroups } from "./UserGroups";

/** One user: what they may do, where they belong, how they prove who they are. */
export default function User() {
  const name = useParams()["name"] ?? "";
  const [asking, setAsking] = useState<"delete" | "edit" | "quarantine">();
  const user = useQuery({
    queryKey: ["users", name],
    queryFn: async () => (await iam.send(new GetUserCommand({ UserName: name }))).User,
  });
  return (
    <Page
      title={name}
      of={user}
      above={[{ text: t`Users`, href: to.users }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={to.explain({ principal: user.data?.Arn })}>{t`What may this user do?`}</Button>
          <Button onClick={() => setAsking("edit")}>{t`Rename`}</Button>
          <Button onClick={() => setAsking("quarantine")}>{t`Quarantine`}</Button>
          <Button onClick={() => setAsking("delete")}>{t`Delete`}</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <QuarantineNotice owner={ownerUser(name)} />
        <Reading of={user} loading={t`Loading the user`}>
          {(found) => (
            <Container>
              <KeyValuePairs
                columns={4}
                items={[
                  { label: "ARN", value: found?.Arn ? <Copied text={found.Arn} label={t`Copy ARN`} /> : "–" },
                  { label: t`Created`, value: <Moment at={found?.CreateDate} /> },
                  { label: t`Last sign-in`, value: <Moment at={found?.PasswordLastUsed} /> },
                  { label: t`Path`, value: found?.Path ?? "–" },
                ]}
              />
            </Container>
          )}
        </Reading>
        <AddressedTabs
          label={t`About the user`}
          tabs={[
            { id: "permissions", label: t`Permissions`, content: <Permissions owner={ownerUser(name)} /> },
            { id: "groups", label: t`Groups`, content: <UserGroups name={name} /> },
            { id: "credentials", label: t`Security credentials`, content: <Credentials name={name} /> },
            {
              id: "tags",
              label: t`Tags`,
              content: (
                <Tags
                  queryKey={["users", name, "tags"]}
                  read={async () =>
                    (await iam.send(new ListUserTagsCommand({ UserName: name, MaxItems: 100 }))).Tags ?? []
                  }
                  set={(tags) => iam.send(new TagUserCommand({ UserName: name, Tags: tags }))}
                  remove={(keys) => iam.send(new UntagUserCommand({ UserName: name, TagKeys: keys }))}
                />
              ),
            },
          ]}
        />
      </SpaceBetween>
      {asking === "edit" && <EditUser name={name} path={user.data?.Path ?? "/"} onClose={() => setAsking(undefined)} />}
      {asking === "quarantine" && <Quarantine owner={ownerUser(name)} onClose={() => setAsking(undefined)} />}
      {asking === "delete" && <DeleteUser name={name} onClose={() => setAsking(undefined)} />}
    </Page>
  );
}
