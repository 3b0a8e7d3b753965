import { certificates } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { newCode, newId } from '~/lib/id.server';
import { certificateNumber } from './certificate-number';

export type Certificate = typeof certificates.$inferSelect;

/** Every printed word, and the place in the host's series. */
export type IssueCertificate = Omit<
  Certificate,
  | 'id'
  | 'code'
  | 'number'
  | 'createdAt'
  | 'withdrawnAt'
  | 'withdrawnBy'
  | 'withdrawnReason'
  | 'withdrawnNote'
> & {
  prefix: string;
  at: Date;
  /** Gives a verification code that may be taken already. */
  drawCode?: () => string;
};

const CODE_LENGTH = 12;
const MAX_DRAWS = 8;

/** Issues under a code nobody else has. A second certificate for the same person, programme and cycle throws. */
export async function issueCertificate(db: Db, input: IssueCertificate): Promise<Certificate> {
  const { prefix, at, drawCode = () => newCode(CODE_LENGTH), ...printed } = input;
  const number = certificateNumber({ ...printed, prefix });
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    const [row] = await db
      .insert(certificates)
      .values({ ...printed, id: newId(at), code: drawCode(), number, createdAt: at })
      .onConflictDoNothing({ target: certificates.code })
      .returning();
    if (row) return row;
  }
  throw new Error(`no free verification code in ${MAX_DRAWS} draws`);
}
