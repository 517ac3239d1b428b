import {
  DeleteInstanceProfileCommand,
  GetInstanceProfileCommand,
  ListInstanceProfileTagsCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagInstanceProfileCommand,
  UntagInstanceProfileCommand,
} from "@aws-sdk/client-iam";
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
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { Tags } from "../parts/Tags";
import { to } from "../shell/paths";
import { ProfileRole } from "./ProfileRole";

/** One instance profile: the role that machines get by it. */
export default function InstanceProfile() {
  const name = useParams()["name"] ?? "";
  const [deleting, setDeleting] = useState(false);
  const profile = useQuery({
    queryKey: ["profiles", name],
    queryFn: async () => (await iam.send(new GetInstanceProfileCommand({ InstanceProfileName: name }))).InstanceProfile,
  });
  const role = profile.data?.Roles?.[0]?.RoleName;
  return (
    <Page
      title={name}
      of={profile}
      above={[{ text: t`Instance profiles`, href: to.instanceProfiles }]}
      actions={<Button onClick={() => setDeleting(true)}>{t`Delete`}</Button>}
    >
      <SpaceBetween size="l">
        <Reading of={profile} loading={t`Loading the instance profile`}>
          {(found) => (
            <SpaceBetween size="l">
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
              <ProfileRole profile={name} role={role} />
            </SpaceBetween>
          )}
        </Reading>
        {profile.data && (
          <Tags
            queryKey={["profiles", name, "tags"]}
            read={async () =>
              (await iam.send(new ListInstanceProfileTagsCommand({ InstanceProfileName: name, MaxItems: 100 }))).Tags ??
              []
            }
            set={(tags) => iam.send(new TagInstanceProfileCommand({ InstanceProfileName: name, Tags: tags }))}
            remove={(keys) => iam.send(new UntagInstanceProfileCommand({ InstanceProfileName: name, TagKeys: keys }))}
          />
        )}
      </SpaceBetween>
      {deleting && <DeleteProfile name={name} role={role} onClose={() => setDeleting(false)} />}
    </Page>
  );
}

interface Deleting {
  name: string;
  role: string | undefined;
  onClose: () => void;
}

/** AWS deletes an instance profile only when it has no role. */
function DeleteProfile({ name, role, onClose }: Deleting) {
  return (
    <Delete
      says={t`The instance profile ${name} is deleted.`}
      name={name}
      does={async () => {
        if (role) {
          await iam.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: name, RoleName: role }));
        }
        await iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName: name }));
      }}
      changes={["profiles", "account"]}
      leads={to.instanceProfiles}
      onClose={onClose}
    >
      {t`Machines that have this profile get no credentials any more.`} {role && t`The role ${role} stays.`}
    </Delete>
  );
}
