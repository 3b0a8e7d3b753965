import type { MunicipalityRelation } from '~/db/tables/people';

/** Lives, works or studies there; who does several lives there first. Null for other words. */
export function readRelation(typed: string): MunicipalityRelation | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (text === 'resident' || text === 'worker' || text === 'student') return text;
  if (text === '' || /在住|住|市民|町民|村民|区民/.test(text)) return 'resident';
  if (/勤|働|職/.test(text)) return 'worker';
  return /学/.test(text) ? 'student' : null;
}
