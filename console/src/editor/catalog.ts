import { get } from "../aws/calls";

/** All services of the catalog, without what each has. */
export interface Catalog {
  services: { prefix: string; name: string }[];
  globalKeys: { name: string; type: string }[];
}

export interface Action {
  name: string;
  level: "List" | "Read" | "Write" | "Tagging" | "Permissions management";
  resources: string[];
  conditionKeys: string[];
}

export interface Service {
  prefix: string;
  name: string;
  actions: Action[];
  resources: { name: string; arn: string }[];
  conditionKeys: { name: string; type: string }[];
}

let all: Promise<Catalog> | undefined;
const services = new Map<string, Promise<Service | undefined>>();

export function catalog(): Promise<Catalog> {
  all ??= get<Catalog>("catalog").catch((error: unknown) => {
    all = undefined;
    throw error;
  });
  return all;
}

/** What a service has; `undefined` if there is no such service. */
export function service(prefix: string): Promise<Service | undefined> {
  const known = services.get(prefix);
  if (known) {
    return known;
  }
  const asked = get<Service>(`catalog/${encodeURIComponent(prefix)}`).catch(() => undefined);
  services.set(prefix, asked);
  return asked;
}
