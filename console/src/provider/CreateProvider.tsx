import { CreateOpenIDConnectProviderCommand, CreateSAMLProviderCommand } from "@aws-sdk/client-iam";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
import { t } from "@lingui/core/macro";
import { useNavigate } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { FormActions } from "../parts/FormActions";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { path, to } from "../shell/paths";
import { IssuerFields } from "./IssuerFields";
import { MetadataFields } from "./MetadataFields";
import { audiencesOf, isComplete, NO_PROVIDER, type NewProvider } from "./newProvider";

/** Lets an identity provider speak for its people and programs. */
export default function CreateProvider() {
  const navigate = useNavigate();
  const [form, change, forget] = useDraft<NewProvider>("create-provider", NO_PROVIDER);
  const adding = useAction({
    does: () =>
      form.kind === "oidc"
        ? iam.send(new CreateOpenIDConnectProviderCommand({ Url: form.url, ClientIDList: audiencesOf(form) }))
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
            ready={isComplete(form)}
            needs={form.kind === "oidc" ? t`The issuer’s URL is needed.` : t`A name and the metadata are needed.`}
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
              <IssuerFields form={form} change={change} />
            ) : (
              <MetadataFields form={form} change={change} />
            )}
          </Container>
          <Refusal error={adding.error} />
        </SpaceBetween>
      </Form>
    </Page>
  );
}
