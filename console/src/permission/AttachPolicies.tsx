import { t } from "@lingui/core/macro";
import { useState } from "react";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import type { Grant } from "./grants";
import type { Owner } from "./owners";
import { type ChosenPolicy, PolicyChoice } from "./PolicyChoice";

interface Props {
  owner: Owner;
  already: Grant[];
  onClose: () => void;
}

/** Attaches managed policies to an owner. */
export function AttachPolicies({ owner, already, onClose }: Props) {
  const [chosen, setChosen] = useState<ChosenPolicy[]>([]);
  const attaching = useAction({
    does: async () => {
      for (const policy of chosen) {
        await owner.attach(policy.arn);
      }
    },
    says: t`${chosen.map((policy) => policy.name).join(", ")} attached to ${owner.name}.`,
    changes: ["permissions", "policies"],
    then: onClose,
  });
  return (
    <Dialog
      wide
      title={t`Attach policies to ${owner.name}`}
      does={t`Attach`}
      ready={chosen.length > 0}
      busy={attaching.isPending}
      error={attaching.error}
      onSubmit={() => attaching.mutate(undefined)}
      onClose={onClose}
    >
      <PolicyChoice chosen={chosen} without={already.flatMap((grant) => grant.arn ?? [])} onChange={setChosen} />
    </Dialog>
  );
}
