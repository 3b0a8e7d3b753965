import { useForm, type SubmissionResult } from '@conform-to/react';
import type { RegionGroupKind } from '~/db/tables/regions';
import { GROUP_KINDS, groupKindWord } from '~/flows/region-words';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Field, PostForm, SelectField } from '~/ui/form';

type Facts = { name: string; kana: string; kind: RegionGroupKind };
type GroupFactsProps = { group: Facts; lastResult?: SubmissionResult<string[]> };

export function GroupFacts({ group, lastResult }: GroupFactsProps) {
  const isOwn = lastResult?.initialValue?.intent === 'facts';
  const [form, fields] = useForm<Facts>({
    id: 'group',
    lastResult: isOwn ? lastResult : undefined,
    defaultValue: group,
  });
  return (
    <Card as="section">
      <h2>{m.areas_group_facts()}</h2>
      <PostForm form={form} className="stack">
        <Field meta={fields.name} label={m.areas_groups_name()} autoComplete="off" />
        <Field
          meta={fields.kana}
          label={m.areas_group_kana()}
          hint={m.areas_group_kana_hint()}
          autoComplete="off"
        />
        <SelectField
          meta={fields.kind}
          label={m.areas_groups_kind()}
          options={GROUP_KINDS.map((value) => ({ value, label: groupKindWord(value) }))}
        />
        <div>
          <Button kind="second" name="intent" value="facts">
            {m.areas_group_save()}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}
