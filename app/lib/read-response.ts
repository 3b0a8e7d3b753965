const PLACE = 'place-';

/** The chosen options of a form: boxes or a radio button, or for an order the options by the place given to each. */
export function readResponse(form: FormData): string[] {
  const places = [...form.entries()]
    .filter(([name]) => name.startsWith(PLACE))
    .map(([name, value]) => ({ option: name.slice(PLACE.length), place: String(value) }));
  if (places.length === 0) return form.getAll('option').map(String);
  const complete = places.every((_, i) => places.some(({ place }) => place === String(i + 1)));
  if (!complete) return [];
  return places.sort((a, b) => Number(a.place) - Number(b.place)).map(({ option }) => option);
}

/** What was typed into the places, to be shown again when it cannot be taken. */
export function typedPlaces(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()]
      .filter(([name]) => name.startsWith(PLACE))
      .map(([name, value]) => [name.slice(PLACE.length), String(value)]),
  );
}

/** The fields of one question of a form that has several, as if it stood there alone. */
export function fieldsOf(form: FormData, prefix: string): FormData {
  const fields = new FormData();
  for (const [name, value] of form.entries()) {
    if (name.startsWith(prefix)) fields.append(name.slice(prefix.length), String(value));
  }
  return fields;
}
