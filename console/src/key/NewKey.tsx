import type { AccessKey } from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { ShownOnce } from "../parts/ShownOnce";
import { KeySecret } from "./KeySecret";

/** A key that was just made: the only time that its secret can be seen. */
export function NewKey({ accessKey, onClose }: { accessKey: AccessKey; onClose: () => void }) {
  const [taken, setTaken] = useState(false);
  return (
    <ShownOnce
      title={t`The access key is made`}
      taken={taken}
      lost={t`You have neither seen, copied nor downloaded the secret.`}
      onClose={onClose}
    >
      <KeySecret accessKey={accessKey} onTaken={() => setTaken(true)} />
    </ShownOnce>
  );
}
