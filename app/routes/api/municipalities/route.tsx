import type { LoaderFunctionArgs } from '@remix-run/node';
import { findRegionsMatching } from '~/domain/regions/find-regions-matching.server';
import { EDITIONS } from '~/lib/edition';
import { placeLabelIn } from '~/lib/place-label';

const SHOWN = 20;
const QUERY_MAX_LENGTH = 100;

/** Municipalities and wards for part of a name, a reading or a code; with readings beside them in an edition. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const query = (asked.get('q') ?? '').slice(0, QUERY_MAX_LENGTH);
  const edition = EDITIONS.find((one) => one === asked.get('edition')) ?? null;
  const found = await findRegionsMatching(context.store.read, { query, limit: SHOWN + 1 });
  const places = found.slice(0, SHOWN).map((place) => ({
    code: place.code,
    label: placeLabelIn(edition, place),
  }));
  return Response.json({ places, more: found.length > SHOWN });
}
