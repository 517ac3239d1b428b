import { type AccessKey, CreateAccessKeyCommand, DeleteAccessKeyCommand } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Steps from "@cloudscape-design/components/steps";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { ago } from "../parts/time";
import { Refusal } from "../parts/Refusal";
import { lastUse, setStatus, type UsedKey } from "./accessKeys";
import { SLOTS } from "./limits";
import { KeySecret } from "./KeySecret";

type Step = "make" | "switch" | "deactivate" | "delete" | "done";
const ORDER: Step[] = ["make", "switch", "deactivate", "delete", "done"];

interface Props {
  old: UsedKey;
  keys: UsedKey[];
  onClose: () => void;
}

/** Replaces a key without an interruption: make, test and switch, deactivate, delete. */
export function RotateKey({ old, keys, onClose }: Props) {
  const other = keys.find((key) => key.AccessKeyId !== old.AccessKeyId);
  const [step, setStep] = useState<Step>(other ? "switch" : "make");
  const [made, setMade] = useState<AccessKey>();
  const [typed, setTyped] = useState("");
  const oldId = old.AccessKeyId ?? "";
  const next = made ?? other;
  const at = (each: Step) => ORDER.indexOf(step) - ORDER.indexOf(each);

  const use = useQuery({
    queryKey: ["keys", "use", next?.AccessKeyId],
    queryFn: async () => (await lastUse(next?.AccessKeyId))?.LastUsedDate ?? null,
    enabled: Boolean(next) && step === "switch",
    refetchInterval: 3000,
  });
  const making = useAction({
    does: async () => setMade((await iam.send(new CreateAccessKeyCommand({ UserName: old.UserName }))).AccessKey),
    changes: ["keys"],
    then: () => setStep("switch"),
  });
  const stopping = useAction({
    does: () => setStatus(old, "Inactive"),
    changes: ["keys"],
    then: () => setStep("delete"),
  });
  const goingBack = useAction({
    does: () => setStatus(old, "Active"),
    changes: ["keys"],
    then: () => setStep("switch"),
  });
  const deleting = useAction({
    does: () => iam.send(new DeleteAccessKeyCommand({ UserName: old.UserName, AccessKeyId: oldId })),
    says: t`The key ${oldId} is replaced by ${next?.AccessKeyId ?? ""}.`,
    changes: ["keys"],
    then: () => setStep("done"),
  });
  const stage = (each: Step) => (at(each) > 0 ? "success" : at(each) === 0 ? "in-progress" : "pending");

  return (
    <Modal
      visible
      size="large"
      header={t`Replace ${oldId}`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button onClick={onClose}>{step === "done" ? t`Done` : t`Go on later`}</Button>
        </Box>
      }
    >
      <Steps
        ariaLabel={t`Steps`}
        steps={[
          {
            header: t`Make the new key`,
            status: stage("make"),
            details:
              step === "make" ? (
                <SpaceBetween size="s">
                  <Box>{t`The new key has the same rights. Both work until you end the old one.`}</Box>
                  <Button
                    variant="primary"
                    loading={making.isPending}
                    disabled={keys.length >= SLOTS}
                    onClick={() => making.mutate(undefined)}
                  >
                    {t`Make the new key`}
                  </Button>
                  <Refusal error={making.error} />
                </SpaceBetween>
              ) : (
                <Box>{made ? made.AccessKeyId : t`${next?.AccessKeyId ?? ""}, which is there already`}</Box>
              ),
          },
          {
            header: t`Switch the program over, and test it`,
            status: stage("switch"),
            details: step === "switch" && (
              <SpaceBetween size="s">
                {made && <KeySecret accessKey={made} />}
                <Box>{t`Give the program the new key and let it run. This page looks whether the key is used.`}</Box>
                {use.data ? (
                  <StatusIndicator type="success">{t`The new key was used ${ago(use.data)}`}</StatusIndicator>
                ) : (
                  <StatusIndicator type="pending">{t`The new key has not been used yet`}</StatusIndicator>
                )}
                <Button variant={use.data ? "primary" : "normal"} onClick={() => setStep("deactivate")}>
                  {use.data ? t`Go on` : t`Go on without a test`}
                </Button>
              </SpaceBetween>
            ),
          },
          {
            header: t`Deactivate the old key`,
            status: stage("deactivate"),
            details: step === "deactivate" && (
              <SpaceBetween size="s">
                <Box>
                  {old.used?.LastUsedDate ? t`It was last used ${ago(old.used.LastUsedDate)}.` : t`It was never used.`}{" "}
                  {t`This can be undone.`}
                </Box>
                <Button variant="primary" loading={stopping.isPending} onClick={() => stopping.mutate(undefined)}>
                  {t`Deactivate ${oldId}`}
                </Button>
                <Refusal error={stopping.error} />
              </SpaceBetween>
            ),
          },
          {
            header: t`Delete the old key`,
            status: stage("delete"),
            details: step === "delete" && (
              <SpaceBetween size="s">
                <Box>{t`If something has stopped, activate the old key again. If nothing has, delete it.`}</Box>
                <FormField label={t`To confirm, type ${oldId}`}>
                  <Input
                    value={typed}
                    onChange={({ detail }) => setTyped(detail.value)}
                    autoComplete={false}
                    spellcheck={false}
                  />
                </FormField>
                <SpaceBetween direction="horizontal" size="xs">
                  <Button loading={goingBack.isPending} onClick={() => goingBack.mutate(undefined)}>
                    {t`Activate it again`}
                  </Button>
                  <Button
                    variant="primary"
                    disabled={typed !== oldId}
                    loading={deleting.isPending}
                    onClick={() => deleting.mutate(undefined)}
                  >
                    {t`Delete ${oldId}`}
                  </Button>
                </SpaceBetween>
                <Refusal error={deleting.error ?? goingBack.error} />
              </SpaceBetween>
            ),
          },
        ]}
      />
      {step === "done" && <Alert type="success">{t`The key is replaced.`}</Alert>}
    </Modal>
  );
}
