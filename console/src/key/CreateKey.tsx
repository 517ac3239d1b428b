import { CreateAccessKeyCommand } from "@aws-sdk/client-iam";
import type { AccessKey } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Link from "@cloudscape-design/components/link";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { to } from "../shell/paths";
import { NewKey } from "./NewKey";

type Use = "person" | "cluster" | "program";

/** Makes a key, after it has said what would do better than a key. */
export function CreateKey({ name, onClose }: { name: string; onClose: () => void }) {
  const [use, setUse] = useState<Use>();
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
      title={`Create an access key for ${name}`}
      does="Create access key"
      ready={use !== undefined}
      busy={making.isPending}
      error={making.error}
      onSubmit={() => making.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label="Who will use it?">
        <RadioGroup
          value={use ?? null}
          onChange={({ detail }) => setUse(detail.value as Use)}
          items={[
            {
              value: "program",
              label: "A program on a machine of its own",
              description: "A server, a backup job, a gateway",
            },
            {
              value: "cluster",
              label: "A program in Kubernetes or in a CI job",
              description: "Kubernetes, GitHub Actions, GitLab",
            },
            {
              value: "person",
              label: "A person at a terminal",
              description: "aws-cli, scripts, Terraform",
            },
          ]}
        />
      </FormField>
      {use && <Advice use={use} />}
    </Dialog>
  );
}

function Advice({ use }: { use: Use }) {
  switch (use) {
    case "person":
      return (
        <Alert type="info" header="A sign-in would do without a key">
          With a password, claviger sign-in gives the terminal credentials that end by themselves. A key is good until
          somebody deletes it.
        </Alert>
      );
    case "cluster":
      return (
        <Alert type="info" header="A role would do without a key">
          Such a program has a token of its own, with which it gets a role’s credentials: there is nothing to store or
          to replace. <Link href={to.createRole}>Create a role for web identity</Link>.
        </Alert>
      );
    case "program":
      return (
        <Alert type="info" header="Keep it like a password">
          Give the user no more rights than the program needs, keep the key out of code, and replace it now and then.
        </Alert>
      );
  }
}
