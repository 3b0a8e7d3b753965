import { createHash } from 'node:crypto';
import { foldText } from '~/lib/japanese';
import type { ListedPerson } from './read-row';

type Named = Pick<ListedPerson, 'name' | 'kana' | 'birthYear' | 'municipalityCode' | 'email'>;

/** The same for the same person in another list of the same office, however it is typed. */
export function rowKey(areaCode: string, person: Named): string {
  const { name, kana, birthYear, municipalityCode, email } = person;
  const parts = [areaCode, foldText(name), foldText(kana), birthYear, municipalityCode];
  return createHash('sha256')
    .update(JSON.stringify([...parts, email ? foldText(email) : null]))
    .digest('hex');
}
