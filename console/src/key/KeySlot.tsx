import { type AccessKeyMetadata, DeleteAccessKeyCommand } from "@aws-sdk/client-iam";
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { Copied } from "../parts/Copy";
import { Moment } from "../parts/Moment";
import { days, exactly } from "../parts/time";
import { Refusal } from "../parts/Refusal";
import { ownerUser } from "../permission/owners";
import { Quarantine } from "../permission/Quarantine";
import { setStatus, STATUSES, type UsedKey } from "./accessKeys";
import { endOf, isSoon, type Limits } from "./ends";
import { OLD_DAYS } from "./limits";

interface Props {
  slot: number;
  accessKey: UsedKey;
  /** Absent until they are read. */
  limits: Limits | undefined;
  onRotate: () => void;
}

/** One key: how it is, how old it is, who used it last, and what can be done with it. */
export function KeySlot({ slot, accessKey: key, limits, onRotate }: Props) {
  const [asking, setAsking] = useState<"delete" | "quarantine">();
  const id = key.AccessKeyId ?? "";
  const active = key.Status === "Active";
  const switching = useAction<"Active" | "Inactive">({
    does: (status) => setStatus(key, status),
    says: (status) =>
      status === "Active"
        ? t`The key ${id} is active.`
        : t`The key ${id} is deactivated; it is refused from the next request on.`,
    changes: ["keys"],
  });
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Box variant="awsui-key-label">{t`Slot ${slot}`}</Box>
        {key.Status && <StatusIndicator type={active ? "success" : "stopped"}>{STATUSES[key.Status]}</StatusIndicator>}
        {key.CreateDate && days(key.CreateDate) > OLD_DAYS && <Badge color="severity-medium">{t`Old`}</Badge>}
        {limits && key.CreateDate && isSoon(endOf(key.CreateDate, limits)) && (
          <Badge color="severity-high">{t`Ends soon`}</Badge>
        )}
      </SpaceBetween>
      <Copied text={id} label={t`Copy access key ID`} />
      <KeyValuePairs
        columns={4}
        items={[
          { label: t`Age`, value: age(key) },
          { label: t`Ends`, value: <End accessKey={key} limits={limits} /> },
          { label: t`Last used`, value: lastUsed(key) },
          { label: t`Used for`, value: usedFor(key) },
        ]}
      />
      <SpaceBetween direction="horizontal" size="xs">
        <Button loading={switching.isPending} onClick={() => switching.mutate(active ? "Inactive" : "Active")}>
          {active ? t`Deactivate` : t`Activate`}
        </Button>
        <ButtonDropdown
          ariaLabel={t`More for ${id}`}
          items={[
            { id: "rotate", text: t`Replace step by step` },
            { id: "quarantine", text: t`It has leaked: quarantine the user` },
            { id: "delete", text: t`Delete` },
          ]}
          onItemClick={({ detail }) => {
            if (detail.id === "rotate") {
              onRotate();
            } else {
              setAsking(detail.id as "delete" | "quarantine");
            }
          }}
        >
          {t`More`}
        </ButtonDropdown>
      </SpaceBetween>
      <Refusal error={switching.error} />
      {asking === "delete" && <DeleteKey accessKey={key} onClose={() => setAsking(undefined)} />}
      {asking === "quarantine" && (
        <Quarantine owner={ownerUser(key.UserName ?? "")} onClose={() => setAsking(undefined)} />
      )}
    </SpaceBetween>
  );
}

function age(key: AccessKeyMetadata) {
  return key.CreateDate ? <span title={exactly(key.CreateDate)}>{countDays(days(key.CreateDate))}</span> : "–";
}

/** When the key ends by itself, by its user's tag or by the account's rule. */
function End({ accessKey: { CreateDate }, limits }: { accessKey: AccessKeyMetadata; limits: Limits | undefined }) {
  if (!limits || !CreateDate) {
    return "–";
  }
  const end = endOf(CreateDate, limits);
  if (limits.unknown) {
    return end ? (
      <Trans>
        <Moment at={end} /> or before
      </Trans>
    ) : (
      t`You may not see it`
    );
  }
  return <Moment at={end} never={t`Not by itself`} />;
}

function countDays(count: number): string {
  return plural(count, { 0: "made today", one: "# day", other: "# days" });
}

function lastUsed(key: UsedKey) {
  return key.unknownUse ? t`You may not see it` : <Moment at={key.used?.LastUsedDate} />;
}

function usedFor(key: UsedKey): string {
  return key.used?.LastUsedDate ? t`${key.used.ServiceName ?? "?"} in ${key.used.Region ?? "?"}` : "–";
}

export function DeleteKey({ accessKey: key, onClose }: { accessKey: AccessKeyMetadata; onClose: () => void }) {
  const id = key.AccessKeyId ?? "";
  const deleting = useAction({
    does: () => iam.send(new DeleteAccessKeyCommand({ UserName: key.UserName, AccessKeyId: id })),
    says: t`The key ${id} is deleted.`,
    changes: ["keys", "account"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Delete the access key`}
      does={t`Delete`}
      typed={id}
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined)}
      onClose={onClose}
    >
      {t`Programs that still use ${id} stop at once, and it cannot be restored. If you are not sure, deactivate it first: that can be undone.`}
    </Confirm>
  );
}
