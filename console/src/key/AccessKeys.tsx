import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Reading } from "../parts/Reading";
import { readKeys, type UsedKey } from "./accessKeys";
import { readLimits } from "./readLimits";
import { SLOTS } from "./limits";
import { CreateKey } from "./CreateKey";
import { KeySlot } from "./KeySlot";
import { RotateKey } from "./RotateKey";

/** Both slots of a user for access keys, at a glance. */
export function AccessKeys({ name }: { name: string }) {
  const [doing, setDoing] = useState<"create" | { rotate: UsedKey }>();
  const keys = useQuery({ queryKey: ["keys", name], queryFn: () => readKeys(name) });
  const limits = useQuery({ queryKey: ["users", name, "key limits"], queryFn: () => readLimits(name) });
  const full = (keys.data?.length ?? 0) >= SLOTS;
  const old = keys.data?.find((key) => key.Status === "Active") ?? keys.data?.[0];
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={keys.data && `(${keys.data.length}/${SLOTS})`}
          description={t`For programs. A user has two at most, so that one can replace the other.`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button disabled={!old} onClick={() => old && setDoing({ rotate: old })}>
                {t`Replace a key step by step`}
              </Button>
              <Button
                disabled={full}
                disabledReason={t`Both slots are taken. Delete a key first.`}
                onClick={() => setDoing("create")}
              >
                {t`Create access key`}
              </Button>
            </SpaceBetween>
          }
        >
          {t`Access keys`}
        </Header>
      }
    >
      <Reading of={keys} loading={t`Loading access keys`}>
        {(found) => (
          <SpaceBetween size="m">
            {full && (
              <Alert type="info">
                {t`Both slots are taken. To make another key, delete one of these first, best one that is not used.`}
              </Alert>
            )}
            <ColumnLayout columns={2} borders="vertical">
              {Array.from({ length: SLOTS }, (_, slot) => {
                const key = found[slot];
                return key ? (
                  <KeySlot
                    key={key.AccessKeyId}
                    slot={slot + 1}
                    accessKey={key}
                    limits={limits.data}
                    onRotate={() => setDoing({ rotate: key })}
                  />
                ) : (
                  <Box key={slot} color="text-body-secondary">
                    <Box variant="awsui-key-label">{t`Slot ${slot + 1}`}</Box>
                    {t`Free`}
                  </Box>
                );
              })}
            </ColumnLayout>
          </SpaceBetween>
        )}
      </Reading>
      {doing === "create" && <CreateKey name={name} onClose={() => setDoing(undefined)} />}
      {typeof doing === "object" && (
        <RotateKey old={doing.rotate} keys={keys.data ?? []} onClose={() => setDoing(undefined)} />
      )}
    </Container>
  );
}
