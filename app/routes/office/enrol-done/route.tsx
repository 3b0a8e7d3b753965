import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES } from '~/auth/policies/enrolment';
import { clearNote, openNote } from '~/auth/sealed-note.server';
import { enrollingArea } from '~/flows/enrolling-area.server';
import type { Slip } from '~/flows/make-slips.server';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';
import { SlipCard } from '~/ui/slip-card';

const NOTE = 'enrol-note';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.imports_enrol_done_title() }) },
];

async function findOwn({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...ENROLMENT_ROLES);
  const asked = { code: params.code!, grants: visitor.grants };
  const area = await enrollingArea(context.store.read, asked);
  return { visitor, path: `/office/areas/${area.code}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visitor, path } = await findOwn(args);
  const { sessionHash } = visitor;
  const note = openNote(args.request, args.context, { name: NOTE, sessionHash });
  const slip = note === null ? null : (JSON.parse(note) as Slip);
  return {
    path,
    slip: slip && { ...slip, number: groupCode(slip.number) },
    address: `${args.context.origin}/sign-in`,
  };
}

/** The paper is handed over: what was shown once is taken away. */
export async function action(args: ActionFunctionArgs) {
  const { path } = await findOwn(args);
  const form = await args.request.formData();
  const headers = { 'Set-Cookie': clearNote(args.context, { name: NOTE, path: `${path}/enrol` }) };
  return redirect(form.get('next') === 'list' ? `${path}/imports` : `${path}/enrol`, { headers });
}

export default function EnrolDone() {
  const { path, slip, address } = useLoaderData<typeof loader>();
  if (!slip) {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.imports_enrol_done_title()} />
        <p>{m.imports_enrol_done_gone()}</p>
        <p>
          <ButtonLink to={`${path}/enrol`}>{m.imports_enrol_next()}</ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <div className="no-print">
        <PageHead title={m.imports_enrol_done_title()} />
      </div>
      <div className="no-print">
        <Notice kind="care" role="status">
          <p>{m.imports_enrol_done_lead()}</p>
        </Notice>
      </div>
      <SlipCard {...slip} address={address} />
      <form method="post" className="row no-print">
        <PrintButton />
        <Button name="next" value="enrol">
          {m.imports_enrol_next()}
        </Button>
        <Button kind="second" name="next" value="list">
          {m.imports_enrol_finish()}
        </Button>
      </form>
    </div>
  );
}
