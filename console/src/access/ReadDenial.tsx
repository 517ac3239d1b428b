import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { t } from "@lingui/core/macro";
import { useSearchParams } from "react-router";
import { type Denial, inWords, noteFor, readDenial, shortestPolicy, whatHelps } from "../aws/denial";
import { CopyButton } from "../parts/Copy";
import { Page } from "../parts/Page";
import { to } from "../shell/paths";

/** Takes the text of any AccessDenied apart: from this console, aws-cli or a program's log. */
export default function ReadDenial() {
  const [search, setSearch] = useSearchParams();
  const text = search.get("text") ?? "";
  const denial = readDenial(text.replace(/^.*?(?=User: )/s, ""));
  return (
    <Page
      title={t`Read a denial`}
      description={t`Paste the text of an AccessDenied: you see what is missing, and what would help.`}
    >
      <SpaceBetween size="l">
        <Container>
          <FormField label={t`What the program said`} stretch>
            <Textarea
              value={text}
              rows={4}
              spellcheck={false}
              placeholder="User: arn:aws:iam::123456789012:user/alice is not authorized to perform: …"
              onChange={({ detail }) => setSearch(detail.value ? { text: detail.value } : {}, { replace: true })}
            />
          </FormField>
        </Container>
        {text && !denial && <Alert type="info">{t`This is not the text of an AccessDenied of AWS’s form.`}</Alert>}
        {denial && <Read denial={denial} />}
      </SpaceBetween>
    </Page>
  );
}

function Read({ denial }: { denial: Denial }) {
  const question = {
    principal: denial.principal,
    action: denial.action,
    resource: denial.resource?.startsWith("arn:") ? denial.resource : "*",
  };
  const policy = shortestPolicy(denial);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <Button variant="primary" href={to.explain(question)}>
                {t`Explain it`}
              </Button>
            }
          >
            {t`What it says`}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <div>{inWords(denial)}</div>
          <KeyValuePairs
            columns={3}
            items={[
              { label: t`Who`, value: denial.principal },
              { label: t`What`, value: denial.action },
              { label: t`On what`, value: denial.resource ?? "–" },
            ]}
          />
        </SpaceBetween>
      </Container>
      {!denial.explicit && (
        <Container
          header={
            <Header
              variant="h2"
              description={whatHelps(denial)}
              actions={
                <SpaceBetween direction="horizontal" size="xs">
                  <CopyButton text={noteFor(denial)}>{t`Copy a note to an administrator`}</CopyButton>
                  {!denial.limit && (
                    <Button
                      href={`${to.createPolicy}?document=${encodeURIComponent(policy)}`}
                    >{t`Make this policy`}</Button>
                  )}
                </SpaceBetween>
              }
            >
              {t`What would help`}
            </Header>
          }
        >
          <pre className="document" tabIndex={0}>
            {policy}
          </pre>
        </Container>
      )}
    </SpaceBetween>
  );
}
