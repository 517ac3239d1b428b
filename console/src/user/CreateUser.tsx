import Wizard from "@cloudscape-design/components/wizard";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useDraft } from "../parts/draft";
import { Page } from "../parts/Page";
import { wizardTexts } from "../parts/wizard";
import { useWritten } from "../parts/written";
import { path, to } from "../shell/paths";
import { AccessStep } from "./AccessStep";
import { MakeUser } from "./MakeUser";
import { NameStep } from "./NameStep";
import { accessTitle, faultOfName, faultOfPath, type NewUser, NOBODY } from "./newUser";
import { type ChosenPassword, newPassword } from "./PasswordChoice";
import { PermissionsStep } from "./PermissionsStep";
import { Review } from "./Review";
import { useTaken } from "./taken";

/** One wizard that makes a person, or a program, who can begin: user, permissions, sign-in, key. */
export default function CreateUser() {
  const navigate = useNavigate();
  const [user, change, forget] = useDraft("create-user", NOBODY);
  const [password, setPassword] = useState<ChosenPassword>(() => ({ generated: true, text: newPassword() }));
  const [at, setAt] = useState(0);
  const [fault, setFault] = useState<string>();
  const [making, setMaking] = useState(false);
  const { isWritten, end } = useWritten(user.name);
  const named = isWritten ? user.name : "";
  const taken = useTaken(named) ? t`There is a user ${named} already.` : undefined;
  const wrong = fault ?? taken;

  if (making) {
    return <MakeUser user={user} password={password} onBack={() => setMaking(false)} onMade={forget} />;
  }

  function faultOf(step: number): string | undefined {
    switch (step) {
      case 0:
        return user.name === ""
          ? t`Give the user a name.`
          : (faultOfName(user.name) ?? taken ?? faultOfPath(user.path));
      case 2:
        return user.signIn && password.text === "" ? t`Choose a password.` : undefined;
      default:
        return undefined;
    }
  }

  /** Whether it goes there: it goes to the first step that has a fault instead. */
  function go(next: number): boolean {
    for (let step = 0; step < next; step++) {
      const found = faultOf(step);
      if (found) {
        setFault(found);
        setAt(step);
        return false;
      }
    }
    setFault(undefined);
    setAt(next);
    return true;
  }

  const step = {
    user,
    change: (members: Partial<NewUser>) => {
      setFault(undefined);
      change(members);
    },
  };
  return (
    <Page title={t`Create user`} above={[{ text: t`Users`, href: to.users }]}>
      <Wizard
        i18nStrings={wizardTexts(t`Create user`)}
        activeStepIndex={at}
        onNavigate={({ detail }) => void go(detail.requestedStepIndex)}
        onCancel={() => {
          forget();
          void navigate(path(to.users));
        }}
        onSubmit={() => go(at) && setMaking(true)}
        steps={[
          {
            title: t`User`,
            content: (
              <NameStep
                {...step}
                fault={wrong}
                onNamed={end}
                onEntered={() => {
                  end();
                  go(1);
                }}
              />
            ),
          },
          { title: t`Permissions`, isOptional: true, errorText: wrong, content: <PermissionsStep {...step} /> },
          {
            title: accessTitle(user),
            errorText: wrong,
            content: <AccessStep {...step} password={password} onPassword={setPassword} />,
          },
          { title: t`Review`, errorText: wrong, content: <Review user={user} onEdit={setAt} /> },
        ]}
      />
    </Page>
  );
}
