const TIME = /^\d{1,15}$/;

/**
 * When something happened on a device, on the server's clock. The field `name` and `sentAt` are both of the
 * device's clock, so their difference holds even where that clock is wrong. Null when it is no time.
 */
export function readAge(form: FormData, name: string, now: Date): Date | null {
  const at = String(form.get(name) ?? '');
  if (!TIME.test(at)) return null;
  const sentAt = String(form.get('sentAt') ?? '');
  // A page of before this was told says when, without saying when it is now: a clock that runs ahead counts as now.
  if (!TIME.test(sentAt)) return new Date(Math.min(Number(at), now.getTime()));
  const ageMs = Math.max(0, Number(sentAt) - Number(at));
  return new Date(Math.max(0, now.getTime() - ageMs));
}
