import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { clearNote } from '~/auth/sealed-note.server';
import { endSession } from '~/auth/session.server';
import { entryPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import { forgetReadingSettings } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.entry_left_title() }) }];

/** Kept by this device beside the login; over plain http the browser clears nothing by itself. */
const NOTES = [
  { name: 'join-note', path: '/join' },
  { name: 'code-note', path: '/my/code' },
  { name: 'recovery-note', path: '/my/security' },
  { name: 'authenticator-note', path: '/my/security' },
];

/** What was taken from this device, after leaving nothing behind. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  if (!new URL(request.url).searchParams.has('left')) throw redirect(entryPath(edition));
  return null;
}

/** A learner without an account is shown her way back first: without it she would lose what she learned. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  const form = await request.formData();
  if (visitor && !visitor.registered && !form.has('leave')) {
    return redirect(pathIn(edition, '/my/code'));
  }
  const { setCookie } = await endSession(request, context);
  const headers = new Headers({ 'Set-Cookie': setCookie });
  if (form.get('leave') !== 'nothing') return redirect(entryPath(edition), { headers });
  for (const { name, path } of NOTES) {
    for (const at of new Set(Object.values(languagesAt(path)))) {
      headers.append('Set-Cookie', clearNote(context, { name, path: at }));
    }
  }
  headers.append('Set-Cookie', forgetReadingSettings(context.origin.startsWith('https:')));
  headers.set('Clear-Site-Data', '"cache", "cookies", "storage"');
  return redirect(`${pathIn(edition, '/sign-out')}?left=nothing`, { headers });
}

export default function Left() {
  const edition = useEdition();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.entry_left_title()} lead={m.entry_left_lead()} />
      <ul className="dots">
        <li>{m.entry_left_login()}</li>
        <li>{m.entry_left_storage()}</li>
      </ul>
      <p>{m.entry_left_kept()}</p>
      <p>{m.entry_left_history()}</p>
      <p>{m.entry_left_close()}</p>
      <p>
        <ButtonLink to={entryPath(edition)} kind="second">
          {m.entry_left_home()}
        </ButtonLink>
      </p>
    </div>
  );
}
