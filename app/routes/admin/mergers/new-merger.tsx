import { useForm, type SubmissionResult } from '@conform-to/react';
import { REGION_KINDS, regionKindWord } from '~/flows/region-words';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ChoiceGroup, Field, PostForm, SelectField, TextArea } from '~/ui/form';

type Fields = {
  from: string;
  way: string;
  code: string;
  name: string;
  kana: string;
  kind: string;
  day: string;
};

export function NewMerger({ lastResult }: { lastResult?: SubmissionResult<string[]> | null }) {
  const [form, fields] = useForm<Fields>({ id: 'merger', lastResult });
  return (
    <Card as="section">
      <h2>{m.areas_merger_new()}</h2>
      <PostForm form={form} className="stack">
        <TextArea
          meta={fields.from}
          label={m.areas_merger_from()}
          hint={m.areas_merger_from_hint()}
        />
        <Field
          meta={fields.day}
          label={m.areas_merger_day()}
          hint={m.areas_merger_day_hint()}
          autoComplete="off"
        />
        <ChoiceGroup
          meta={fields.way}
          legend={m.areas_merger_way()}
          options={[
            {
              value: 'fresh',
              label: m.areas_merger_way_fresh(),
              hint: m.areas_merger_way_fresh_hint(),
            },
            {
              value: 'into',
              label: m.areas_merger_way_into(),
              hint: m.areas_merger_way_into_hint(),
            },
          ]}
        />
        <Field
          meta={fields.code}
          label={m.areas_merger_code()}
          hint={m.areas_merger_code_hint()}
          inputMode="numeric"
          autoComplete="off"
        />
        <Field
          meta={fields.name}
          label={m.areas_merger_name()}
          hint={m.areas_merger_fresh_hint()}
          autoComplete="off"
          optional
        />
        <Field
          meta={fields.kana}
          label={m.areas_group_kana()}
          hint={m.areas_merger_fresh_hint()}
          autoComplete="off"
          optional
        />
        <SelectField
          meta={fields.kind}
          label={m.areas_merger_kind()}
          hint={m.areas_merger_fresh_hint()}
          empty={m.areas_merger_kind_none()}
          options={REGION_KINDS.map((value) => ({ value, label: regionKindWord(value) }))}
          optional
        />
        <div>
          <Button kind="second" name="step" value="preview">
            {m.areas_merger_preview()}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}
