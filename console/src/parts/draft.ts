import { useCallback, useState } from "react";
import { draft, dropDraft, keepDraft } from "./kept";

/**
 * The state of a form that is not lost when the page is left, reloaded or signed in again. Keep no secret in it.
 * Returns the form, what changes members of it, and what forgets it.
 */
export function useDraft<T extends object>(name: string, initial: T) {
  const [form, setForm] = useState<T>(() => ({ ...initial, ...draft<Partial<T>>(name, {}) }));
  const change = useCallback(
    (members: Partial<T>) =>
      setForm((before) => {
        const after = { ...before, ...members };
        keepDraft(name, after);
        return after;
      }),
    [name],
  );
  const forget = useCallback(() => {
    dropDraft(name);
  }, [name]);
  return [form, change, forget] as const;
}
