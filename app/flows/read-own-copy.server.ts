import { redirect, type AppLoadContext } from '@remix-run/node';
import { requireLearner } from '~/auth/guards.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { collectOwnRecord, type OwnRecord } from './collect-own-record.server';

export type ReadOwnCopy = { context: AppLoadContext; request: Request; at: Date };

/** The whole record of whoever asks, for a file; that it was taken out is written down. Staff show their second factor first. */
export async function readOwnCopy({ context, request, at }: ReadOwnCopy): Promise<OwnRecord> {
  const { personId, awaitsSecondFactor } = await requireLearner(request, context);
  if (awaitsSecondFactor) throw redirect('/sign-in/second?to=/my/privacy');
  const { store } = context;
  const record = await collectOwnRecord(store.read, { personId });
  await store.tx((db) =>
    recordAudit(db, {
      at,
      actorId: personId,
      action: 'person.export-own',
      subjectKind: 'person',
      subjectId: personId,
    }),
  );
  return record;
}
