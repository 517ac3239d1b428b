import {
  DeleteServerCertificateCommand,
  GetServerCertificateCommand,
  ListServerCertificateTagsCommand,
  TagServerCertificateCommand,
  UntagServerCertificateCommand,
  UpdateServerCertificateCommand,
} from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Copied, CopyButton } from "../parts/Copy";
import { Delete } from "../parts/Delete";
import { Dialog } from "../parts/Dialog";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { Tags } from "../parts/Tags";
import { path, to } from "../shell/paths";
import { Validity } from "./ServerCertificates";

/** One certificate of a server, without its private key, which nobody sees again. */
export default function ServerCertificate() {
  const name = useParams()["name"] ?? "";
  const [asking, setAsking] = useState<"rename" | "delete">();
  const close = () => setAsking(undefined);
  const of = { ServerCertificateName: name };
  const certificate = useQuery({
    queryKey: ["certificates", name],
    queryFn: async () => (await iam.send(new GetServerCertificateCommand(of))).ServerCertificate,
  });
  return (
    <Page
      title={name}
      of={certificate}
      above={[{ text: t`Server certificates`, href: to.serverCertificates }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setAsking("rename")}>{t`Rename`}</Button>
          <Button onClick={() => setAsking("delete")}>{t`Delete`}</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <Reading of={certificate} loading={t`Loading the certificate`}>
          {(found) => {
            const about = found?.ServerCertificateMetadata;
            return (
              <SpaceBetween size="l">
                <Container>
                  <KeyValuePairs
                    columns={4}
                    items={[
                      { label: "ARN", value: <Copied text={about?.Arn ?? ""} label={t`Copy ARN`} /> },
                      { label: t`Valid until`, value: <Validity until={about?.Expiration} /> },
                      { label: t`Uploaded`, value: <Moment at={about?.UploadDate} /> },
                      { label: t`Path`, value: about?.Path ?? "–" },
                    ]}
                  />
                </Container>
                <Pem title={t`Certificate`} text={found?.CertificateBody} />
                {found?.CertificateChain && <Pem title={t`Chain`} text={found.CertificateChain} />}
              </SpaceBetween>
            );
          }}
        </Reading>
        {certificate.data && (
          <Tags
            queryKey={["certificates", name, "tags"]}
            read={async () =>
              (await iam.send(new ListServerCertificateTagsCommand({ ...of, MaxItems: 100 }))).Tags ?? []
            }
            set={(tags) => iam.send(new TagServerCertificateCommand({ ...of, Tags: tags }))}
            remove={(keys) => iam.send(new UntagServerCertificateCommand({ ...of, TagKeys: keys }))}
          />
        )}
      </SpaceBetween>
      {asking === "rename" && <Rename name={name} onClose={close} />}
      {asking === "delete" && (
        <Delete
          says={t`The certificate ${name} is deleted.`}
          name={name}
          does={() => iam.send(new DeleteServerCertificateCommand(of))}
          changes={["certificates", "account"]}
          leads={to.serverCertificates}
          onClose={close}
        >
          {t`The certificate and its private key are gone: there is no copy of them here.`}
        </Delete>
      )}
    </Page>
  );
}

function Pem({ title, text = "" }: { title: string; text: string | undefined }) {
  return (
    <Container
      header={
        <Header variant="h2" actions={<CopyButton text={text}>{t`Copy`}</CopyButton>}>
          {title}
        </Header>
      }
    >
      <pre className="document" tabIndex={0}>
        {text}
      </pre>
    </Container>
  );
}

function Rename({ name, onClose }: { name: string; onClose: () => void }) {
  const navigate = useNavigate();
  const [next, setNext] = useState(name);
  const renaming = useAction({
    does: () =>
      iam.send(new UpdateServerCertificateCommand({ ServerCertificateName: name, NewServerCertificateName: next })),
    says: t`The certificate is called ${next}.`,
    changes: ["certificates"],
    then: () => {
      onClose();
      void navigate(path(to.serverCertificate(next)), { replace: true });
    },
  });
  return (
    <Dialog
      title={t`Rename ${name}`}
      does={t`Rename`}
      ready={next !== name && /^[\w+=,.@-]{1,128}$/.test(next)}
      busy={renaming.isPending}
      error={renaming.error}
      onSubmit={() => renaming.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`New name`} description={t`Its ARN changes with it, and what policies say of the old one.`}>
        <Input value={next} onChange={({ detail }) => setNext(detail.value)} spellcheck={false} autoFocus />
      </FormField>
    </Dialog>
  );
}
