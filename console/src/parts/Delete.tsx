import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { path } from "../shell/paths";
import { type Subject, useAction } from "./actions";
import { Confirm } from "./Confirm";

interface Props {
  name: string;
  /** What to say when it is done. */
  says: string;
  does: () => Promise<unknown>;
  /** What it may change. */
  changes: Subject[];
  /** The page that is shown then: this one is about nothing any more. */
  leads: string;
  /** What goes with it. */
  children: ReactNode;
  onClose: () => void;
}

/** Deletes what the page is about, once its name is typed. */
export function Delete({ name, says, does, changes, leads, children, onClose }: Props) {
  const navigate = useNavigate();
  const deleting = useAction({
    does,
    says,
    changes,
    then: () => void navigate(path(leads)),
  });
  return (
    <Confirm
      title={t`Delete ${name}`}
      does={t`Delete`}
      typed={name}
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined)}
      onClose={onClose}
    >
      {children}
    </Confirm>
  );
}
