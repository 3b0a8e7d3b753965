import type { AppLoadContext } from '@remix-run/node';
import { findPerson } from '~/domain/people/find-person.server';
import { keepReading } from '~/domain/people/keep-reading.server';
import { findReadingText, keepReadingSettings, readingOf } from '~/lib/reading-settings';

type CarryReading = {
  context: Pick<AppLoadContext, 'store' | 'origin'>;
  personId: string;
  request: Request;
};

/**
 * When somebody signs in: the cookie by which this device shows pages as she wants them, or null when
 * it does so already. Where nothing is kept with her yet, what this device has is kept from now on.
 */
export async function carryReading(input: CarryReading): Promise<string | null> {
  const { context, personId, request } = input;
  const here = findReadingText(request);
  const person = await findPerson(context.store.read, { id: personId });
  const reading = person?.reading ?? null;
  if (reading && reading !== here) {
    return keepReadingSettings(readingOf(reading), context.origin.startsWith('https:'));
  }
  if (person && !reading && here) {
    await context.store.tx((db) => keepReading(db, { personId, reading: here }));
  }
  return null;
}
