import { ListOrganizationsFeaturesCommand } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";
import { usePerson } from "../aws/session";
import { Copied } from "../parts/Copy";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { OtherAccount } from "./OtherAccount";
import { RootFeatures } from "./RootFeatures";

/** What this account is to the others of the server. */
type Standing = "alone" | "member" | { organization: string; features: string[] };

async function readStanding(): Promise<Standing> {
  try {
    const { OrganizationId = "", EnabledFeatures = [] } = await iam.send(new ListOrganizationsFeaturesCommand({}));
    return { organization: OrganizationId, features: EnabledFeatures };
  } catch (error) {
    switch (error instanceof Error ? error.name.replace(/Exception$/, "") : "") {
      case "OrganizationNotFound":
        return "alone";
      case "AccountNotManagementOrDelegatedAdministrator":
        return "member";
      default:
        throw error;
    }
  }
}

/** The accounts of the server, as far as the API speaks of them: each is separate, and lists no others. */
export default function Accounts() {
  const person = usePerson();
  const standing = useQuery({ queryKey: ["account", "organization"], queryFn: readStanding });
  return (
    <Page
      title={t`Accounts of this server`}
      description={t`Each has users, roles and policies of its own, and its own root user.`}
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t`My account`}</Header>}>
          <SpaceBetween size="m">
            <KeyValuePairs
              columns={3}
              items={[
                { label: t`Account ID`, value: <Copied text={person.account} label={t`Copy account ID`} /> },
                { label: t`Alias`, value: person.alias ?? "–" },
              ]}
            />
            <Reading of={standing} loading={t`Loading the organization`}>
              {(found) => <Place standing={found} />}
            </Reading>
          </SpaceBetween>
        </Container>
        {typeof standing.data === "object" && <RootFeatures features={standing.data.features} />}
        <OtherAccount />
      </SpaceBetween>
    </Page>
  );
}

function Place({ standing }: { standing: Standing }) {
  if (standing === "alone") {
    return (
      <Box color="text-body-secondary">
        {t`It is the only account. Another is made on the server, while it is stopped: claviger account create.`}
      </Box>
    );
  }
  if (standing === "member") {
    return (
      <Alert type="info">
        {t`It is a member of the server’s organization. The first account manages the members, and alone can see what is turned on for them.`}
      </Alert>
    );
  }
  return (
    <Alert type="info">
      {t`It manages the other accounts, as organization ${standing.organization}. The API does not list them: claviger account list does, on the server.`}
    </Alert>
  );
}
