import { ListServerCertificatesCommand, type ServerCertificateMetadata } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { iam } from "../aws/clients";
import { type Column, Listing } from "../parts/Listing";
import { Moment } from "../parts/Moment";
import { byTime } from "../parts/time";
import { to } from "../shell/paths";

const COLUMNS: Column<ServerCertificateMetadata>[] = [
  {
    id: "name",
    header: t`Certificate`,
    cell: ({ ServerCertificateName: name = "" }) => <Link href={to.serverCertificate(name)}>{name}</Link>,
    sortingField: "ServerCertificateName",
    isRowHeader: true,
  },
  {
    id: "until",
    header: t`Valid until`,
    cell: (certificate) => <Validity until={certificate.Expiration} />,
    sortingComparator: (a, b) => byTime(a.Expiration, b.Expiration),
  },
  {
    id: "since",
    header: t`Uploaded`,
    cell: (certificate) => <Moment at={certificate.UploadDate} />,
    sortingComparator: (a, b) => byTime(a.UploadDate, b.UploadDate),
  },
  { id: "path", header: t`Path`, cell: (certificate) => certificate.Path, sortingField: "Path" },
  { id: "id", header: t`Unique ID`, cell: (certificate) => certificate.ServerCertificateId, hidden: true },
  { id: "arn", header: "ARN", cell: (certificate) => certificate.Arn, hidden: true },
];

/** Until when a certificate is good, and whether that is over. */
export function Validity({ until }: { until: Date | undefined }) {
  return until && until.getTime() <= Date.now() ? (
    <StatusIndicator type="error">
      <Trans>
        Ended <Moment at={until} />
      </Trans>
    </StatusIndicator>
  ) : (
    <Moment at={until} never="–" />
  );
}

export default function ServerCertificates() {
  return (
    <Listing<ServerCertificateMetadata>
      id="certificates"
      queryKey={["certificates"]}
      title={t`Server certificates`}
      description={t`Certificates with their private keys, kept for services that speak TLS. A private key is never shown again.`}
      names={{
        loading: t`Loading certificates`,
        find: t`Find certificates`,
        none: t`There are no certificates`,
        noMatch: t`No certificate matches`,
        counted: (count) => plural(count, { one: "# certificate", other: "# certificates" }),
      }}
      columns={COLUMNS}
      read={async (Marker, MaxItems) => {
        const answer = await iam.send(new ListServerCertificatesCommand({ Marker, MaxItems }));
        return { items: answer.ServerCertificateMetadataList ?? [], marker: answer.Marker };
      }}
      trackBy={(certificate) => certificate.ServerCertificateName ?? ""}
      texts={(certificate) => [certificate.ServerCertificateName, certificate.Path, certificate.ServerCertificateId]}
      actions={
        <Button variant="primary" href={to.uploadCertificate}>
          {t`Upload certificate`}
        </Button>
      }
    />
  );
}
