import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { Dialog } from "../parts/Dialog";
import { Reading } from "../parts/Reading";
import { to } from "../shell/paths";
import type { Owner } from "./owners";
import { useAllPolicies } from "./PolicyChoice";

interface Props {
  owner: Owner;
  boundary: NonNullable<Owner["boundary"]>;
}

/** The most that an owner may do, whatever its policies allow. */
export function Boundary({ owner, boundary }: Props) {
  const [asking, setAsking] = useState<"set" | "remove">();
  const close = () => setAsking(undefined);
  const present = useQuery({
    queryKey: ["permissions", owner.kind, owner.name, "boundary"],
    queryFn: async () => (await boundary.get()) ?? null,
  });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`The most that can be allowed. It grants nothing by itself.`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {present.data && <Button onClick={() => setAsking("remove")}>{t`Remove`}</Button>}
              <Button onClick={() => setAsking("set")}>{present.data ? t`Change` : t`Set a boundary`}</Button>
            </SpaceBetween>
          }
        >
          {t`Permissions boundary`}
        </Header>
      }
    >
      <Reading of={present} loading={t`Loading the boundary`}>
        {(arn) =>
          arn ? (
            <Link href={to.policy(arn)}>{arn.split("/").at(-1)}</Link>
          ) : (
            <Box color="text-body-secondary">{t`There is no boundary.`}</Box>
          )
        }
      </Reading>
      {asking === "set" && <SetBoundary owner={owner} boundary={boundary} onClose={close} />}
      {asking === "remove" && <RemoveBoundary owner={owner} boundary={boundary} onClose={close} />}
    </Container>
  );
}

function SetBoundary({ owner, boundary, onClose }: Props & { onClose: () => void }) {
  const [arn, setArn] = useState<string>();
  const policies = useAllPolicies();
  const setting = useAction({
    does: () => boundary.set(arn ?? ""),
    says: t`${owner.name} has the boundary ${arn?.split("/").at(-1) ?? ""}.`,
    changes: ["permissions"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Set the boundary of ${owner.name}`}
      does={t`Set`}
      ready={arn !== undefined}
      busy={setting.isPending}
      error={setting.error}
      onSubmit={() => setting.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Policy`}>
        <Select
          selectedOption={arn ? { label: arn.split("/").at(-1) ?? arn, value: arn } : null}
          options={(policies.data ?? []).map((policy) => ({
            label: policy.PolicyName ?? "",
            value: policy.Arn ?? "",
          }))}
          onChange={({ detail }) => setArn(detail.selectedOption.value)}
          filteringType="auto"
          virtualScroll
          statusType={policies.isPending ? "loading" : "finished"}
          loadingText={t`Loading policies`}
          placeholder={t`Choose a policy`}
        />
      </FormField>
    </Dialog>
  );
}

function RemoveBoundary({ owner, boundary, onClose }: Props & { onClose: () => void }) {
  const removing = useAction({
    does: boundary.remove,
    says: t`${owner.name} has no boundary any more.`,
    changes: ["permissions"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Remove the boundary of ${owner.name}`}
      does={t`Remove`}
      busy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate(undefined)}
      onClose={onClose}
    >
      {t`Everything that the policies of ${owner.name} allow is then allowed.`}
    </Confirm>
  );
}
