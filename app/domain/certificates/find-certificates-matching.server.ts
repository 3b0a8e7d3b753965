import { and, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { certificates, organisations, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { certificateQuery, type CertificateQuery } from './certificate-query';

/** What the asker may see: everything, or what these hosts and the hosts of these areas issued. */
export type CertificateScope = 'all' | { areaCodes: string[]; organisationIds: string[] };

export type FindCertificatesMatching = {
  query: string;
  scope: CertificateScope;
  limit: number;
  offset: number;
};

/** Spaces, and the variation selectors that names carry, are left out of both sides of the comparison. */
const LEFT_OUT = [' ', '　', '\u{FE00}', '\u{E0100}', '\u{E0101}', '\u{E0102}', '\u{E0103}'];

function bareName(): SQL {
  return LEFT_OUT.reduce<SQL>(
    (text, letter) => sql`replace(${text}, ${letter}, '')`,
    sql`${certificates.holderName}`,
  );
}

function contains(text: SQL | typeof people.kanaKey, part: string): SQL {
  return sql`${text} like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}

function matches(query: CertificateQuery): SQL | undefined {
  switch (query.kind) {
    case 'number':
      return and(
        eq(organisations.seriesPrefix, query.prefix),
        eq(certificates.fiscalYear, query.fiscalYear),
        eq(certificates.serial, query.serial),
      );
    case 'code':
      return eq(certificates.code, query.code);
    case 'name':
      return query.name === ''
        ? undefined
        : or(contains(bareName(), query.name), contains(people.kanaKey, query.kana));
  }
}

function within(scope: CertificateScope): SQL | undefined {
  if (scope === 'all') return undefined;
  return or(
    inArray(organisations.areaCode, scope.areaCodes),
    inArray(organisations.id, scope.organisationIds),
  );
}

/** Certificates the asker may see, the newest first: of a number, a code, or part of a name or its kana. */
export async function findCertificatesMatching(db: Db, input: FindCertificatesMatching) {
  const { query, scope, limit, offset } = input;
  return db
    .select({
      id: certificates.id,
      number: certificates.number,
      holderName: certificates.holderName,
      holderKana: certificates.holderKana,
      courseTitle: certificates.courseTitle,
      hostName: certificates.hostName,
      areaCode: organisations.areaCode,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      withdrawnAt: certificates.withdrawnAt,
    })
    .from(certificates)
    .innerJoin(organisations, eq(organisations.id, certificates.organisationId))
    .innerJoin(people, eq(people.id, certificates.personId))
    .where(and(within(scope), matches(certificateQuery(query))))
    .orderBy(desc(certificates.id))
    .limit(limit)
    .offset(offset);
}
