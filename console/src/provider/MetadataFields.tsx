import FileUpload from "@cloudscape-design/components/file-upload";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { faultOfMetadata, faultOfProviderName, type FieldsProps } from "./newProvider";

/** What a SAML provider is known by. */
export function MetadataFields({ form, change }: FieldsProps) {
  const [files, setFiles] = useState<File[]>([]);
  return (
    <SpaceBetween size="m">
      <FormField label={t`Name`} errorText={faultOfProviderName(form.name)}>
        <Input value={form.name} onChange={({ detail }) => change({ name: detail.value })} spellcheck={false} />
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
      <FormField label={t`Metadata document`} errorText={faultOfMetadata(form.metadata)} stretch>
        <Textarea
          rows={8}
          value={form.metadata}
          spellcheck={false}
          onChange={({ detail }) => change({ metadata: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}
