import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import type { ComponentProps } from 'react';
import type { Role } from '~/db/tables/people';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { PlaceField } from './place-field';

export type InviteFieldName = 'place' | 'placeQuery' | 'note' | 'days' | 'uses' | 'until' | 'email';

type PlaceProps = ComponentProps<typeof PlaceField>;
type Props = {
  form: Pick<FormMetadata, 'id' | 'allErrors'>;
  fields: Record<InviteFieldName, FieldMetadata<unknown>>;
  offer: { role: Role; over: PlaceProps['over'] };
  places: PlaceProps['places'];
  ticket: string;
  mayMail: boolean;
};

export function InviteForm({ form, fields, offer, places, ticket, mayMail }: Props) {
  const { role, over } = offer;
  return (
    <PostForm
      form={form}
      className="stack-l"
      action={`/staff/invite?role=${role}&over=${over}`}
      data-enhance="send-once"
    >
      {/* The first button is the one that Enter presses. */}
      <button className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="ticket" value={ticket} />
      <section className="stack">
        <h2>{m.staff_part_role()}</h2>
        <PlaceField over={over} meta={fields.place} queryMeta={fields.placeQuery} places={places} />
        <Field
          meta={fields.until}
          label={m.staff_until()}
          hint={m.staff_until_hint()}
          optional
          type="date"
        />
      </section>
      <section className="stack">
        <h2>{m.staff_part_link()}</h2>
        <Field
          meta={fields.note}
          label={m.staff_note()}
          hint={m.staff_note_hint()}
          autoComplete="off"
        />
        <Field
          meta={fields.days}
          label={m.staff_days()}
          hint={m.staff_days_hint()}
          inputMode="numeric"
          autoComplete="off"
        />
        <Field
          meta={fields.uses}
          label={m.staff_uses()}
          hint={m.staff_uses_hint()}
          inputMode="numeric"
          autoComplete="off"
        />
        {mayMail ? (
          <Field
            meta={fields.email}
            label={m.staff_email()}
            hint={m.staff_email_hint()}
            optional
            type="email"
            autoComplete="off"
          />
        ) : (
          <p>{m.staff_email_unset()}</p>
        )}
      </section>
      <p className="row">
        <Button>{m.staff_invite_button()}</Button>
        <ButtonLink to="/staff/invite" kind="quiet">
          {m.staff_invite_back()}
        </ButtonLink>
      </p>
    </PostForm>
  );
}
