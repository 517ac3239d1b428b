import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { catalog, service } from "../editor/catalog";
import { ConditionForm } from "./ConditionForm";
import { TokenList } from "./TokenList";
import type { Statement } from "./statements";

interface Props {
  statement: Statement;
  hasResources: boolean;
  onChange: (statement: Statement) => void;
}

/** One statement as a form. */
export function StatementForm({ statement, hasResources, onChange }: Props) {
  const [prefix, setPrefix] = useState(() => statement.actions[0]?.split(":")[0]);
  const services = useQuery({ queryKey: ["catalog"], queryFn: catalog, staleTime: Infinity });
  const chosen = useQuery({
    queryKey: ["catalog", prefix],
    queryFn: async () => (await service(prefix ?? "")) ?? null,
    enabled: Boolean(prefix) && prefix !== "*",
    staleTime: Infinity,
  });
  const change = (members: Partial<Statement>) => onChange({ ...statement, ...members });
  const option = services.data?.services.find((each) => each.prefix === prefix);
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={3}>
        <FormField label={t`Effect`}>
          <SegmentedControl
            label={t`Effect`}
            selectedId={statement.effect}
            onChange={({ detail }) => change({ effect: detail.selectedId as Statement["effect"] })}
            options={[
              { id: "Allow", text: t`Allow` },
              { id: "Deny", text: t`Deny` },
            ]}
          />
        </FormField>
        <FormField label={t`Name of the statement (Sid)`}>
          <Input value={statement.sid ?? ""} onChange={({ detail }) => change({ sid: detail.value || undefined })} />
        </FormField>
        <FormField label={t`Service to choose actions from`}>
          <Select
            selectedOption={option ? { label: option.name, value: option.prefix } : null}
            options={(services.data?.services ?? []).map((each) => ({
              label: each.name,
              value: each.prefix,
              labelTag: each.prefix,
            }))}
            onChange={({ detail }) => setPrefix(detail.selectedOption.value)}
            filteringType="auto"
            virtualScroll
            placeholder={t`Choose a service`}
            statusType={services.isPending ? "loading" : "finished"}
            loadingText={t`Loading services`}
          />
        </FormField>
      </ColumnLayout>
      <TokenList
        label={statement.notActions ? t`All actions but these` : t`Actions`}
        values={statement.actions}
        suggestions={[
          { value: prefix && prefix !== "*" ? `${prefix}:*` : "*", note: t`every action` },
          ...(chosen.data?.actions ?? []).map((action) => ({
            value: `${chosen.data?.prefix ?? ""}:${action.name}`,
            note: action.level,
          })),
        ]}
        onChange={(actions) => change({ actions })}
      />
      <Toggle checked={statement.notActions} onChange={({ detail }) => change({ notActions: detail.checked })}>
        {t`All actions but these`}
      </Toggle>
      {hasResources && (
        <TokenList
          label={statement.notResources ? t`All resources but these` : t`Resources`}
          values={statement.resources}
          suggestions={[
            { value: "*", note: t`everything` },
            ...(chosen.data?.resources ?? []).map(({ name, arn }) => ({ value: arn, note: name })),
          ]}
          onChange={(resources) => change({ resources })}
        />
      )}
      <ConditionForm
        condition={statement.condition}
        keys={[...(chosen.data?.conditionKeys ?? []), ...(services.data?.globalKeys ?? [])].map(({ name }) => name)}
        onChange={(condition) => change({ condition })}
      />
    </SpaceBetween>
  );
}
