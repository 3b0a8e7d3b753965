import { sweepExpired } from '../app/domain/operation/sweep-expired.server';
import { now } from '../app/lib/clock';
import type { WorkerParts } from './worker';

/** What the worker knows to do, by the kind of the job. */
export const HANDLERS: WorkerParts['handlers'] = {
  sweep: (store) => store.tx((db) => sweepExpired(db, { at: now() })),
};

/** On Japan's clock, while the offices sleep. */
export const NIGHTLY: WorkerParts['nightly'] = [{ kind: 'sweep', time: '03:10:00' }];
