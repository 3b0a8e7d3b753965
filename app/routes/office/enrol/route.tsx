import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formTicket, readFormTicket } from '~/auth/form-ticket.server';
import { requireRole } from '~/auth/guards.server';
import { ENROLMENT_ROLES } from '~/auth/policies/enrolment';
import { personBoundOfArea } from '~/auth/policies/person';
import { sealNote } from '~/auth/sealed-note.server';
import { tryKey } from '~/auth/try-key.server';
import { countTry } from '~/domain/operation/count-try.server';
import { findRepeats } from '~/domain/people/find-repeats.server';
import { findOfferedPlaces } from '~/domain/regions/find-offered-places.server';
import { enrollingArea } from '~/flows/enrolling-area.server';
import { enrolOne } from '~/flows/enrol-one.server';
import { listRules } from '~/flows/list-rules.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import { newId } from '~/lib/id.server';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { EnrolFields } from './enrol-fields';
import { readEnrolForm } from './enrol-form.server';

const ENROLMENTS_OF_OFFICER = 600;
const WINDOW_SECONDS = 60 * 60;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.imports_enrol_title() }) },
];

async function findOwn({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...ENROLMENT_ROLES);
  const asked = { code: params.code!, grants: visitor.grants };
  return { visitor, area: await enrollingArea(context.store.read, asked) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { area } = await findOwn(args);
  const places = (await findOfferedPlaces(args.context.store.read))
    .filter(({ code, parentCode }) => code === area.code || parentCode === area.code)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    area: { code: area.code, name: (area.cityName ?? '') + area.name },
    places: places.map(({ code, cityName, name }) => ({
      value: code,
      label: (cityName ?? '') + name,
    })),
    ticket: formTicket(args.context, newId()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, area } = await findOwn(args);
  const { context, request } = args;
  const { store } = context;
  const form = await request.formData();
  const at = now();
  const rules = await listRules(store.read, { areaCode: area.code, at });
  const { sent, person, errors } = readEnrolForm(form, rules);
  const guardian = form.get('guardian') === 'yes';
  const kept = { ...sent, guardian: guardian ? 'yes' : '' };
  const again = (more: Record<string, string[]>, repeats: string[], status: number) =>
    data({ sent: kept, errors: { ...errors, ...more }, repeats }, status);
  if (!person) return again({}, [], 400);

  const { kana, birthYear, municipalityCode } = person;
  const within = personBoundOfArea(visitor.grants, area.code);
  const found =
    form.get('anyway') === 'yes'
      ? []
      : await findRepeats(store.read, { kana, birthYear, municipalityCode, within });
  const ticketPersonId = readFormTicket(context, String(form.get('ticket') ?? ''));
  const repeats = found.filter(({ id }) => id !== ticketPersonId);
  if (repeats.length > 0) return again({}, repeats.map(repeatWords), 200);

  const key = tryKey(context, 'enrol', visitor.personId);
  const limit = { key, limit: ENROLMENTS_OF_OFFICER, windowSeconds: WINDOW_SECONDS, at };
  const counted = await store.tx((db) => countTry(db, limit));
  if (!counted.ok) {
    return again(
      { '': [m.imports_enrol_slow_down({ time: formatTime(counted.retryAt) })] },
      [],
      429,
    );
  }
  const guardianText = guardian ? m.imports_enrol_guardian_text() : null;
  const { personId: actorId, sessionHash } = visitor;
  const slip = ticketPersonId
    ? await enrolOne(store, { area, person, ticketPersonId, guardianText, actorId, at })
    : null;
  if (!slip) return again({ '': [m.imports_enrol_form_used()] }, [], 409);
  const path = `/office/areas/${area.code}/enrol`;
  const note = { sessionHash, text: JSON.stringify(slip) };
  const headers = { 'Set-Cookie': sealNote(context, { name: 'enrol-note', path }, note) };
  return redirect(`${path}/done`, { status: 303, headers });
}

type Repeat = { name: string | null; number: string | null; createdAt: Date };

function repeatWords({ name, number, createdAt }: Repeat): string {
  const { day } = jstDates(createdAt);
  return name && number
    ? m.imports_enrol_again_person({ name, number: groupCode(number), day: formatDay(day) })
    : m.imports_enrol_again_nameless({ day: formatDay(day) });
}

function MayBeTheSame({ repeats, path }: { repeats: string[]; path: string }) {
  return (
    <Notice kind="warm" title={m.imports_enrol_again_title()} role="alert">
      <p>{m.imports_enrol_again_lead()}</p>
      <ul className="dots">
        {repeats.map((repeat) => (
          <li key={repeat}>{repeat}</li>
        ))}
      </ul>
      <p className="row">
        <Button name="anyway" value="yes">
          {m.imports_enrol_anyway()}
        </Button>
        <ButtonLink to={`${path}/imports`} kind="second">
          {m.imports_enrol_not()}
        </ButtonLink>
      </p>
    </Notice>
  );
}

export default function EnrolPage() {
  const { area, places, ticket } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const errors = answered?.errors ?? {};
  const repeats = answered?.repeats ?? [];
  const path = `/office/areas/${area.code}`;
  const sent = answered?.sent ?? { municipality: area.code, relation: 'resident' };
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.imports_enrol_title()}
        lead={m.imports_enrol_lead()}
        crumbs={[
          { title: m.office_title({ area: area.name }), to: path },
          { title: m.imports_title(), to: `${path}/imports` },
          { title: m.imports_enrol_title() },
        ]}
      />
      <Notice kind="info">
        <p>{m.imports_enrol_why()}</p>
      </Notice>
      <PostForm form={{ id: 'enrol', allErrors: errors }} className="stack-l">
        <input type="hidden" name="ticket" value={ticket} />
        {repeats.length > 0 ? <MayBeTheSame repeats={repeats} path={path} /> : null}
        <EnrolFields sent={sent} errors={errors} places={places} />
        <Button kind={repeats.length > 0 ? 'second' : 'first'}>{m.imports_enrol_button()}</Button>
      </PostForm>
    </div>
  );
}
