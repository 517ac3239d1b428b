import { DeleteLoginProfileCommand, GetLoginProfileCommand } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { address } from "../aws/calls";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { Copied } from "../parts/Copy";
import { Moment } from "../parts/Moment";
import { Reading } from "../parts/Reading";
import { orMissing } from "../parts/Refusal";
import { SetPassword } from "./SetPassword";

/** Whether and how a user signs in with a password. */
export function Password({ name }: { name: string }) {
  const [asking, setAsking] = useState<"set" | "delete">();
  const close = () => setAsking(undefined);
  const profile = useQuery({
    queryKey: ["users", name, "password"],
    queryFn: async () =>
      (await orMissing(iam.send(new GetLoginProfileCommand({ UserName: name }))))?.LoginProfile ?? null,
  });
  const has = Boolean(profile.data);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`For people: a password for this console and for claviger sign-in.`}
          actions={
            profile.isSuccess && (
              <SpaceBetween direction="horizontal" size="xs">
                {has && <Button onClick={() => setAsking("delete")}>{t`Take the sign-in away`}</Button>}
                <Button onClick={() => setAsking("set")}>{has ? t`Set another password` : t`Allow sign-in`}</Button>
              </SpaceBetween>
            )
          }
        >
          {t`Sign-in`}
        </Header>
      }
    >
      <Reading of={profile} loading={t`Loading the sign-in`}>
        {(found) =>
          found ? (
            <KeyValuePairs
              columns={3}
              items={[
                { label: t`Password set`, value: <Moment at={found.CreateDate} /> },
                {
                  label: t`New password at the next sign-in`,
                  value: found.PasswordResetRequired ? t`Yes` : t`No`,
                },
                { label: t`Address`, value: <Copied text={address("./").href} label={t`Copy address`} /> },
              ]}
            />
          ) : (
            <Box color="text-body-secondary">{t`${name} cannot sign in: there is no password.`}</Box>
          )
        }
      </Reading>
      {asking === "set" && <SetPassword name={name} replaces={has} onClose={close} />}
      {asking === "delete" && <TakeAway name={name} onClose={close} />}
    </Container>
  );
}

function TakeAway({ name, onClose }: { name: string; onClose: () => void }) {
  const deleting = useAction({
    does: () => iam.send(new DeleteLoginProfileCommand({ UserName: name })),
    says: t`${name} cannot sign in any more.`,
    changes: ["users"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Take the sign-in away`}
      does={t`Take away`}
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined)}
      onClose={onClose}
    >
      {t`${name} can no longer sign in with a password. Access keys go on working.`}
    </Confirm>
  );
}
