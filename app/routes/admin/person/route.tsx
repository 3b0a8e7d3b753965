import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { supportBound } from '~/auth/policies/person';
import { findSupportedPerson } from '~/domain/people/find-supported-person.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { notePersonLooks } from '~/flows/note-person-looks.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { placeLabel } from '~/lib/place-label';
import { supportForm } from './support-form';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_support_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'operator');
  return data(null, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireRole(request, context, 'operator');
  const { read } = context.store;
  const submission = parseWithZod(await request.formData(), { schema: supportForm });
  if (submission.status !== 'success') {
    return data({ sent: submission.reply(), person: null }, { status: 400 });
  }
  const { number, purpose } = submission.value;
  const within = supportBound(visitor.grants);
  const person = await findSupportedPerson(read, { number, within });
  if (!person) {
    const fieldErrors = { number: [m.people_support_none()] };
    return data({ sent: submission.reply({ fieldErrors }), person: null }, { status: 400 });
  }
  const { municipalityCode: areaCode, registeredAt } = person;
  const region = areaCode ? await findRegion(read, areaCode) : null;
  const look = { people: [person], actorId: visitor.personId, areaCode, purpose, at: now() };
  await notePersonLooks(context.store, look);
  return data({
    sent: null,
    person: {
      name: person.name ?? '',
      kana: person.kana ?? '',
      number: groupCode(number),
      place: region ? placeLabel(region) : '',
      registeredDay: registeredAt ? formatDay(jstDates(registeredAt).day) : '',
    },
  });
}

type Fields = { number: string; purpose: string };

export default function SupportPage() {
  const result = useActionData<typeof action>();
  const [form, fields] = useForm<Fields>({ id: 'support', lastResult: result?.sent });
  const found = result?.person;
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.people_support_title()} lead={m.people_support_lead()} />
      {found ? (
        <div role="status">
          <Card as="section">
            <h2>{m.people_person_of({ name: found.name })}</h2>
            <dl className="facts">
              <dt>{m.people_col_kana()}</dt>
              <dd>{found.kana}</dd>
              <dt>{m.people_col_number()}</dt>
              <dd>{found.number}</dd>
              <dt>{m.people_col_place()}</dt>
              <dd>{found.place}</dd>
              <dt>{m.people_registered()}</dt>
              <dd>{found.registeredDay}</dd>
            </dl>
          </Card>
        </div>
      ) : null}
      <Notice>
        <p>{m.people_support_why()}</p>
      </Notice>
      <PostForm form={form} className="stack">
        <Field
          meta={fields.number}
          label={m.people_col_number()}
          hint={m.people_support_number_hint()}
          inputMode="numeric"
          autoComplete="off"
        />
        <Field
          meta={fields.purpose}
          label={m.people_purpose_legend()}
          hint={m.people_support_purpose_hint()}
          autoComplete="off"
        />
        <p>
          <Button>{m.people_support_go()}</Button>
        </p>
      </PostForm>
    </div>
  );
}
