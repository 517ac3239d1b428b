import { t } from "@lingui/core/macro";
import type { ChosenPolicy } from "../permission/PolicyChoice";

export type Who = "person" | "program";

/** What the wizard asks for. The password is not part of it, since drafts are kept. */
export interface NewUser {
  who: Who;
  name: string;
  path: string;
  tags: { key: string; value: string }[];
  groups: string[];
  policies: ChosenPolicy[];
  signIn: boolean;
  mayChangePassword: boolean;
  mustChangePassword: boolean;
  key: boolean;
}

/** How somebody proves who they are, unless the wizard is asked for something else: a key is never made unasked. */
export function accessOf(who: Who): Pick<NewUser, "who" | "signIn" | "key"> {
  return { who, signIn: who === "person", key: false };
}

export const NOBODY: NewUser = {
  ...accessOf("person"),
  name: "",
  path: "/",
  tags: [],
  groups: [],
  policies: [],
  mayChangePassword: true,
  mustChangePassword: true,
};

/** What the wizard's step about the sign-in and the key is called. */
export const accessTitle = ({ who }: NewUser) => (who === "person" ? t`Sign-in and key` : t`Access key`);

const NAME = /^[\w+=,.@-]{1,64}$/;

export function faultOfName(name: string): string | undefined {
  return name === "" || NAME.test(name) ? undefined : t`Letters, digits and + = , . @ - _ only, 64 at most.`;
}

export function faultOfPath(path: string): string | undefined {
  return /^\/$|^\/[\x21-\x7e]+\/$/.test(path) ? undefined : t`It begins and ends with a slash.`;
}
