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
import { findPlaceToConfirm } from '~/auth/find-place-to-confirm.server';
import { requireRegistered } from '~/auth/guards.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findPasskeys } from '~/domain/entry/find-passkeys.server';
import { passkeyLabelRefusal } from '~/domain/entry/passkey-label-refusal';
import { removePasskey } from '~/domain/entry/remove-passkey.server';
import { renamePasskey } from '~/domain/entry/rename-passkey.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

const SECURITY = '/my/security';
const securityAfter = (done: string) => `${SECURITY}?passkey=${done}#passkeys`;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: m.common_title({ page: m.passkeys_edit_title({ label: page?.label ?? '' }) }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRegistered(request, context);
  const id = params.id ?? '';
  const held = await findPasskeys(context.store.read, visitor);
  const passkey = held.find((one) => one.id === id);
  if (!passkey) throw new Response(null, { status: 404 });
  const to = `${SECURITY}/passkeys/${id}`;
  const place = await findPlaceToConfirm(context, visitor, { at: now(), to });
  const isLast = new URL(request.url).searchParams.get('done') === 'last';
  return { id, label: passkey.label, placeToConfirm: place, isLast };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const visitor = await requireRegistered(request, context);
  const { personId, awaitsSecondFactor, grants } = visitor;
  const id = params.id ?? '';
  const form = await request.formData();
  const at = now();
  if (form.get('intent') !== 'remove') {
    const submission = parseWithZod(form, { schema: labelSchema() });
    if (submission.status !== 'success') return data(submission.reply(), 400);
    const { label } = submission.value;
    const renamed = await context.store.tx((db) => renamePasskey(db, { id, personId, label }));
    return redirect(securityAfter(renamed ? 'renamed' : 'gone'));
  }

  const to = `${SECURITY}/passkeys/${id}`;
  const place = await findPlaceToConfirm(context, visitor, { at, to });
  if (place) return redirect(place);
  const isStaff = awaitsSecondFactor || grants.length > 0;
  const removed = await context.store.tx(async (db) => {
    const result = await removePasskey(db, { id, personId, isStaff });
    const about = { subjectKind: 'person', subjectId: personId };
    if (result.ok) {
      await recordAudit(db, { at, actorId: personId, action: 'passkey.remove', ...about });
    }
    return result;
  });
  if (removed.ok) return redirect(securityAfter('removed'));
  return redirect(removed.reason === 'last' ? `${to}?done=last` : securityAfter('gone'));
}

const labelWords = {
  empty: m.passkeys_label_empty,
  'too-long': m.passkeys_label_too_long,
  unprintable: m.passkeys_label_unprintable,
};

function labelSchema() {
  return z.object({
    label: z
      .string({ error: () => m.passkeys_label_empty() })
      .trim()
      .superRefine((label, issues) => {
        const refusal = passkeyLabelRefusal(label);
        if (refusal) issues.addIssue({ code: 'custom', message: labelWords[refusal]() });
      }),
  });
}

function Remove({ id, placeToConfirm }: { id: string; placeToConfirm: string | null }) {
  return (
    <section className="stack" aria-labelledby="remove">
      <h2 id="remove">{m.passkeys_remove_title()}</h2>
      <p>{m.passkeys_remove_body()}</p>
      {placeToConfirm ? <p>{m.passkeys_remove_confirm_first()}</p> : null}
      <form method="post" action={`${SECURITY}/passkeys/${id}`}>
        <Button kind="second" name="intent" value="remove">
          {m.passkeys_remove()}
        </Button>
      </form>
    </section>
  );
}

export default function Passkey() {
  const { id, label, placeToConfirm, isLast } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ label: string }>({
    id: 'rename',
    lastResult: useActionData<typeof action>(),
    defaultValue: { label },
  });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.passkeys_edit_title({ label })}
        crumbs={[
          { title: m.my_title(), to: '/my' },
          { title: m.entry_security_title(), to: SECURITY },
          { title: m.passkeys_title() },
        ]}
      />
      {isLast ? (
        <Notice kind="care" role="status">
          <p>{m.passkeys_remove_last()}</p>
        </Notice>
      ) : null}
      <PostForm form={form} className="stack" action={`${SECURITY}/passkeys/${id}`}>
        <Field
          meta={fields.label}
          label={m.passkeys_label()}
          hint={m.passkeys_label_hint()}
          autoComplete="off"
        />
        <Button>{m.passkeys_rename()}</Button>
      </PostForm>
      <Remove id={id} placeToConfirm={placeToConfirm} />
      <p>
        <a href={`${SECURITY}#passkeys`}>{m.passkeys_back()}</a>
      </p>
    </div>
  );
}
