import { createHash } from 'node:crypto';

const LENGTH = 16;

/**
 * A word for whose page this is, to be read by script: what a device keeps of one person is neither shown to
 * another nor sent as hers. It is the same in every login of a person, lets nobody in and says nothing of her.
 */
export function readerWord({ personId }: { personId: string }): string {
  return createHash('sha256').update(`reader ${personId}`).digest('base64url').slice(0, LENGTH);
}

/** Whether what a device kept and sends now was kept for this person. What says nothing of it comes from her own page. */
export function isOfReader(person: { personId: string }, form: FormData): boolean {
  const reader = form.get('reader');
  return reader === null || reader === readerWord(person);
}
