import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Page } from "../parts/Page";
import { to } from "./paths";

export function NotFound() {
  return (
    <Page title={t`There is no such page`}>
      <Box>
        <Trans>
          The address is wrong, or from another version. Go to the <Link href={to.dashboard}>dashboard</Link>.
        </Trans>
      </Box>
    </Page>
  );
}
