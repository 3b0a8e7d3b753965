import type { LoaderFunctionArgs } from '@remix-run/node';
import { findRegionsMatching } from '~/domain/regions/find-regions-matching.server';
import { placeLabel } from '~/ui/place-label';

const SHOWN = 20;
const QUERY_MAX_LENGTH = 100;

/** Municipalities and wards for part of a name, a reading or a code. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = (new URL(request.url).searchParams.get('q') ?? '').slice(0, QUERY_MAX_LENGTH);
  const found = await findRegionsMatching(context.store.read, { query, limit: SHOWN + 1 });
  const places = found.slice(0, SHOWN).map((place) => ({
    code: place.code,
    label: placeLabel(place),
  }));
  return Response.json({ places, more: found.length > SHOWN });
}
