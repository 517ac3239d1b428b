import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { type SubmitEvent, useRef, useState } from "react";
import { Refused, signIn, type SignInForm } from "../aws/calls";
import { type Assertion, askPasskey, type RequestOptions } from "../aws/passkeys";
import type { Person, Session } from "../aws/session";
import { keep, kept } from "../parts/kept";
import { SingleSignOn } from "./SingleSignOn";
import { useCountdown } from "./countdown";
import { isAssertionSpent, missingIn, type Need, needOf, say, signOnFault } from "./answers";

interface Props {
  onSignedIn: (session: Session) => void;
  /** Who was signed in before, if this is to go on with a session that ended. */
  person?: Person;
}

type Kind = "user" | "root";

/** Asks who somebody is: first what everybody has, then what the server finds is still missing. */
export function SignIn({ onSignedIn, person }: Props) {
  const [kind, setKind] = useState<Kind>(person ? (person.root ? "root" : "user") : kept("signin.kind", "user"));
  const [account, setAccount] = useState(person?.alias ?? person?.account ?? kept("signin.account", ""));
  const [name, setName] = useState(person?.userName ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [passkey, setPasskey] = useState<RequestOptions>();
  const [assertion, setAssertion] = useState<Assertion>();
  const [replacement, setReplacement] = useState("");
  const [repeated, setRepeated] = useState("");
  const [needs, setNeeds] = useState<ReadonlySet<Need>>(new Set());
  const [refused, setRefused] = useState(() => signOnFault(location.hash));
  const [busy, setBusy] = useState(false);
  const wait = useCountdown();
  const accountInput = useRef<InputProps.Ref>(null);
  const passwordInput = useRef<InputProps.Ref>(null);

  const form: SignInForm = {
    ...(kind === "root" && name ? { email: name } : {}),
    ...(account ? { account: account.trim() } : {}),
    ...(kind === "user" ? { userName: name.trim() } : {}),
    password,
    ...(code && { mfaCode: code.replaceAll(" ", "") }),
    ...(assertion && { passkey: assertion }),
    ...(needs.has("newPassword") && { newPassword: replacement }),
  };
  const differ = needs.has("newPassword") && replacement !== repeated;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const missing = missingIn(form);
    if (missing) {
      setRefused(missing);
      return;
    }
    await attempt(() => Promise.resolve(form));
  }

  /** With the answer of a passkey, which is kept in case that something else is asked for as well. */
  async function withPasskey(options: RequestOptions) {
    await attempt(async () => {
      const answer = await askPasskey(options);
      setAssertion(answer);
      return { ...form, passkey: answer };
    });
  }

  async function attempt(filled: () => Promise<SignInForm>) {
    if (busy || differ || wait.seconds > 0) {
      return;
    }
    setBusy(true);
    setRefused(undefined);
    try {
      const session = await signIn(await filled());
      keep("signin.kind", kind);
      keep("signin.account", account);
      onSignedIn(session);
    } catch (error) {
      const need = needOf(error);
      if (need) {
        setNeeds((before) => new Set([...before, need]));
      }
      setRefused(say(error));
      setCode("");
      if (!need) {
        passwordInput.current?.select();
      }
      if (isAssertionSpent(error)) {
        setAssertion(undefined);
        if (error instanceof Refused) {
          setPasskey((before) => error.passkey ?? (need === "mfaCode" ? before : undefined));
        }
      }
      if (error instanceof Refused && error.retryAfterSeconds) {
        wait.begin(error.retryAfterSeconds);
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Container
        header={
          <Header variant="h1" description={t`Identity and access that you run yourself`}>
            {t`Sign in to Claviger`}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {!person && (
            <SegmentedControl
              label={t`Who signs in`}
              selectedId={kind}
              onChange={({ detail }) => {
                setKind(detail.selectedId as Kind);
                setNeeds(new Set());
                setPasskey(undefined);
                setAssertion(undefined);
                setRefused(undefined);
                accountInput.current?.focus();
              }}
              options={[
                { id: "user", text: t`User` },
                { id: "root", text: t`Root user` },
              ]}
            />
          )}
          <FormField
            label={t`Account ID or alias`}
            description={kind === "root" ? t`Leave it empty if you give the e-mail address.` : undefined}
          >
            <Input
              ref={accountInput}
              name="account"
              value={account}
              onChange={({ detail }) => setAccount(detail.value)}
              autoComplete="organization"
              spellcheck={false}
              autoFocus={!account}
            />
          </FormField>
          <FormField
            label={kind === "root" ? t`E-mail address` : t`User name`}
            description={kind === "root" ? t`Leave it empty if you give the account.` : undefined}
          >
            <Input
              name="username"
              type={kind === "root" ? "email" : "text"}
              value={name}
              onChange={({ detail }) => setName(detail.value)}
              autoComplete="username"
              spellcheck={false}
              autoFocus={Boolean(account) && !person}
            />
          </FormField>
          <FormField label={t`Password`}>
            <Input
              ref={passwordInput}
              name="password"
              type="password"
              value={password}
              onChange={({ detail }) => setPassword(detail.value)}
              autoComplete="current-password"
              autoFocus={Boolean(person)}
            />
          </FormField>
          {needs.has("mfaCode") && (
            <FormField label={t`MFA code`} description={t`The six digits that your authenticator shows now.`}>
              <Input
                name="code"
                inputMode="numeric"
                value={code}
                onChange={({ detail }) => setCode(detail.value)}
                autoComplete="one-time-code"
                autoFocus
              />
            </FormField>
          )}
          {passkey && !assertion && (
            <Button
              formAction="none"
              iconName="key"
              fullWidth
              loading={busy}
              disabled={wait.seconds > 0}
              onClick={() => void withPasskey(passkey)}
            >
              {t`Use a passkey`}
            </Button>
          )}
          {needs.has("newPassword") && (
            <>
              <FormField label={t`New password`}>
                <Input
                  name="new-password"
                  type="password"
                  value={replacement}
                  onChange={({ detail }) => setReplacement(detail.value)}
                  autoComplete="new-password"
                  autoFocus
                />
              </FormField>
              <FormField label={t`New password again`} errorText={differ && repeated ? t`They differ.` : undefined}>
                <Input
                  name="new-password-again"
                  type="password"
                  value={repeated}
                  onChange={({ detail }) => setRepeated(detail.value)}
                  autoComplete="new-password"
                />
              </FormField>
            </>
          )}
          <div role="status" aria-live="polite">
            {refused && <Alert type={needs.size > 0 ? "info" : "error"}>{refused}</Alert>}
          </div>
          <Button variant="primary" formAction="submit" fullWidth loading={busy} disabled={wait.seconds > 0}>
            {wait.seconds > 0 ? t`Wait ${wait.seconds} s` : t`Sign in`}
          </Button>
          {kind === "user" && <SingleSignOn account={account.trim()} />}
          <Box color="text-body-secondary" fontSize="body-s">
            {kind === "user"
              ? t`If you do not know your account or password, ask the person who made your user.`
              : t`If the root password is lost, run claviger recover on the server.`}
          </Box>
        </SpaceBetween>
      </Container>
    </form>
  );
}
