import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNotify } from "../shell/notices";

/** The first word of what a query's key names: all queries that begin with it are asked again after a change. */
export type Subject =
  | "users"
  | "groups"
  | "roles"
  | "policies"
  | "providers"
  | "account"
  | "report"
  | "keys"
  | "devices"
  | "permissions"
  | "profiles"
  | "certificates";

interface Doing<I> {
  does: (input: I) => Promise<unknown>;
  /** What to say when it is done. */
  says?: string | ((input: I) => string);
  /** What it may have changed. */
  changes: Subject[];
  then?: (input: I) => void;
}

/** Something that changes the account. Its failure is the caller's to show, where the person is looking. */
export function useAction<I = undefined>({ does, says, changes, then }: Doing<I>) {
  const queries = useQueryClient();
  const notify = useNotify();
  return useMutation<unknown, Error, I>({
    mutationFn: does,
    onSuccess: async (_, input) => {
      await Promise.all(changes.map((subject) => queries.invalidateQueries({ queryKey: [subject] })));
      if (says) {
        notify("success", typeof says === "string" ? says : says(input));
      }
      then?.(input);
    },
  });
}
