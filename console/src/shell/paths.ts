/** The addresses of the pages. They begin with `#`, so that any path prefix will do, and can be bookmarked. */
const at = (...parts: string[]) => `#/${parts.map(encodeURIComponent).join("/")}`;
const query = (path: string, values: Record<string, string | undefined>) => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length ? `${path}?${new URLSearchParams(given).toString()}` : path;
};

export const to = {
  dashboard: "#/",
  users: at("users"),
  createUser: at("users", "create"),
  user: (name: string, tab?: string) => query(at("users", name), { tab }),
  groups: at("groups"),
  group: (name: string, tab?: string) => query(at("groups", name), { tab }),
  roles: at("roles"),
  createRole: at("roles", "create"),
  role: (name: string, tab?: string) => query(at("roles", name), { tab }),
  policies: at("policies"),
  createPolicy: at("policies", "create"),
  policy: (arn: string, tab?: string) => query(at("policies", arn), { tab }),
  editPolicy: (arn: string) => at("policies", arn, "edit"),
  inlinePolicy: (kind: string, owner: string, name?: string) => query(at("inline", kind, owner), { name }),
  trustPolicy: (role: string) => at("trust", role),
  providers: at("providers"),
  createProvider: at("providers", "create"),
  provider: (arn: string) => at("providers", arn),
  instanceProfiles: at("instance-profiles"),
  instanceProfile: (name: string) => at("instance-profiles", name),
  serverCertificates: at("server-certificates"),
  uploadCertificate: at("upload-certificate"),
  serverCertificate: (name: string) => at("server-certificates", name),
  account: at("account"),
  accounts: at("accounts"),
  sessions: (role?: string) => query(at("sessions"), { role }),
  report: at("report"),
  explain: (question: { principal?: string; action?: string; resource?: string } = {}) =>
    query(at("access", "explain"), question),
  whoCan: (question: { action?: string; resource?: string } = {}) => query(at("access", "who-can"), question),
  simulate: (question: { principal?: string } = {}) => query(at("access", "simulate"), question),
  denial: (text?: string) => query(at("access", "denial"), { text }),
  me: (tab?: string) => query(at("me"), { tab }),
};

/** A page's address without its `#`, as the router takes it. */
export function path(address: string): string {
  return address.slice(1);
}
