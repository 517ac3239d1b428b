import {
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  ListPolicyVersionsCommand,
} from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { iam } from "../aws/clients";
import { Delete } from "../parts/Delete";
import { to } from "../shell/paths";

interface Props {
  arn: string;
  name: string;
  onClose: () => void;
}

async function remove(arn: string) {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
  if (Policy?.AttachmentCount || Policy?.PermissionsBoundaryUsageCount) {
    throw new Error(t`It is still attached. Nothing was deleted: detach it first.`);
  }
  const { Versions = [] } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn: arn }));
  for (const { VersionId } of Versions.filter((version) => !version.IsDefaultVersion)) {
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId }));
  }
  await iam.send(new DeletePolicyCommand({ PolicyArn: arn }));
}

/** Deletes a policy with its versions. One that is attached somewhere is not deleted: that would take rights away unseen. */
export function DeletePolicy({ arn, name, onClose }: Props) {
  return (
    <Delete
      says={t`The policy ${name} is deleted.`}
      name={name}
      does={() => remove(arn)}
      changes={["policies", "account"]}
      leads={to.policies}
      onClose={onClose}
    >
      {t`The policy is deleted with all its versions. Detach it first from whatever it is attached to.`}
    </Delete>
  );
}
