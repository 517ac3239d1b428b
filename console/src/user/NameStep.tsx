import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
import { t } from "@lingui/core/macro";
import { KeyAdvice } from "../key/KeyAdvice";
import { accessOf, faultOfName, type NewUser, type Who } from "./newUser";

const KINDS: { value: Who; label: string; description: string }[] = [
  { value: "person", label: t`A person`, description: t`Signs in with a password, to this console or at a terminal` },
  { value: "program", label: t`A program`, description: t`Calls by itself, such as a backup job or a server` },
];

const NAMES: Record<Who, string> = {
  person: t`The name that the person signs in with, such as alice.`,
  program: t`What the program does, such as backup-script.`,
};

const TAG = {
  key: t({ message: "Key", context: "of a tag" }),
  value: t({ message: "Value", context: "of a tag" }),
};

interface Props {
  user: NewUser;
  change: (members: Partial<NewUser>) => void;
  fault: string | undefined;
  /** Called when somebody leaves the field of the name. */
  onNamed: () => void;
  /** Called when somebody ends the name with Enter. */
  onEntered: () => void;
}

/** Who the user is. */
export function NameStep({ user, change, fault, onNamed, onEntered }: Props) {
  return (
    <Container>
      <SpaceBetween size="l">
        <FormField label={t`Who is the user?`} stretch>
          <Tiles
            value={user.who}
            columns={2}
            items={KINDS}
            onChange={({ detail }) => change(accessOf(detail.value as Who))}
          />
        </FormField>
        {user.who === "program" && <KeyAdvice use="cluster" />}
        <FormField label={t`User name`} description={NAMES[user.who]} errorText={faultOfName(user.name) ?? fault}>
          <Input
            value={user.name}
            onChange={({ detail }) => change({ name: detail.value })}
            onBlur={onNamed}
            onKeyDown={({ detail }) => detail.key === "Enter" && !detail.isComposing && onEntered()}
            spellcheck={false}
            autoFocus
          />
        </FormField>
        <ExpandableSection headerText={t`Path and tags`} defaultExpanded={user.path !== "/" || user.tags.length > 0}>
          <SpaceBetween size="l">
            <FormField label={t`Path`} description={t`Sorts users, as in /division/team/. Policies can name it.`}>
              <Input value={user.path} onChange={({ detail }) => change({ path: detail.value })} spellcheck={false} />
            </FormField>
            <AttributeEditor<NewUser["tags"][number]>
              items={user.tags}
              addButtonText={t`Add a tag`}
              removeButtonText={t`Remove`}
              empty={<Box color="text-body-secondary">{t`There are no tags.`}</Box>}
              onAddButtonClick={() => change({ tags: [...user.tags, { key: "", value: "" }] })}
              onRemoveButtonClick={({ detail }) =>
                change({ tags: user.tags.filter((_, index) => index !== detail.itemIndex) })
              }
              definition={(["key", "value"] as const).map((member) => ({
                label: TAG[member],
                control: (tag, index) => (
                  <Input
                    value={tag[member]}
                    ariaLabel={TAG[member]}
                    onChange={({ detail }) =>
                      change({
                        tags: user.tags.map((each, i) => (i === index ? { ...each, [member]: detail.value } : each)),
                      })
                    }
                  />
                ),
              }))}
            />
          </SpaceBetween>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}
