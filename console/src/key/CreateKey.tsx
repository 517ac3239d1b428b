import { CreateAccessKeyCommand } from "@aws-sdk/client-iam";
import type { AccessKey } from "@aws-sdk/client-iam";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { KeyAdvice, type KeyUse } from "./KeyAdvice";
import { NewKey } from "./NewKey";

/** Makes a key, after it has said what would do better than a key. */
export function CreateKey({ name, onClose }: { name: string; onClose: () => void }) {
  const [use, setUse] = useState<KeyUse>();
  const [made, setMade] = useState<AccessKey>();
  const making = useAction({
    does: async () => setMade((await iam.send(new CreateAccessKeyCommand({ UserName: name }))).AccessKey),
    changes: ["keys", "account"],
  });
  if (made) {
    return <NewKey accessKey={made} onClose={onClose} />;
  }
  return (
    <Dialog
      title={t`Create an access key for ${name}`}
      does={t`Create access key`}
      ready={use !== undefined}
      busy={making.isPending}
      error={making.error}
      onSubmit={() => making.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Who will use it?`}>
        <RadioGroup
          value={use ?? null}
          onChange={({ detail }) => setUse(detail.value as KeyUse)}
          items={[
            {
              value: "program",
              label: t`A program on a machine of its own`,
              description: t`A server, a backup job, a gateway`,
            },
            {
              value: "cluster",
              label: t`A program in Kubernetes or in a CI job`,
              description: t`Kubernetes, GitHub Actions, GitLab`,
            },
            {
              value: "person",
              label: t`A person at a terminal`,
              description: t`aws-cli, scripts, Terraform`,
            },
          ]}
        />
      </FormField>
      {use && <KeyAdvice use={use} />}
    </Dialog>
  );
}
