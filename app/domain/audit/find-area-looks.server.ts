import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { auditLog, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised } from '~/lib/bound';
import type { AuditArea } from './find-audit-area.server';
import { lookedAtNames } from './looked-at-names.server';

export type FindAreaLooks = { area: Authorised<AuditArea>; limit: number; offset: number };

/**
 * Who looked at the names of an area, the newest first: rows of the area, of what lies in it, and of
 * what it lies in (its city, its prefecture, the nation), whose lists took it in. Of those no count
 * is told, as it takes in other areas, and of none who was on the list.
 */
export async function findAreaLooks(db: Db, { area, limit, offset }: FindAreaLooks) {
  const own = withinAreas(auditLog.areaCode, {
    ...{ everywhere: false, groupIds: [], organisationIds: [] },
    areaCodes: [area.code],
  });
  const around = [area.parentCode, area.prefectureCode].filter((code) => code !== null);
  const rows = await db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      action: auditLog.action,
      actorId: auditLog.actorId,
      actorName: people.name,
      areaCode: auditLog.areaCode,
      purpose: auditLog.purpose,
      detail: auditLog.detail,
      isOwn: sql<number>`coalesce(${own}, 0)`,
    })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(
      and(lookedAtNames(), or(own, inArray(auditLog.areaCode, around), isNull(auditLog.areaCode))),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ isOwn, detail, ...row }) => ({
    ...row,
    rows: isOwn && typeof detail?.rows === 'number' ? detail.rows : null,
    isOwn: isOwn === 1,
  }));
}
