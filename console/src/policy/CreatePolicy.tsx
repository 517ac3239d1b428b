import { CreatePolicyCommand } from "@aws-sdk/client-iam";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { GetPolicyCommand } from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { FormActions } from "../parts/FormActions";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { path, to } from "../shell/paths";
import { DocumentEditor } from "./DocumentEditor";
import { EMPTY, TEMPLATES } from "./templates";
import { readDocument, tidy } from "./versions";

/** Writes a new managed policy, or one that begins as a copy of another. */
export default function CreatePolicy() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const from = search.get("from");
  const [form, change, forget] = useDraft("create-policy", {
    name: "",
    description: "",
    document: search.get("document") ?? EMPTY,
    copied: "",
  });
  const copy = useQuery({
    queryKey: ["policies", "copy", from],
    queryFn: async () => {
      const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: from ?? "" }));
      return tidy(await readDocument(from ?? "", Policy?.DefaultVersionId ?? "v1"));
    },
    enabled: from !== null && form.copied !== from,
  });
  useEffect(() => {
    if (copy.data && from) {
      change({ document: copy.data, copied: from });
    }
  }, [copy.data, from, change]);
  const creating = useAction({
    does: async () =>
      iam.send(
        new CreatePolicyCommand({
          PolicyName: form.name,
          PolicyDocument: form.document,
          ...(form.description && { Description: form.description }),
        }),
      ),
    says: t`The policy ${form.name} is made.`,
    changes: ["policies", "account"],
    then: () => {
      forget();
      void navigate(path(`${to.policies}?scope=Local`));
    },
  });
  return (
    <Page title={t`Create policy`} above={[{ text: t`Policies`, href: to.policies }]}>
      <Form
        actions={
          <FormActions
            does={t`Create policy`}
            ready={/^[\w+=,.@-]{1,128}$/.test(form.name)}
            busy={creating.isPending}
            onSubmit={() => creating.mutate(undefined)}
            back={to.policies}
            onCancel={forget}
          />
        }
      >
        <SpaceBetween size="l">
          <Container>
            <SpaceBetween size="m">
              <FormField label={t`Policy name`} constraintText={t`Letters, digits and + = , . @ - _`}>
                <Input value={form.name} onChange={({ detail }) => change({ name: detail.value })} spellcheck={false} />
              </FormField>
              <FormField label={t`Description`} description={t`It cannot be changed later.`}>
                <Input value={form.description} onChange={({ detail }) => change({ description: detail.value })} />
              </FormField>
            </SpaceBetween>
          </Container>
          <Refusal error={copy.error ?? creating.error} />
          <DocumentEditor
            document={form.document}
            onChange={(document) => change({ document })}
            type="IDENTITY_POLICY"
            label={t`Policy document`}
            templates={TEMPLATES}
          />
        </SpaceBetween>
      </Form>
    </Page>
  );
}
