import { createHash } from 'node:crypto';
import { foldText } from '~/lib/japanese';

/** Two lists with the same columns have the same key. */
export function headerKey(header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(header.map(foldText)))
    .digest('hex');
}
