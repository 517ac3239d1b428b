import { CreatePolicyVersionCommand, GetPolicyCommand } from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { path, to } from "../shell/paths";
import { DocumentForm } from "./DocumentForm";
import { readDocument, tidy } from "./versions";

/** Changes a managed policy: what is saved is a new version, which counts at once. */
export default function EditPolicy() {
  const arn = useParams()["arn"] ?? "";
  const name = arn.split("/").at(-1) ?? arn;
  const document = useQuery({
    queryKey: ["policies", "edit", arn],
    queryFn: async () => {
      const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
      return tidy(await readDocument(arn, Policy?.DefaultVersionId ?? ""));
    },
    refetchOnWindowFocus: false,
  });
  return (
    <Page
      title={t`Edit ${name}`}
      above={[
        { text: t`Policies`, href: to.policies },
        { text: name, href: to.policy(arn) },
      ]}
    >
      <Reading of={document} loading={t`Loading the document`}>
        {(before) => <Editing key={before} arn={arn} name={name} before={before} />}
      </Reading>
    </Page>
  );
}

function Editing({ arn, name, before }: { arn: string; name: string; before: string }) {
  const navigate = useNavigate();
  const [form, change, forget] = useDraft(`edit-policy.${arn}`, { document: before });
  const leave = () => {
    forget();
    void navigate(path(to.policy(arn)));
  };
  const saving = useAction({
    does: () =>
      iam.send(new CreatePolicyVersionCommand({ PolicyArn: arn, PolicyDocument: form.document, SetAsDefault: true })),
    says: t`The policy ${name} is changed. The new version counts from the next request on.`,
    changes: ["policies", "permissions"],
    then: leave,
  });
  return (
    <DocumentForm
      document={form.document}
      before={before}
      onChange={(text) => change({ document: text })}
      type="IDENTITY_POLICY"
      label={t`Document of ${name}`}
      does={t`Save as a new version`}
      ready={form.document !== before}
      busy={saving.isPending}
      error={saving.error}
      onSave={() => saving.mutate(undefined)}
      onCancel={leave}
    />
  );
}
