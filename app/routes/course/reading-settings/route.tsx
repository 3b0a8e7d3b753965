import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import { keepReading } from '~/domain/people/keep-reading.server';
import {
  chosenReading,
  findReadingSettings,
  keepReadingSettings,
  readingOf,
  readingText,
} from '~/lib/reading-settings';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { ReadingChoices } from './reading-choices';
import { Sample } from './sample';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.reading_title() }) }];

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const to = searchParams.get('to');
  return {
    reading: findReadingSettings(request),
    to: to ? samePlace(to) : null,
    saved: searchParams.has('saved'),
  };
}

/** Keeps how this reader wants pages shown, and goes back to where she was. What is not sent stays as it was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const asUsual = form.has('reset');
  const settings = asUsual ? readingOf('') : chosenReading(findReadingSettings(request), form);
  const visitor = await findVisitor(request, context);
  if (visitor) {
    const kept = { personId: visitor.personId, reading: readingText(settings) };
    await context.store.tx((db) => keepReading(db, kept));
  }
  const cookie = keepReadingSettings(settings, context.origin.startsWith('https:'));
  return redirect(samePlace(form.get('to')), { headers: { 'Set-Cookie': cookie } });
}

export default function ReadingSettingsPage() {
  const { reading, to, saved } = useLoaderData<typeof loader>();
  const from = to ? `&to=${encodeURIComponent(to)}` : '';
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.reading_title()}
        lead={m.reading_lead()}
        crumbs={[{ title: m.common_home(), to: '/' }, { title: m.reading_title() }]}
      />
      {saved ? (
        <Notice kind="done" title={m.reading_saved_title()} role="status">
          <p>{m.reading_saved()}</p>
        </Notice>
      ) : null}
      {to ? (
        <p>
          <a href={to}>{m.reading_back()}</a>
        </p>
      ) : null}
      <form
        method="post"
        action="/settings/reading"
        className="stack-l"
        data-enhance="reading-sample"
      >
        <input type="hidden" name="to" value={`/settings/reading?saved${from}`} />
        <Sample reading={reading} />
        <ReadingChoices reading={reading} />
        <p className="row">
          <Button>{m.reading_save()}</Button>
          <Button kind="second" name="reset" value="on">
            {m.reading_reset()}
          </Button>
        </p>
        <p className="small">{m.reading_kept_device()}</p>
      </form>
    </div>
  );
}
