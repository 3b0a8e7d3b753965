import { and, eq, ne } from 'drizzle-orm';
import { organisations, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { OrganisationKind } from '~/db/tables/organisations';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import type { FoundOrganisation } from './find-organisation.server';
import { freeSeries } from './free-series.server';

export type OrganisationFacts = {
  kind: Exclude<OrganisationKind, 'operator'>;
  name: string;
  kana: string;
  department: string | null;
  areaCode: string;
  /** Null for one that is free. */
  seriesPrefix: string | null;
  /** Left as it is where it is not said. */
  asksGuardian?: boolean;
};

export type KeepOrganisation = OrganisationFacts & {
  /** The host that is changed, or the id that a new one was given with its form. */
  host: Authorised<FoundOrganisation> | { newId: string };
  within: Bound<'organisation'>;
  at: Date;
};

export type KeptOrganisation =
  | { ok: true; id: string; written: boolean }
  | { ok: false; reason: 'area-not-yours' | 'series-taken' | 'series-in-use' };

/** Adds or changes a host. Its area lies within the bound, its series is its own and stays once a certificate bears it. */
export async function keepOrganisation(db: Db, input: KeepOrganisation): Promise<KeptOrganisation> {
  const { host, within, at, seriesPrefix, ...facts } = input;
  const [area] = await db
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.code, facts.areaCode), withinAreas(regions.code, within)));
  if (!area) return { ok: false, reason: 'area-not-yours' };

  const known = 'newId' in host ? null : host;
  const id = 'newId' in host ? host.newId : host.id;
  const series = seriesPrefix ?? known?.seriesPrefix ?? (await freeSeries(db, facts.areaCode));
  if (known?.hasNumbered && series !== known.seriesPrefix) {
    return { ok: false, reason: 'series-in-use' };
  }
  const [other] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.seriesPrefix, series), ne(organisations.id, id)))
    .limit(1);
  if (other && series !== known?.seriesPrefix) return { ok: false, reason: 'series-taken' };

  const row = { ...facts, seriesPrefix: series };
  if (known) {
    await db.update(organisations).set(row).where(eq(organisations.id, id));
    return { ok: true, id, written: true };
  }
  const made = await db
    .insert(organisations)
    .values({ ...row, id, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  return { ok: true, id, written: made.length > 0 };
}
