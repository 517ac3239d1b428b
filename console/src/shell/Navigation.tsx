import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import { t } from "@lingui/core/macro";
import { useLocation } from "react-router";
import { to } from "./paths";

const link = (text: string, href: string): SideNavigationProps.Link => ({ type: "link", text, href });

const ITEMS: SideNavigationProps.Item[] = [
  link(t`Dashboard`, to.dashboard),
  {
    type: "section-group",
    title: t`People and programs`,
    items: [
      link(t`Users`, to.users),
      link(t`Groups`, to.groups),
      link(t`Roles`, to.roles),
      link(t`Instance profiles`, to.instanceProfiles),
      link(t`Sessions`, to.sessions()),
    ],
  },
  {
    type: "section-group",
    title: t`Permissions`,
    items: [
      link(t`Policies`, to.policies),
      link(t`Why allowed or denied`, to.explain()),
      link(t`Who can do this`, to.whoCan()),
      link(t`Try several actions`, to.simulate()),
      link(t`Read a denial`, to.denial()),
    ],
  },
  {
    type: "section-group",
    title: t`Account`,
    items: [
      link(t`Identity providers`, to.providers),
      link(t`Server certificates`, to.serverCertificates),
      link(t`Account settings`, to.account),
      link(t`Accounts of this server`, to.accounts),
      link(t`Credential report`, to.report),
      link(t`My security credentials`, to.me()),
    ],
  },
];

/** The list of all pages. */
export function Navigation() {
  const { pathname } = useLocation();
  const [, first = "", second = ""] = pathname.split("/");
  const active = first === "access" ? `#/access/${second}` : `#/${first}`;
  return (
    <SideNavigation header={{ text: t`Identity and access`, href: to.dashboard }} activeHref={active} items={ITEMS} />
  );
}
