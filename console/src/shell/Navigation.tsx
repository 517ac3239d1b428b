import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import { useLocation } from "react-router";
import { to } from "./paths";

const link = (text: string, href: string): SideNavigationProps.Link => ({ type: "link", text, href });

const ITEMS: SideNavigationProps.Item[] = [
  link("Dashboard", to.dashboard),
  {
    type: "section-group",
    title: "People and programs",
    items: [
      link("Users", to.users),
      link("Groups", to.groups),
      link("Roles", to.roles),
      link("Instance profiles", to.instanceProfiles),
      link("Sessions", to.sessions()),
    ],
  },
  {
    type: "section-group",
    title: "Permissions",
    items: [
      link("Policies", to.policies),
      link("Why allowed or denied", to.explain()),
      link("Who can do this", to.whoCan()),
      link("Try several actions", to.simulate()),
      link("Read a denial", to.denial()),
    ],
  },
  {
    type: "section-group",
    title: "Account",
    items: [
      link("Identity providers", to.providers),
      link("Server certificates", to.serverCertificates),
      link("Account settings", to.account),
      link("Accounts of this server", to.accounts),
      link("Credential report", to.report),
      link("My security credentials", to.me()),
    ],
  },
];

/** The list of all pages. */
export function Navigation() {
  const { pathname } = useLocation();
  const [, first = "", second = ""] = pathname.split("/");
  const active = first === "access" ? `#/access/${second}` : `#/${first}`;
  return (
    <SideNavigation header={{ text: "Identity and access", href: to.dashboard }} activeHref={active} items={ITEMS} />
  );
}
