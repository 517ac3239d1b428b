import type { AccessKey } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { endpoint } from "../aws/calls";
import { Copied } from "../parts/Copy";
import { Secret } from "../parts/Secret";
import { csvOf, download } from "./accessKeys";

interface Props {
  accessKey: AccessKey;
  /** Called when the secret was seen, copied or downloaded. */
  onTaken?: () => void;
}

/** The two parts of a new key, the secret hidden until it is asked for. */
export function KeySecret({ accessKey, onTaken }: Props) {
  const id = accessKey.AccessKeyId ?? "";
  return (
    <SpaceBetween size="m">
      <Alert type="warning">
        {t`This is the only time that the secret can be seen or downloaded. If it is lost, make another key.`}
      </Alert>
      <KeyValuePairs
        columns={1}
        items={[
          { label: t`Access key ID`, value: <Copied text={id} label={t`Copy access key ID`} /> },
          {
            label: t`Secret access key`,
            value: <Secret text={accessKey.SecretAccessKey ?? ""} of="key" onTaken={onTaken} />,
          },
          {
            label: t`Endpoint, for aws-cli and SDKs as AWS_ENDPOINT_URL`,
            value: <Copied text={endpoint()} label={t`Copy endpoint`} />,
          },
        ]}
      />
      <Button
        iconName="download"
        onClick={() => {
          download(`${accessKey.UserName ?? "user"}-${id}.csv`, csvOf(accessKey));
          onTaken?.();
        }}
      >
        {t`Download as CSV`}
      </Button>
    </SpaceBetween>
  );
}
