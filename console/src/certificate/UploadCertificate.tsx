import { UploadServerCertificateCommand } from "@aws-sdk/client-iam";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
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

const PEM = "-----BEGIN …-----";

/** Uploads a certificate with its private key, which is a secret and so in no draft. */
export default function UploadCertificate() {
  const navigate = useNavigate();
  const [form, change, forget] = useDraft("upload-certificate", { name: "", body: "", chain: "" });
  const [privateKey, setPrivateKey] = useState("");
  const ready = /^[\w+=,.@-]{1,128}$/.test(form.name) && form.body.trim() !== "" && privateKey.trim() !== "";
  const uploading = useAction({
    does: () =>
      iam.send(
        new UploadServerCertificateCommand({
          ServerCertificateName: form.name,
          CertificateBody: form.body,
          PrivateKey: privateKey,
          ...(form.chain.trim() && { CertificateChain: form.chain }),
        }),
      ),
    says: t`The certificate ${form.name} is uploaded.`,
    changes: ["certificates", "account"],
    then: () => {
      forget();
      void navigate(path(to.serverCertificate(form.name)));
    },
  });
  return (
    <Page title={t`Upload certificate`} above={[{ text: t`Server certificates`, href: to.serverCertificates }]}>
      <Form
        actions={
          <FormActions
            does={t`Upload certificate`}
            ready={ready}
            needs={t`A name, the certificate and its private key are needed.`}
            busy={uploading.isPending}
            onSubmit={() => uploading.mutate(undefined)}
            back={to.serverCertificates}
            onCancel={forget}
          />
        }
      >
        <SpaceBetween size="l">
          <Container>
            <SpaceBetween size="m">
              <FormField label={t`Name of the certificate`} constraintText={t`Letters, digits and + = , . @ - _`}>
                <Input value={form.name} spellcheck={false} onChange={({ detail }) => change({ name: detail.value })} />
              </FormField>
              <FormField label={t`Certificate`} description={t`In PEM.`} stretch>
                <Textarea
                  rows={6}
                  placeholder={PEM}
                  value={form.body}
                  spellcheck={false}
                  onChange={({ detail }) => change({ body: detail.value })}
                />
              </FormField>
              <FormField
                label={t`Private key`}
                description={t`In PEM, without a password. It is sealed, and no answer shows it again.`}
                stretch
              >
                <Textarea
                  rows={6}
                  placeholder={PEM}
                  value={privateKey}
                  spellcheck={false}
                  autoComplete={false}
                  onChange={({ detail }) => setPrivateKey(detail.value)}
                />
              </FormField>
              <FormField
                label={t`Chain`}
                description={t`The certificates that lead to its root, in PEM, one after another. Leave it empty if there are none.`}
                stretch
              >
                <Textarea
                  rows={6}
                  placeholder={PEM}
                  value={form.chain}
                  spellcheck={false}
                  onChange={({ detail }) => change({ chain: detail.value })}
                />
              </FormField>
            </SpaceBetween>
          </Container>
          <Refusal error={uploading.error} />
        </SpaceBetween>
      </Form>
    </Page>
  );
}
