import { expect, test } from 'vitest';
import { regionSuccessions } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makeGrant, makePerson, makeRegion } from '../../../tests/factories';
import { everywhere, reaching } from '../../../tests/bounds';
import { openTestStore } from '../../../tests/test-store';
import { findActorRoles } from './find-actor-roles.server';
import { findAreaLooks } from './find-area-looks.server';
import { findAuditArea } from './find-audit-area.server';
import { findAuditRows, type AuditFilter } from './find-audit-rows.server';
import { recordAudit, type RecordAudit } from './record-audit.server';

const OSAKA = '270008';
const SAKAI = '271403';
const SAKAI_WARD = '271411';
const TAKATSUKI = '272078';
const GONE = '272990';
const TOTTORI = '312011';

const ANYTHING: AuditFilter = {
  ...{ from: null, until: null, action: null, actor: '', areaCode: null, subject: '' },
};
const OPERATOR = everywhere<'audit'>();

async function storeWithAreas() {
  const store = openTestStore();
  await store.tx(async (db) => {
    const osaka = { prefectureCode: OSAKA } as const;
    await makeRegion(db, { code: OSAKA, kind: 'prefecture', name: '大阪府', ...osaka });
    await makeRegion(db, { code: SAKAI, ...osaka });
    const ward = { kind: 'administrative-ward', parentCode: SAKAI } as const;
    await makeRegion(db, { code: SAKAI_WARD, name: '堺区', ...ward, ...osaka });
    await makeRegion(db, { code: TAKATSUKI, kind: 'city', name: '高槻市', ...osaka });
    await makeRegion(db, { code: GONE, kind: 'town', name: '旧町', ...osaka });
    await makeRegion(db, { code: '310000', kind: 'prefecture', prefectureCode: '310000' });
    await makeRegion(db, { code: TOTTORI, kind: 'city', prefectureCode: '310000' });
    await db.insert(regionSuccessions).values({ fromCode: GONE, toCode: SAKAI, day: '2026-04-01' });
  });
  return store;
}

const look = (store: Store, areaCode: string | null, over: Partial<RecordAudit> = {}) =>
  store.tx((db) =>
    recordAudit(db, {
      at: AT,
      actorId: 'somebody',
      action: 'people.list',
      subjectKind: 'region',
      subjectId: areaCode ?? 'nation',
      areaCode,
      detail: { rows: 7 },
      purpose: `for ${areaCode}`,
      ...over,
    }),
  );

async function looksAt(store: Store, code: string, areaCode = code) {
  const within = reaching<'audit'>({ areaCodes: [areaCode] });
  const area = await findAuditArea(store.read, { code, within });
  if (!area) return null;
  const looks = await findAreaLooks(store.read, { area, limit: 50, offset: 0 });
  return looks.map(({ purpose, rows }) => [purpose, rows]);
}

test('an officer sees who looked at her area, at what lies in it and at what takes it in, and at nothing beside it', async () => {
  const store = await storeWithAreas();
  for (const code of [OSAKA, SAKAI, SAKAI_WARD, TAKATSUKI, GONE, TOTTORI, null]) {
    await look(store, code);
  }
  expect(await looksAt(store, SAKAI)).toEqual([
    ['for null', null],
    [`for ${GONE}`, 7],
    [`for ${SAKAI_WARD}`, 7],
    [`for ${SAKAI}`, 7],
    [`for ${OSAKA}`, null],
  ]);
  expect(await looksAt(store, TAKATSUKI)).toEqual([
    ['for null', null],
    [`for ${TAKATSUKI}`, 7],
    [`for ${OSAKA}`, null],
  ]);
  expect((await looksAt(store, OSAKA))?.map(([purpose]) => purpose)).not.toContain(
    `for ${TOTTORI}`,
  );
});

test('an area outside the bound is not there', async () => {
  const store = await storeWithAreas();
  await look(store, TOTTORI);
  expect(await looksAt(store, TOTTORI, SAKAI)).toBeNull();
  expect(await looksAt(store, '999999', SAKAI)).toBeNull();
  expect(await looksAt(store, SAKAI_WARD, SAKAI)).toEqual([]);
});

test('only looks at names are told to officers, and not the reading of the log', async () => {
  const store = await storeWithAreas();
  for (const action of ['person.merge', 'audit.view', 'grant.give', 'people.download']) {
    await look(store, SAKAI, { action, purpose: action });
  }
  expect(await looksAt(store, SAKAI)).toEqual([['people.download', 7]]);
});

test('who looked is named with the roles she held then', async () => {
  const store = await storeWithAreas();
  const day = (days: number) => new Date(AT.getTime() + days * 86_400_000);
  const { id } = await store.tx((db) => makePerson(db));
  const grant = { personId: id, role: 'municipal-officer', areaCode: SAKAI } as const;
  await store.tx((db) => makeGrant(db, { ...grant, fromAt: day(0), untilAt: day(5) }));
  const deeds = [-1, 0, 4, 5].map((days) => ({ actorId: id, at: day(days) }));
  const roles = await findActorRoles(store.read, [...deeds, { actorId: null, at: AT }]);
  const held = [{ role: 'municipal-officer', place: '堺市' }];
  expect(roles.map((deed) => deed.roles)).toEqual([[], held, held, [], []]);
});

test('the operator finds rows by day, deed, actor, area and subject', async () => {
  const store = await storeWithAreas();
  const person = await store.tx((db) =>
    makePerson(db, { name: '髙﨑　𠮷美', kana: 'タカサキ ヨシミ' }),
  );
  await look(store, SAKAI_WARD, { actorId: person.id });
  await look(store, TOTTORI, { at: new Date(AT.getTime() + 1000), action: 'people.view' });
  await look(store, null, { subjectId: '50%' });
  const found = async (filter: Partial<AuditFilter>) =>
    (await findAuditRows(store.read, { ...ANYTHING, ...filter, within: OPERATOR, limit: 50 })).map(
      ({ id }) => id,
    );
  expect(await found({})).toEqual([3, 2, 1]);
  expect(await found({ from: new Date(AT.getTime() + 1) })).toEqual([2]);
  expect(await found({ until: new Date(AT.getTime() + 1) })).toEqual([3, 1]);
  expect(await found({ action: 'people.view' })).toEqual([2]);
  expect(await found({ areaCode: SAKAI })).toEqual([1]);
  for (const actor of ['髙﨑𠮷美', '髙﨑 𠮷', 'タカサキ', person.number!]) {
    expect([actor, await found({ actor })]).toEqual([actor, [1]]);
  }
  for (const actor of ['%', '_', 'だれか', "' or 1=1 --"])
    expect(await found({ actor })).toEqual([]);
  expect(await found({ subject: '50%' })).toEqual([3]);
  expect(await found({ subject: '%' })).toEqual([]);
});
