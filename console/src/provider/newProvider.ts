import { t } from "@lingui/core/macro";

/** What the page that adds a provider asks for. */
export interface NewProvider {
  kind: "oidc" | "saml";
  url: string;
  audiences: string;
  name: string;
  metadata: string;
}

/** What fields of the page are given. */
export interface FieldsProps {
  form: NewProvider;
  change: (members: Partial<NewProvider>) => void;
}

/** How the URL of every issuer begins. */
const SCHEME = "https://";

export const NO_PROVIDER: NewProvider = {
  kind: "oidc",
  url: SCHEME,
  audiences: "sts.amazonaws.com",
  name: "",
  metadata: "",
};

/** The audiences, one by one. */
export const audiencesOf = ({ audiences }: NewProvider) => audiences.split(/[\s,]+/).filter(Boolean);

/** Whether everything is there that a provider of this kind has. */
export function isComplete(form: NewProvider): boolean {
  return form.kind === "oidc"
    ? form.url !== SCHEME && form.url !== "" && faultOfIssuer(form.url) === undefined
    : form.name !== "" &&
        form.metadata !== "" &&
        faultOfProviderName(form.name) === undefined &&
        faultOfMetadata(form.metadata) === undefined;
}

/** As OpenID Connect Discovery 1.0 says it of an issuer: https, without query and fragment. */
export function faultOfIssuer(text: string): string | undefined {
  if (text === "" || text === SCHEME) {
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "https:" && !url.username && !/[?#\s]/.test(text)
    ? undefined
    : t`An https URL without query, such as https://keycloak.example.com/realms/company.`;
}

export function faultOfProviderName(name: string): string | undefined {
  return name === "" || /^[\w.-]{1,128}$/.test(name) ? undefined : t`Letters, digits and . _ - only, 128 at most.`;
}

/** Only what somebody sees at once who took the wrong file; the server reads all of it. */
export function faultOfMetadata(text: string): string | undefined {
  return text === "" || /<([\w.-]+:)?EntityDescriptor\s/.test(text)
    ? undefined
    : t`This is no SAML metadata: it has no EntityDescriptor.`;
}
