import { expect, test } from 'vitest';
import { mayReadReport } from './report';

const NATION = { code: '000000', prefectureCode: '000000', parentCode: null };
const OSAKA = { code: '270008', prefectureCode: '270008', parentCode: null };
const SAKAI = { code: '271403', prefectureCode: '270008', parentCode: null };
const SAKAI_WARD = { code: '271411', prefectureCode: '270008', parentCode: '271403' };
const TAKATSUKI = { code: '272078', prefectureCode: '270008', parentCode: null };
const TOTTORI = { code: '310000', prefectureCode: '310000', parentCode: null };
const EVERY = [NATION, OSAKA, SAKAI, SAKAI_WARD, TAKATSUKI, TOTTORI];

const readable = (grants: Parameters<typeof mayReadReport>[0]) =>
  EVERY.filter((area) => mayReadReport(grants, area)).map(({ code }) => code);

test('a municipal officer reads her municipality and its wards only', () => {
  expect(readable([{ role: 'municipal-officer', areaCode: '271403' }])).toEqual([
    '271403',
    '271411',
  ]);
});

test('a prefectural officer reads her prefecture and all within it', () => {
  expect(readable([{ role: 'prefectural-officer', areaCode: '270008' }])).toEqual([
    '270008',
    '271403',
    '271411',
    '272078',
  ]);
});

test('the operator reads everything', () => {
  expect(readable([{ role: 'operator', areaCode: null }])).toEqual(EVERY.map(({ code }) => code));
});

test('a trainer, nobody, or an officer without an area reads nothing', () => {
  expect(readable([])).toEqual([]);
  expect(readable([{ role: 'trainer', areaCode: '271403' }])).toEqual([]);
  expect(readable([{ role: 'municipal-officer', areaCode: null }])).toEqual([]);
  expect(readable([{ role: 'prefectural-officer', areaCode: null }])).toEqual([]);
  expect(readable([{ role: 'municipal-officer', areaCode: '270008' }])).toEqual([]);
});
