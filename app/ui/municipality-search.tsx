import type { FieldMetadata } from '@conform-to/react';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { FieldMark } from './form';
import { useEdition } from './use-edition';

type Meta = Pick<
  FieldMetadata<unknown>,
  'id' | 'name' | 'errorId' | 'descriptionId' | 'errors' | 'initialValue'
>;

export type FoundPlace = { code: string; label: string };

type MunicipalitySearchProps = {
  meta: Meta;
  /** The text that was searched for. */
  queryMeta: Pick<Meta, 'id' | 'name' | 'initialValue'>;
  /** Null when nothing was searched for yet. */
  found: FoundPlace[] | null;
  /** True when there are more than are shown. */
  more: boolean;
};

/**
 * A municipality by part of its name, reading or code. As it comes: a text box, a button that sends
 * the form back with choices, and everything typed kept. With script: one box with a list under it.
 */
export function MunicipalitySearch({ meta, queryMeta, found, more }: MunicipalitySearchProps) {
  const edition = useEdition();
  const query = typeof queryMeta.initialValue === 'string' ? queryMeta.initialValue : undefined;
  const described = [meta.descriptionId, meta.errors ? meta.errorId : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className={`stack-s ${meta.errors ? 'has-error' : ''}`}
      id={meta.id}
      tabIndex={-1}
      aria-describedby={described}
      data-enhance="municipality-search"
      data-source={`/api/municipalities?${edition ? `edition=${edition}&` : ''}q=`}
      data-found={m.account_municipality_found({ count: '{count}' })}
      data-found-more={m.account_municipality_found_more({ count: '{count}' })}
      data-none={m.account_municipality_none()}
      data-chosen={m.account_municipality_chosen({ place: '{place}' })}
      data-name={meta.name}
    >
      <legend className="field-label">
        {m.account_municipality()}
        <FieldMark />
      </legend>
      <div id={meta.descriptionId} className="field-hint">
        {m.account_municipality_hint()}
      </div>
      {meta.errors ? (
        <p id={meta.errorId} className="field-error">
          {meta.errors.join(' ')}
        </p>
      ) : null}
      <label htmlFor={queryMeta.id} className="block">
        {m.account_municipality_text()}
      </label>
      <div className="row relative">
        <input
          className="input"
          id={queryMeta.id}
          name={queryMeta.name}
          type="text"
          autoComplete="off"
          maxLength={100}
          defaultValue={query}
          aria-invalid={meta.errors ? true : undefined}
          aria-describedby={meta.errors ? meta.errorId : undefined}
        />
        <Button kind="second" name="intent" value="find-municipality" data-part="find">
          {m.account_municipality_find()}
        </Button>
      </div>
      <p role="status" className="small" data-part="status">
        {found ? countOf(found, more) : null}
      </p>
      <div className="choices" data-part="choices">
        {found?.map(({ code, label }) => (
          <label key={code} className="choice">
            <input
              type="radio"
              name={meta.name}
              value={code}
              defaultChecked={meta.initialValue === code || found.length === 1}
            />
            <span lang={edition === 'en' ? 'ja' : undefined}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function countOf(found: FoundPlace[], more: boolean): string {
  const count = String(found.length);
  if (found.length === 0) return m.account_municipality_none();
  return more
    ? m.account_municipality_found_more({ count })
    : m.account_municipality_found({ count });
}
