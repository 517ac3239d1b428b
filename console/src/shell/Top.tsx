import TopNavigation from "@cloudscape-design/components/top-navigation";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { nameOf, usePerson } from "../aws/session";
import { signOutOf } from "./leaving";
import { useNotify } from "./notices";
import { path, to } from "./paths";
import { chooseTheme, chosenTheme, type Theme } from "./theme";
import { useNavigate } from "react-router";

const THEMES: { id: Theme; text: string }[] = [
  { id: "system", text: t`As the system` },
  { id: "light", text: t`Light` },
  { id: "dark", text: t`Dark` },
];

/** The bar above every page: where one is, who one is, and signing out. */
export function Top() {
  const person = usePerson();
  const notify = useNotify();
  const navigate = useNavigate();
  const [theme, setTheme] = useState(chosenTheme);

  async function leave(everywhere: boolean) {
    try {
      await signOutOf(everywhere);
    } catch (error) {
      notify("error", t`You are still signed in: ${String(error)}`);
    }
  }

  return (
    <TopNavigation
      identity={{ href: to.dashboard, title: "Claviger" }}
      utilities={[
        {
          type: "menu-dropdown",
          iconName: "settings",
          title: t`Appearance`,
          ariaLabel: t`Appearance`,
          items: THEMES.map((each) => ({ ...each, iconName: each.id === theme ? "check" : undefined })),
          onItemClick: ({ detail }) => {
            chooseTheme(detail.id as Theme);
            setTheme(detail.id as Theme);
          },
        },
        {
          type: "menu-dropdown",
          iconName: "user-profile",
          text: nameOf(person),
          title: nameOf(person),
          description: t`Account ${person.alias ?? person.account}`,
          items: [
            { id: "me", text: t`My security credentials` },
            { id: "sessions", text: t`My sessions` },
            { id: "out", text: t`Sign out` },
            { id: "everywhere", text: t`Sign out everywhere` },
          ],
          onItemClick: ({ detail }) => {
            if (detail.id === "me") {
              void navigate(path(to.me()));
            } else if (detail.id === "sessions") {
              void navigate(path(to.sessions()));
            } else {
              void leave(detail.id === "everywhere");
            }
          },
        },
      ]}
    />
  );
}
