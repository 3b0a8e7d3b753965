import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { groupCode, normaliseCode } from '~/lib/code';
import { entryPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

const CODE_LENGTH = 12;

const schema = z.object({
  code: z.string({ error: () => m.verify_code_empty() }).check((ctx) => {
    const count = normaliseCode(ctx.value).length;
    if (count === CODE_LENGTH) return;
    const message = m.verify_code_length({ count: String(count) });
    ctx.issues.push({ code: 'custom', message, input: ctx.value });
  }),
});

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.verify_title() }) }];

export function loader({ params }: LoaderFunctionArgs) {
  findEdition(params);
  return { languages: languagesAt('/verify') };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  return redirect(
    pathIn(edition, `/verify/${groupCode(normaliseCode(submission.value.code))}`),
    303,
  );
}

export default function VerifyPage() {
  const edition = useEdition();
  const [form, fields] = useForm<z.input<typeof schema>>({
    id: 'verify',
    lastResult: useActionData<typeof action>(),
  });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.verify_title()}
        lead={m.verify_lead()}
        crumbs={[{ title: m.common_home(), to: entryPath(edition) }, { title: m.verify_title() }]}
      />
      <PostForm form={form} className="stack">
        <Field
          meta={fields.code}
          label={m.verify_code_label()}
          hint={m.verify_code_hint()}
          className="code-text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
        <Button>{m.verify_check()}</Button>
      </PostForm>
      <p className="small">{m.verify_qr_hint()}</p>
    </div>
  );
}
