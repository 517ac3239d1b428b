import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { END_TAG, isDays, MOST_DAYS } from "../key/ends";
import { readRule, setRule } from "../key/readLimits";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { Reading } from "../parts/Reading";

/** After how many days the account's access keys end by themselves. */
export function KeyRule() {
  const [changing, setChanging] = useState(false);
  const rule = useQuery({ queryKey: ["account", "key rule"], queryFn: async () => (await readRule()) ?? "" });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`Keys that nobody ends are the ones that leak. A user’s tag ${END_TAG} can end their keys earlier.`}
          actions={
            <Button disabled={rule.data === undefined} onClick={() => setChanging(true)}>
              {rule.data ? t`Change the age` : t`Set an age`}
            </Button>
          }
        >
          {t`Access keys end by themselves`}
        </Header>
      }
    >
      <Reading of={rule} loading={t`Loading how old keys may become`}>
        {(days) =>
          days ? (
            plural(Number(days), { one: "# day after they were made", other: "# days after they were made" })
          ) : (
            <Box color="text-body-secondary">{t`The account sets no end: a key is good until somebody ends it.`}</Box>
          )
        }
      </Reading>
      {changing && <SetRule before={rule.data ?? ""} onClose={() => setChanging(false)} />}
    </Container>
  );
}

function SetRule({ before, onClose }: { before: string; onClose: () => void }) {
  const [days, setDays] = useState(before);
  const setting = useAction({
    does: () => setRule(days),
    says: days
      ? plural(Number(days), {
          one: "Access keys end # day after they were made.",
          other: "Access keys end # days after they were made.",
        })
      : t`The account sets no end for access keys.`,
    changes: ["account", "users", "keys"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`How old access keys may become`}
      does={t`Save`}
      ready={days === "" || isDays(days)}
      busy={setting.isPending}
      error={setting.error}
      onSubmit={() => setting.mutate(undefined)}
      onClose={onClose}
    >
      <FormField
        label={t`Days`}
        description={t`It holds at once, for keys that are there too: older ones are refused from the next request on.`}
        constraintText={t`1 to ${i18n.number(MOST_DAYS)}; empty for no end.`}
      >
        <Input
          inputMode="numeric"
          value={days}
          onChange={({ detail }) => setDays(detail.value.trim())}
          autoFocus
          autoComplete={false}
        />
      </FormField>
    </Dialog>
  );
}
