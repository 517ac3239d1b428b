import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useAction } from "../parts/actions";
import { useDraft } from "../parts/draft";
import { Page } from "../parts/Page";
import { Reading } from "../parts/Reading";
import { Refusal } from "../parts/Refusal";
import { type Owner, type OwnerKind, ownerOf } from "../permission/owners";
import { path, to } from "../shell/paths";
import { ChangesInWords } from "./ChangesInWords";
import { DocumentEditor } from "./DocumentEditor";
import { EMPTY, TEMPLATES } from "./templates";
import { tidy } from "./versions";

const PLACES = {
  user: { text: "Users", href: to.users, page: to.user },
  group: { text: "Groups", href: to.groups, page: to.group },
  role: { text: "Roles", href: to.roles, page: to.role },
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
      title={name ?? `Inline policy for ${ownerName}`}
      above={[place, { text: ownerName, href: place.page(ownerName, "permissions") }]}
      description={`It belongs to the ${owner.kind} ${ownerName} alone, and goes with it.`}
    >
      <Reading of={document} what="the policy">
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
    says: `The policy ${form.name} counts for ${owner.name}.`,
    changes: ["permissions"],
    then: leave,
  });
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" onClick={leave}>
            Cancel
          </Button>
          <Button
            variant="primary"
            loading={saving.isPending}
            disabled={!form.name}
            onClick={() => saving.mutate(undefined)}
          >
            Save policy
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {name === null && (
          <Container>
            <FormField label="Policy name" constraintText="Letters, digits and + = , . @ - _">
              <Input value={form.name} onChange={({ detail }) => change({ name: detail.value })} spellcheck={false} />
            </FormField>
          </Container>
        )}
        <DocumentEditor
          document={form.document}
          onChange={(text) => change({ document: text })}
          type="IDENTITY_POLICY"
          label="Policy document"
          templates={TEMPLATES}
        />
        {before && form.document !== before && (
          <Container header={<Header variant="h2">What this changes</Header>}>
            <ChangesInWords before={before} after={form.document} />
          </Container>
        )}
        <Refusal error={saving.error} />
      </SpaceBetween>
    </Form>
  );
}
