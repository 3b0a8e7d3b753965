import type { ColumnMapping } from '~/db/tables/imports';
import type { MunicipalityRelation } from '~/db/tables/people';
import type { Finding, RefusalCode } from './finding';
import type { ImportField } from './import-fields';
import { readAgeBand } from './read-age-band';
import { readAudience } from './read-audience';
import { readBirth } from './read-birth';
import { readName } from './read-name';
import { readRelation } from './read-relation';

export type ListedPerson = {
  name: string;
  /** Full-width katakana. */
  kana: string;
  birthYear: number | null;
  municipalityCode: string;
  municipalityRelation: MunicipalityRelation;
  audience: string;
  ageBand: string;
  email: string | null;
};

/** What other nouns know, as far as a row needs it. */
export type RowRules = {
  today: string;
  /** The municipality of a row that names none. */
  ownCode: string;
  placeOf(
    typed: string,
  ):
    | { ok: true; code: string }
    | { ok: false; reason: 'unknown' | 'several' | 'outside'; candidates: string[] };
  nameRefusal(name: string): 'too-long' | 'unprintable' | 'own-letters' | 'picture' | null;
  toKana(typed: string): string;
  isKana(reading: string): boolean;
  isEmail(address: string): boolean;
};

export type ReadRow = { ok: true; person: ListedPerson } | { ok: false; findings: Finding[] };

const CELL_MAX_CHARACTERS = 500;

/** One person out of one row, or everything that has to be mended in it. */
export function readRow(
  cells: readonly string[],
  mapping: ColumnMapping,
  rules: RowRules,
): ReadRow {
  const findings: Finding[] = [];
  const columnOf = (field: ImportField) => {
    const source = mapping[field];
    return typeof source === 'number' ? source : null;
  };
  const cell = (field: ImportField) => {
    const source = mapping[field];
    return typeof source === 'number' ? (cells[source] ?? '') : (source ?? '');
  };
  const refuse = (code: RefusalCode, field: ImportField, words?: string[]) =>
    findings.push({ code, field, column: columnOf(field), ...(words ? { words } : {}) });

  if (cells.some((one) => one.length > CELL_MAX_CHARACTERS)) {
    const column = cells.findIndex((one) => one.length > CELL_MAX_CHARACTERS);
    return { ok: false, findings: [{ code: 'row-too-long', field: null, column }] };
  }

  const nameField = 'name' in mapping ? 'name' : 'familyName';
  const name =
    'name' in mapping ? readName(cell('name')) : readName(cell('familyName'), cell('givenName'));
  const nameTrouble = name === '' ? 'empty' : rules.nameRefusal(name);
  if (nameTrouble) refuse(`name-${nameTrouble}`, nameField);

  const kanaField = 'kana' in mapping ? 'kana' : 'familyKana';
  const kana = rules.toKana(
    'kana' in mapping ? cell('kana') : `${cell('familyKana')}　${cell('givenKana')}`,
  );
  if (kana === '') refuse('kana-empty', kanaField);
  else if (!rules.isKana(kana)) refuse('kana-wrong', kanaField);

  const birth = readBirth(cell('birth'), rules.today);
  if (!birth.ok) refuse(`birth-${birth.reason}`, 'birth');
  const born = birth.ok ? birth.birth : null;

  const place = cell('municipality').trim();
  const found = place === '' ? { ok: true as const, code: rules.ownCode } : rules.placeOf(place);
  if (!found.ok) refuse(`municipality-${found.reason}`, 'municipality', found.candidates);

  const municipalityRelation = readRelation(cell('relation'));
  if (!municipalityRelation) refuse('relation-unknown', 'relation');
  const audience = readAudience(cell('audience'));
  if (!audience) refuse('audience-unknown', 'audience');
  const fixedBand = typeof mapping.ageBand === 'string' ? mapping.ageBand : null;
  const ageBand = fixedBand ?? readAgeBand(cell('ageBand'), born, rules.today);
  if (!ageBand) refuse('age-unknown', 'ageBand');

  const email = cell('email').normalize('NFKC').trim();
  if (email !== '' && !rules.isEmail(email)) refuse('email-wrong', 'email');

  if (findings.length > 0 || !found.ok || !municipalityRelation || !audience || !ageBand) {
    return { ok: false, findings };
  }
  const facts = { municipalityCode: found.code, municipalityRelation, audience, ageBand };
  return {
    ok: true,
    person: { name, kana, birthYear: born?.year ?? null, ...facts, email: email || null },
  };
}
