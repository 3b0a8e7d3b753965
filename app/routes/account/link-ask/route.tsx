import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isEmail } from '~/domain/people/is-email';
import { askMagicLink, LINK_MINUTES } from '~/flows/ask-magic-link.server';
import { formatTime, now } from '~/lib/clock';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.letters_ask_title() }) },
];

function comingFrom(request: Request): string | null {
  const to = new URL(request.url).searchParams.get('to');
  return to && samePlace(to);
}

export function loader({ request, context }: LoaderFunctionArgs) {
  return { to: comingFrom(request), mail: context.mail, minutes: String(LINK_MINUTES) };
}

const schema = z.object({
  email: z
    .string({ error: () => m.letters_ask_email_empty() })
    .transform((email) => email.normalize('NFKC').trim())
    .refine(isEmail, { error: () => m.account_email_wrong() }),
});

/** The same answer whether or not there is an account. */
export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema });
  if (context.mail === 'none') return data({ asked: false, result: null }, 503);
  if (submission.status !== 'success')
    return data({ asked: false, result: submission.reply() }, 400);
  const { email } = submission.value;
  const asked = await askMagicLink(context, { email, to: comingFrom(request), at: now() });
  if (!asked.ok) {
    const words = m.letters_ask_slow_down({ time: formatTime(asked.retryAt) });
    const result = submission.reply({ fieldErrors: { email: [words] } });
    return data({ asked: false, result }, 429);
  }
  return data({ asked: true, result: null }, 200);
}

function Asked({ minutes, demo, again }: { minutes: string; demo: boolean; again: string }) {
  return (
    <>
      <Notice kind="done" title={m.letters_asked_title()} role="status">
        <p>{m.letters_asked_body({ minutes })}</p>
        {demo ? (
          <p>
            <a href="/mailbox">{m.letters_asked_to_mailbox()}</a>
          </p>
        ) : null}
      </Notice>
      <section className="stack-s">
        <h2>{m.letters_asked_wait_title()}</h2>
        <ul className="dots">
          <li>{m.letters_asked_wait_folder()}</li>
          <li>{m.letters_asked_wait_other()}</li>
          <li>
            <a href={again}>{m.letters_asked_wait_again()}</a>
          </li>
        </ul>
      </section>
    </>
  );
}

export default function AskLink() {
  const { to, mail, minutes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [form, fields] = useForm<{ email: string }>({ id: 'ask', lastResult: sent?.result });
  const search = to ? `?to=${encodeURIComponent(to)}` : '';
  const title = m.letters_ask_title();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={mail === 'none' || sent?.asked ? undefined : m.letters_ask_lead()}
        crumbs={[
          { title: m.common_home(), to: '/' },
          { title: m.account_sign_in_title(), to: `/sign-in${search}` },
          { title },
        ]}
      />
      {mail === 'none' ? (
        <Notice kind="care" title={m.letters_unset_title()}>
          <p>{m.letters_unset_body()}</p>
        </Notice>
      ) : sent?.asked ? (
        <Asked minutes={minutes} demo={mail === 'mailbox'} again={`/sign-in/link${search}`} />
      ) : (
        <PostForm form={form} className="stack" action={`/sign-in/link${search}`}>
          <Field
            meta={fields.email}
            label={m.account_email()}
            hint={m.letters_ask_email_hint()}
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button>{m.letters_ask_button()}</Button>
        </PostForm>
      )}
      <section className="stack-s">
        {mail === 'none' ? null : (
          <>
            <h2>{m.letters_no_email_title()}</h2>
            <p>{m.letters_no_email_body()}</p>
          </>
        )}
        <p>
          <ButtonLink to={`/sign-in${search}`} kind="second">
            {m.letters_to_sign_in()}
          </ButtonLink>
        </p>
      </section>
    </div>
  );
}
