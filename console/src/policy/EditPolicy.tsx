import { CreatePolicyVersionCommand, GetPolicyCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { Refusal } from "../parts/Refusal";
import { path, to } from "../shell/paths";
import { ChangesInWords } from "./ChangesInWords";
import { DocumentEditor } from "./DocumentEditor";
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
      title={`Edit ${name}`}
      above={[
        { text: "Policies", href: to.policies },
        { text: name, href: to.policy(arn) },
      ]}
    >
      <Reading of={document} what="the document">
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
    says: `The policy ${name} is changed. The new version counts from the next request on.`,
    changes: ["policies", "permissions"],
    then: leave,
  });
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" onClick={leave}>
            Cancel
          </Button>
          <Button
            variant="primary"
            loading={saving.isPending}
            disabled={form.document === before}
            onClick={() => saving.mutate(undefined)}
          >
            Save as a new version
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <DocumentEditor
          document={form.document}
          onChange={(text) => change({ document: text })}
          type="IDENTITY_POLICY"
          label={`Document of ${name}`}
        />
        {form.document !== before && (
          <Container header={<Header variant="h2">What this changes</Header>}>
            <ChangesInWords before={before} after={form.document} />
          </Container>
        )}
        <Refusal error={saving.error} />
      </SpaceBetween>
    </Form>
  );
}
