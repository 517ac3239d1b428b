import { GetRoleCommand, UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { DocumentForm } from "../policy/DocumentForm";
import { tidy } from "../policy/versions";
import { path, to } from "../shell/paths";

/** Changes whom a role trusts. */
export default function EditTrust() {
  const name = useParams()["name"] ?? "";
  const document = useQuery({
    queryKey: ["roles", name, "trust"],
    queryFn: async () => {
      const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
      return tidy(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ""));
    },
    refetchOnWindowFocus: false,
  });
  return (
    <Page
      title={t`Whom ${name} trusts`}
      above={[
        { text: t`Roles`, href: to.roles },
        { text: name, href: to.role(name, "trust") },
      ]}
    >
      <Reading of={document} loading={t`Loading the trust policy`}>
        {(before) => <Editing key={before} name={name} before={before} />}
      </Reading>
    </Page>
  );
}

function Editing({ name, before }: { name: string; before: string }) {
  const navigate = useNavigate();
  const [form, change, forget] = useDraft(`trust.${name}`, { document: before });
  const leave = () => {
    forget();
    void navigate(path(to.role(name, "trust")));
  };
  const saving = useAction({
    does: () => iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: name, PolicyDocument: form.document })),
    says: t`The trust policy of ${name} is changed.`,
    changes: ["roles"],
    then: leave,
  });
  return (
    <DocumentForm
      document={form.document}
      before={before}
      onChange={(text) => change({ document: text })}
      type="RESOURCE_POLICY"
      label={t`Trust policy of ${name}`}
      does={t`Save trust policy`}
      ready={form.document !== before}
      busy={saving.isPending}
      error={saving.error}
      onSave={() => saving.mutate(undefined)}
      onCancel={leave}
    />
  );
}
