import {
  DeleteServiceSpecificCredentialCommand,
  DeleteSigningCertificateCommand,
  DeleteSSHPublicKeyCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  type StatusType,
  UploadSSHPublicKeyCommand,
} from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import Textarea from "@cloudscape-design/components/textarea";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { Dialog } from "../parts/Dialog";
import { Moment } from "../parts/Moment";
import { Refusal } from "../parts/Refusal";
import { STATUSES } from "./accessKeys";

interface Credential {
  kind: string;
  id: string;
  status: StatusType | undefined;
  since: Date | undefined;
  remove: () => Promise<unknown>;
}

async function read(UserName: string): Promise<Credential[]> {
  const [ssh, certificates, services] = await Promise.all([
    iam.send(new ListSSHPublicKeysCommand({ UserName })),
    iam.send(new ListSigningCertificatesCommand({ UserName })),
    iam.send(new ListServiceSpecificCredentialsCommand({ UserName })),
  ]);
  return [
    ...(ssh.SSHPublicKeys ?? []).map((key) => ({
      kind: t`SSH public key`,
      id: key.SSHPublicKeyId ?? "",
      status: key.Status,
      since: key.UploadDate,
      remove: () => iam.send(new DeleteSSHPublicKeyCommand({ UserName, SSHPublicKeyId: key.SSHPublicKeyId })),
    })),
    ...(certificates.Certificates ?? []).map((certificate) => ({
      kind: t`Signing certificate`,
      id: certificate.CertificateId ?? "",
      status: certificate.Status,
      since: certificate.UploadDate,
      remove: () =>
        iam.send(new DeleteSigningCertificateCommand({ UserName, CertificateId: certificate.CertificateId })),
    })),
    ...(services.ServiceSpecificCredentials ?? []).map((credential) => ({
      kind: credential.ServiceName ? t`For ${credential.ServiceName}` : t`For a service`,
      id: credential.ServiceSpecificCredentialId ?? "",
      status: credential.Status,
      since: credential.CreateDate,
      remove: () =>
        iam.send(
          new DeleteServiceSpecificCredentialCommand({
            UserName,
            ServiceSpecificCredentialId: credential.ServiceSpecificCredentialId,
          }),
        ),
    })),
  ];
}

/** The credentials that few users have: SSH keys, certificates, passwords for single services. */
export function OtherCredentials({ name }: { name: string }) {
  const [asking, setAsking] = useState<Credential | "upload">();
  const credentials = useQuery({ queryKey: ["keys", name, "others"], queryFn: () => read(name) });
  return (
    <>
      <Table<Credential>
        ariaLabels={{ tableLabel: t`Other credentials` }}
        header={
          <Header
            variant="h2"
            counter={credentials.data && `(${credentials.data.length})`}
            description={t`SSH public keys, signing certificates, and credentials for single services.`}
            actions={<Button onClick={() => setAsking("upload")}>{t`Upload an SSH key`}</Button>}
          >
            {t`Other credentials`}
          </Header>
        }
        loading={credentials.isPending}
        loadingText={t`Loading credentials`}
        items={credentials.data ?? []}
        empty={credentials.isError ? <Refusal error={credentials.error} /> : <Box>{t`There are none.`}</Box>}
        columnDefinitions={[
          { id: "kind", header: t`Kind`, cell: (each) => each.kind },
          { id: "id", header: "ID", isRowHeader: true, cell: (each) => each.id },
          { id: "status", header: t`Status`, cell: (each) => each.status && STATUSES[each.status] },
          { id: "since", header: t`Since`, cell: (each) => <Moment at={each.since} /> },
          {
            id: "delete",
            header: t({ message: "Actions", context: "what can be done with a row" }),
            cell: (each) => (
              <Button variant="inline-link" ariaLabel={t`Delete ${each.id}`} onClick={() => setAsking(each)}>
                {t`Delete`}
              </Button>
            ),
          },
        ]}
      />
      {asking === "upload" && <UploadSshKey name={name} onClose={() => setAsking(undefined)} />}
      {typeof asking === "object" && <Delete credential={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function Delete({ credential, onClose }: { credential: Credential; onClose: () => void }) {
  const deleting = useAction({
    does: credential.remove,
    says: t`${credential.id} is deleted.`,
    changes: ["keys"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Delete ${credential.id}`}
      does={t`Delete`}
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined)}
      onClose={onClose}
    >
      {t`What uses it stops at once.`}
    </Confirm>
  );
}

function UploadSshKey({ name, onClose }: { name: string; onClose: () => void }) {
  const [body, setBody] = useState("");
  const uploading = useAction({
    does: () => iam.send(new UploadSSHPublicKeyCommand({ UserName: name, SSHPublicKeyBody: body })),
    says: t`The SSH key is uploaded.`,
    changes: ["keys"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Upload an SSH public key`}
      does={t`Upload`}
      ready={body.trim() !== ""}
      busy={uploading.isPending}
      error={uploading.error}
      onSubmit={() => uploading.mutate(undefined)}
      onClose={onClose}
    >
      <FormField label={t`Public key`} description={t`As in id_rsa.pub, or in PEM.`}>
        <Textarea value={body} rows={6} spellcheck={false} onChange={({ detail }) => setBody(detail.value)} />
      </FormField>
    </Dialog>
  );
}
