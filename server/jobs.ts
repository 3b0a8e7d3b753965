import { forgetImportCells } from '../app/domain/imports/forget-import-cells.server';
import { findSpecimenMode } from '../app/domain/certificates/find-specimen-mode.server';
import { sweepExpired } from '../app/domain/operation/sweep-expired.server';
import { keepAuditHead } from '../app/flows/keep-audit-head.server';
import { RECOUNT_AREA, recountArea } from '../app/flows/recount-areas.server';
import { sendFollowUps } from '../app/flows/send-follow-ups.server';
import { TAKE_IMPORT_JOB, takeImport } from '../app/flows/take-import.server';
import { now } from '../app/lib/clock';
import { readEnv } from '../app/lib/env.server';
import { retention } from './retention';
import { mailWay, sendMail } from './send-mail';
import type { WorkerParts } from './worker';

/** What the worker knows to do, by the kind of the job. */
export const HANDLERS: WorkerParts['handlers'] = {
  /** Its result goes to the log of the process too, so the head is in a third place. */
  'audit-head': (store) => keepAuditHead(store, { path: readEnv().AUDIT_HEADS_PATH, at: now() }),
  [RECOUNT_AREA]: recountArea,
  mail: (store, payload) => sendMail(store, payload),
  [TAKE_IMPORT_JOB]: (store, { batchId, actorId }) =>
    takeImport(store, { batchId: String(batchId), actorId: String(actorId), at: now() }),
  'forget-import-cells': (store) => store.tx((db) => forgetImportCells(db, { at: now() })),
  retention,
  'follow-ups': async (store) => {
    const env = readEnv();
    return sendFollowUps(store, {
      at: now(),
      mail: mailWay(env, await findSpecimenMode(store.read)),
      origin: env.ORIGIN ?? `http://localhost:${env.PORT}`,
    });
  },
  sweep: (store) => store.tx((db) => sweepExpired(db, { at: now() })),
};

/** On Japan's clock, while the offices sleep. */
export const NIGHTLY: WorkerParts['nightly'] = [
  { kind: 'audit-head', time: '03:05:00' },
  { kind: 'forget-import-cells', time: '03:20:00' },
  { kind: 'sweep', time: '03:10:00' },
  { kind: 'retention', time: '03:20:00' },
  // Mails to learners, at an hour at which a telephone may ring.
  { kind: 'follow-ups', time: '09:30:00' },
];
