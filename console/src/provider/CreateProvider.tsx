import { CreateOpenIDConnectProviderCommand, CreateSAMLProviderCommand } from "@aws-sdk/client-iam";
import Container from "@cloudscape-design/components/container";
import FileUpload from "@cloudscape-design/components/file-upload";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import Tiles from "@cloudscape-design/components/tiles";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { FormActions } from "../parts/FormActions";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { path, to } from "../shell/paths";

interface NewProvider {
  kind: "oidc" | "saml";
  url: string;
  audiences: string;
  name: string;
  metadata: string;
}

/** Lets an identity provider speak for its people and programs. */
export default function CreateProvider() {
  const navigate = useNavigate();
  const [form, change, forget] = useDraft<NewProvider>("create-provider", {
    kind: "oidc",
    url: "https://",
    audiences: "sts.amazonaws.com",
    name: "",
    metadata: "",
  });
  const [files, setFiles] = useState<File[]>([]);
  const adding = useAction({
    does: () =>
      form.kind === "oidc"
        ? iam.send(
            new CreateOpenIDConnectProviderCommand({
              Url: form.url,
              ClientIDList: form.audiences.split(/[\s,]+/).filter(Boolean),
            }),
          )
        : iam.send(new CreateSAMLProviderCommand({ Name: form.name, SAMLMetadataDocument: form.metadata })),
    says: t`The provider is added. Now make a role that trusts it.`,
    changes: ["providers", "account"],
    then: () => {
      forget();
      void navigate(path(to.providers));
    },
  });
  return (
    <Page title={t`Add provider`} above={[{ text: t`Identity providers`, href: to.providers }]}>
      <Form
        actions={
          <FormActions
            does={t`Add provider`}
            busy={adding.isPending}
            onSubmit={() => adding.mutate(undefined)}
            back={to.providers}
            onCancel={forget}
          />
        }
      >
        <SpaceBetween size="l">
          <Tiles
            ariaLabel={t`Kind of provider`}
            value={form.kind}
            onChange={({ detail }) => change({ kind: detail.value as NewProvider["kind"] })}
            items={[
              {
                value: "oidc",
                label: "OpenID Connect",
                description: t`Kubernetes, GitHub Actions, GitLab, Keycloak, Entra ID`,
              },
              { value: "saml", label: "SAML 2.0", description: t`ADFS, Okta, Keycloak and others` },
            ]}
          />
          <Container>
            {form.kind === "oidc" ? (
              <SpaceBetween size="m">
                <FormField label={t`Issuer’s URL`} description={t`As it stands in the tokens’ member iss.`}>
                  <Input
                    value={form.url}
                    type="url"
                    onChange={({ detail }) => change({ url: detail.value })}
                    spellcheck={false}
                  />
                </FormField>
                <FormField label={t`Audiences`} description={t`For whom tokens are made; several with commas.`}>
                  <Input
                    value={form.audiences}
                    onChange={({ detail }) => change({ audiences: detail.value })}
                    spellcheck={false}
                  />
                </FormField>
              </SpaceBetween>
            ) : (
              <SpaceBetween size="m">
                <FormField label={t`Name`}>
                  <Input
                    value={form.name}
                    onChange={({ detail }) => change({ name: detail.value })}
                    spellcheck={false}
                  />
                </FormField>
                <FormField
                  label={t`Metadata`}
                  description={t`The XML document that the provider publishes: choose the file, or paste it below.`}
                >
                  <FileUpload
                    value={files}
                    accept=".xml"
                    onChange={({ detail }) => {
                      setFiles(detail.value);
                      void detail.value[0]?.text().then((metadata) => change({ metadata }));
                    }}
                    showFileSize
                    i18nStrings={{
                      uploadButtonText: () => t`Choose file`,
                      dropzoneText: () => t`Drop the file here`,
                      removeFileAriaLabel: () => t`Remove the file`,
                      limitShowFewer: t`Show fewer`,
                      limitShowMore: t`Show more`,
                      errorIconAriaLabel: t`Error`,
                    }}
                  />
                </FormField>
                <FormField label={t`Metadata document`} stretch>
                  <Textarea
                    rows={8}
                    value={form.metadata}
                    spellcheck={false}
                    onChange={({ detail }) => change({ metadata: detail.value })}
                  />
                </FormField>
              </SpaceBetween>
            )}
          </Container>
          <Refusal error={adding.error} />
        </SpaceBetween>
      </Form>
    </Page>
  );
}
