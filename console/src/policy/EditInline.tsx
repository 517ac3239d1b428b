import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { type Owner, type OwnerKind, ownerOf } from "../permission/owners";
import { path, to } from "../shell/paths";
import { DocumentForm } from "./DocumentForm";
import { EMPTY, TEMPLATES } from "./templates";
import { tidy } from "./versions";

const PLACES = {
  user: {
    text: t`Users`,
    href: to.users,
    page: to.user,
    about: (name: string) => t`It belongs to the user ${name} alone, and goes with it.`,
  },
  group: {
    text: t`Groups`,
    href: to.groups,
    page: to.group,
    about: (name: string) => t`It belongs to the group ${name} alone, and goes with it.`,
  },
  role: {
    text: t`Roles`,
    href: to.roles,
    page: to.role,
    about: (name: string) => t`It belongs to the role ${name} alone, and goes with it.`,
  },
};

/** Writes or changes an inline policy of a user, a group or a role. */
export default function EditInline() {
  const { kind = "user", owner: ownerName = "" } = useParams();
  const [search] = useSearchParams();
  const name = search.get("name");
  const owner = ownerOf(kind in PLACES ? (kind as OwnerKind) : "user", ownerName);
  const place = PLACES[owner.kind];
  const document = useQuery({
    queryKey: ["permissions", kind, ownerName, "inline", name],
    queryFn: async () => (name === null ? "" : tidy(await owner.document(name))),
    refetchOnWindowFocus: false,
  });
  return (
    <Page
      title={name ?? t`Inline policy for ${ownerName}`}
      above={[place, { text: ownerName, href: place.page(ownerName, "permissions") }]}
      description={place.about(ownerName)}
    >
      <Reading of={document} loading={t`Loading the policy`}>
        {(before) => <Editing key={before} owner={owner} name={name} before={before} />}
      </Reading>
    </Page>
  );
}

function Editing({ owner, name, before }: { owner: Owner; name: string | null; before: string }) {
  const navigate = useNavigate();
  const [form, change, forget] = useDraft(`inline.${owner.kind}.${owner.name}.${name ?? ""}`, {
    name: name ?? "",
    document: before || EMPTY,
  });
  const leave = () => {
    forget();
    void navigate(path(PLACES[owner.kind].page(owner.name, "permissions")));
  };
  const saving = useAction({
    does: () => owner.put(form.name, form.document),
    says: t`The policy ${form.name} counts for ${owner.name}.`,
    changes: ["permissions"],
    then: leave,
  });
  return (
    <DocumentForm
      document={form.document}
      before={before}
      onChange={(text) => change({ document: text })}
      type="IDENTITY_POLICY"
      label={t`Policy document`}
      templates={TEMPLATES}
      does={t`Save policy`}
      ready={form.name !== ""}
      busy={saving.isPending}
      error={saving.error}
      onSave={() => saving.mutate(undefined)}
      onCancel={leave}
    >
      {name === null && (
        <Container>
          <FormField label={t`Policy name`} constraintText={t`Letters, digits and + = , . @ - _`}>
            <Input value={form.name} onChange={({ detail }) => change({ name: detail.value })} spellcheck={false} />
          </FormField>
        </Container>
      )}
    </DocumentForm>
  );
}
