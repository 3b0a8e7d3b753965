import type { FieldMetadata } from '@conform-to/react';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { ChoiceGroup, Field, SelectField } from '~/ui/form';
import { MunicipalitySearch } from '~/ui/municipality-search';

type Props = {
  over: 'municipality' | 'prefecture' | 'organisation' | 'group' | 'nation';
  meta: FieldMetadata<unknown>;
  queryMeta: FieldMetadata<unknown>;
  places: {
    options: { value: string; label: string }[] | null;
    isSearched: boolean;
    more: boolean;
  };
};

const LABELS = {
  municipality: m.staff_place_municipality,
  prefecture: m.staff_place_prefecture,
  organisation: m.staff_place_organisation,
  group: m.staff_place_group,
};

/** What the role is over: a list, or a search where the list would be too long. */
export function PlaceField({ over, meta, queryMeta, places }: Props) {
  const { options, isSearched, more } = places;
  if (over === 'nation') return <p>{m.staff_place_nation()}</p>;
  if (over === 'municipality' && isSearched) {
    const found = options?.map(({ value: code, label }) => ({ code, label })) ?? null;
    return <MunicipalitySearch meta={meta} queryMeta={queryMeta} found={found} more={more} />;
  }
  if (!isSearched) {
    return options?.length ? (
      <SelectField
        meta={meta}
        label={LABELS[over]()}
        empty={m.staff_place_choose()}
        options={options}
      />
    ) : (
      <p>{over === 'group' ? m.staff_place_no_group() : m.staff_place_no_host()}</p>
    );
  }
  return (
    <div className="stack-s">
      <Field
        meta={queryMeta}
        label={m.staff_place_query()}
        hint={m.staff_place_query_hint()}
        optional
        autoComplete="off"
      />
      <p>
        <Button kind="second" name="intent" value="find-place">
          {m.staff_place_find()}
        </Button>
      </p>
      {options ? <p role="status">{countWords(options.length, more)}</p> : null}
      {options?.length || meta.errors ? (
        <ChoiceGroup meta={meta} legend={LABELS[over]()} options={options ?? []} />
      ) : null}
    </div>
  );
}

function countWords(count: number, more: boolean): string {
  if (count === 0) return m.staff_place_none();
  return more
    ? m.staff_place_more({ count: String(count) })
    : m.staff_place_found({ count: String(count) });
}
