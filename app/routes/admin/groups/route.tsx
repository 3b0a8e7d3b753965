import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireRole } from '~/auth/guards.server';
import { groupBound } from '~/auth/policies/region-group';
import { findGroups } from '~/domain/regions/find-groups.server';
import { makeNewGroup } from '~/flows/look-after-groups.server';
import { kanaField, nameField } from '~/flows/name-fields';
import { GROUP_KINDS, groupKindWord } from '~/flows/region-words';
import { formatDay, jstDates, now } from '~/lib/clock';
import { newId } from '~/lib/id.server';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { Field, PostForm, SelectField } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

const schema = z.object({
  id: z.uuid({ error: () => m.areas_form_unread() }),
  name: nameField,
  kana: kanaField,
  kind: z.enum(GROUP_KINDS, { error: () => m.areas_kind_empty() }),
});

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.areas_groups_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, 'operator');
  const groups = await findGroups(context.store.read, { within: groupBound(grants) });
  return {
    newId: newId(),
    groups: groups.map(({ id, name, kind, members, endedAt }) => ({
      id,
      name,
      kind: groupKindWord(kind),
      members,
      state: endedAt
        ? m.areas_groups_ended({ day: formatDay(jstDates(endedAt).day) })
        : m.areas_groups_active(),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId } = await requireRole(request, context, 'operator');
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const group = submission.value;
  await makeNewGroup(context.store, { ...group, actorId: personId, at: now() });
  return redirect(`/admin/groups/${group.id}?done=made`, 303);
}

export default function GroupsPage() {
  const { groups, newId: id } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<z.input<typeof schema>>({
    id: 'group',
    lastResult: useActionData<typeof action>(),
    defaultValue: { id },
  });
  return (
    <div className="wrap stack-l">
      <div className="stack-s">
        <PageHead title={m.areas_groups_title()} lead={m.areas_groups_lead()} />
        <p>
          <a href="/admin/mergers">{m.areas_mergers_title()}</a>
        </p>
      </div>
      {groups.length === 0 ? (
        <Notice>
          <p>{m.areas_groups_empty()}</p>
        </Notice>
      ) : (
        <DataTable
          caption={m.areas_groups_list()}
          columns={[
            { title: m.areas_groups_name() },
            { title: m.areas_groups_kind() },
            { title: m.areas_groups_members(), align: 'right' },
            { title: m.areas_groups_state() },
          ]}
          rows={groups.map((group) => [
            <a key="name" href={`/admin/groups/${group.id}`}>
              {group.name}
            </a>,
            group.kind,
            group.members,
            group.state,
          ])}
        />
      )}
      <Card as="section">
        <h2>{m.areas_groups_new()}</h2>
        <PostForm form={form} className="stack">
          <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue} />
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
            empty={m.areas_share_choose_none()}
            options={GROUP_KINDS.map((value) => ({ value, label: groupKindWord(value) }))}
          />
          <div>
            <Button>{m.areas_groups_make()}</Button>
          </div>
        </PostForm>
      </Card>
    </div>
  );
}
