import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import { Page } from "../parts/Page";
import { to } from "./paths";

export function NotFound() {
  return (
    <Page title="There is no such page">
      <Box>
        The address is wrong, or from another version. Go to the <Link href={to.dashboard}>dashboard</Link>.
      </Box>
    </Page>
  );
}
