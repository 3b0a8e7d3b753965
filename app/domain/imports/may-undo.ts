const UNDO_HOURS = 24;
const HOUR_MS = 60 * 60 * 1000;

type Done = { state: string; doneAt: Date | null };

/** Until when a list that was taken can be taken back as a whole; that very moment included. */
export function mayUndo({ state, doneAt }: Done, at: Date): { until: Date; open: boolean } | null {
  if (state !== 'done' || !doneAt) return null;
  const until = new Date(doneAt.getTime() + UNDO_HOURS * HOUR_MS);
  return { until, open: at <= until };
}
