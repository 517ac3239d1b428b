import {
  AddClientIDToOpenIDConnectProviderCommand,
  DeleteOpenIDConnectProviderCommand,
  DeleteSAMLProviderCommand,
  GetOpenIDConnectProviderCommand,
  GetSAMLProviderCommand,
  RemoveClientIDFromOpenIDConnectProviderCommand,
} from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs, { type KeyValuePairsProps } from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useParams } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Copied } from "../parts/Copy";
import { Delete } from "../parts/Delete";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { Refusal } from "../parts/Refusal";
import { TokenList } from "../policy/TokenList";
import { to } from "../shell/paths";

/** One identity provider. */
export default function Provider() {
  const arn = useParams()["arn"] ?? "";
  return arn.includes(":oidc-provider/") ? <OpenIdConnect arn={arn} /> : <Saml arn={arn} />;
}

interface PageProps<T> {
  arn: string;
  of: UseQueryResult<T>;
  /** Deletes the provider. */
  does: () => Promise<unknown>;
  /** What is known of it, besides its ARN. */
  facts: (found: T) => KeyValuePairsProps.Item[];
  children: (found: T) => ReactNode;
}

function ProviderPage<T>({ arn, of, does, facts, children }: PageProps<T>) {
  const name = arn.replace(/^.*?-provider\//, "");
  const [deleting, setDeleting] = useState(false);
  return (
    <Page
      title={name}
      of={of}
      above={[{ text: t`Identity providers`, href: to.providers }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setDeleting(true)}>{t`Delete`}</Button>
          <Button variant="primary" href={to.createRole}>
            {t`Create a role for it`}
          </Button>
        </SpaceBetween>
      }
    >
      <Reading of={of} loading={t`Loading the provider`}>
        {(found) => (
          <SpaceBetween size="l">
            <Container>
              <KeyValuePairs
                columns={3}
                items={[{ label: "ARN", value: <Copied text={arn} label={t`Copy ARN`} /> }, ...facts(found)]}
              />
            </Container>
            {children(found)}
          </SpaceBetween>
        )}
      </Reading>
      {deleting && (
        <Delete
          says={t`The provider ${name} is deleted.`}
          name={name}
          does={does}
          changes={["providers", "account"]}
          leads={to.providers}
          onClose={() => setDeleting(false)}
        >
          {t`Nobody gets a session through this provider any more. Roles that trust it stay as they are.`}
        </Delete>
      )}
    </Page>
  );
}

function OpenIdConnect({ arn }: { arn: string }) {
  const provider = useQuery({
    queryKey: ["providers", arn],
    queryFn: () => iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn })),
  });
  const changing = useAction<{ add?: string | undefined; remove?: string | undefined }>({
    does: ({ add, remove }) =>
      add === undefined
        ? iam.send(
            new RemoveClientIDFromOpenIDConnectProviderCommand({
              OpenIDConnectProviderArn: arn,
              ClientID: remove,
            }),
          )
        : iam.send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn, ClientID: add })),
    says: t`The audiences are changed.`,
    changes: ["providers"],
  });
  return (
    <ProviderPage
      arn={arn}
      of={provider}
      does={() => iam.send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }))}
      facts={(found) => [
        { label: t`Issuer`, value: `https://${found.Url ?? ""}` },
        { label: t`Added`, value: <Moment at={found.CreateDate} /> },
      ]}
    >
      {(found) => {
        const audiences = found.ClientIDList ?? [];
        return (
          <Container header={<Header variant="h2">{t`Audiences`}</Header>}>
            <SpaceBetween size="m">
              <TokenList
                label={t`For whom tokens may be made`}
                values={audiences}
                suggestions={[]}
                onChange={(values) =>
                  changing.mutate({
                    add: values.find((value) => !audiences.includes(value)),
                    remove: audiences.find((value) => !values.includes(value)),
                  })
                }
              />
              <Refusal error={changing.error} />
            </SpaceBetween>
          </Container>
        );
      }}
    </ProviderPage>
  );
}

function Saml({ arn }: { arn: string }) {
  const provider = useQuery({
    queryKey: ["providers", arn],
    queryFn: () => iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: arn })),
  });
  return (
    <ProviderPage
      arn={arn}
      of={provider}
      does={() => iam.send(new DeleteSAMLProviderCommand({ SAMLProviderArn: arn }))}
      facts={(found) => [
        { label: t`Added`, value: <Moment at={found.CreateDate} /> },
        { label: t`Metadata valid until`, value: <Moment at={found.ValidUntil} never="–" /> },
      ]}
    >
      {(found) => (
        <Container header={<Header variant="h2">{t`Metadata`}</Header>}>
          <pre className="document" tabIndex={0}>
            {found.SAMLMetadataDocument}
          </pre>
        </Container>
      )}
    </ProviderPage>
  );
}
