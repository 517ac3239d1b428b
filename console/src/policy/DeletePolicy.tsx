import {
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  ListPolicyVersionsCommand,
} from "@aws-sdk/client-iam";
import { useNavigate } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { path, to } from "../shell/paths";

interface Props {
  arn: string;
  name: string;
  onClose: () => void;
}

/** Deletes a policy with its versions. One that is attached somewhere is not deleted: that would take rights away unseen. */
export function DeletePolicy({ arn, name, onClose }: Props) {
  const navigate = useNavigate();
  const deleting = useAction({
    does: async () => {
      const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
      if (Policy?.AttachmentCount || Policy?.PermissionsBoundaryUsageCount) {
        throw new Error("It is still attached. Nothing was deleted: detach it first.");
      }
      const { Versions = [] } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn: arn }));
      for (const { VersionId } of Versions.filter((version) => !version.IsDefaultVersion)) {
        await iam.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId }));
      }
      await iam.send(new DeletePolicyCommand({ PolicyArn: arn }));
    },
    says: `The policy ${name} is deleted.`,
    changes: ["policies", "account"],
    then: () => void navigate(path(to.policies)),
  });
  return (
    <Confirm
      title={`Delete ${name}`}
      does="Delete"
      typed={name}
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined)}
      onClose={onClose}
    >
      The policy is deleted with all its versions. Detach it first from whatever it is attached to.
    </Confirm>
  );
}
