import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TagEditor, { type TagEditorProps } from "@cloudscape-design/components/tag-editor";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Subject, useAction } from "./actions";
import { Reading } from "./Reading";
import { Refusal } from "./Refusal";

interface Tag {
  Key: string | undefined;
  Value: string | undefined;
}

interface Props {
  queryKey: [Subject, ...string[]];
  read: () => Promise<Tag[]>;
  set: (tags: { Key: string; Value: string }[]) => Promise<unknown>;
  remove: (keys: string[]) => Promise<unknown>;
}

/** The tags of an entity, to be seen and changed. */
export function Tags(props: Props) {
  const tags = useQuery({ queryKey: props.queryKey, queryFn: props.read });
  return (
    <Reading of={tags} loading={t`Loading tags`}>
      {(found) => <Editor key={JSON.stringify(found)} {...props} tags={found} />}
    </Reading>
  );
}

function Editor({ tags, queryKey, set, remove }: Props & { tags: Tag[] }) {
  const [edited, setEdited] = useState<TagEditorProps.Tag[]>(
    tags.map((tag) => ({ key: tag.Key ?? "", value: tag.Value ?? "", existing: true })),
  );
  const [valid, setValid] = useState(true);
  const saving = useAction({
    does: async () => {
      const removed = edited.filter((tag) => tag.markedForRemoval).map((tag) => tag.key);
      const kept = edited.filter((tag) => !tag.markedForRemoval).map((tag) => ({ Key: tag.key, Value: tag.value }));
      if (removed.length) {
        await remove(removed);
      }
      if (kept.length) {
        await set(kept);
      }
    },
    says: t`The tags are saved.`,
    changes: [queryKey[0]],
  });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t`Key and value pairs that policies can refer to as aws:PrincipalTag and aws:ResourceTag.`}
          actions={
            <Button disabled={!valid} loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
              {t`Save tags`}
            </Button>
          }
        >
          {t`Tags`}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <TagEditor
          tags={edited}
          tagLimit={50}
          onChange={({ detail }) => {
            setEdited([...detail.tags]);
            setValid(detail.valid);
          }}
        />
        {tags.length === 0 && edited.length === 0 && <Box color="text-body-secondary">{t`There are no tags.`}</Box>}
        <Refusal error={saving.error} />
      </SpaceBetween>
    </Container>
  );
}
