import { z } from 'zod';

const days = (min: number, max = 36_525) =>
  z
    .number()
    .int()
    .refine((value) => value >= min && value <= max, {
      error: `日数は ${min} から ${max} までです`,
      params: { remedy: '日数を直してください。短くしすぎると、使っている人の記録まで消えます' },
    });

/** How long what is kept, in days. The floors keep a slip of the pen from forgetting people who are still learning. */
export const retentionFile = z
  .strictObject({
    guest_idle_days: days(30),
    learner_idle_days: days(365),
    notice_days: days(14, 365),
    one_time_token_days: days(1),
    mail_days: days(1),
    invitation_days: days(30),
    undone_merge_days: days(30),
    /** A reminder goes out two weeks after the first mail, and time is left to answer it. */
    follow_up_days: days(60),
    /** The chain of hashes begins at the first row, so none is taken away. */
    audit_log: z.literal('keep', {
      error: 'audit_log に書けるのは keep だけです',
    }),
  })
  .transform((file) => ({
    guestIdleDays: file.guest_idle_days,
    learnerIdleDays: file.learner_idle_days,
    noticeDays: file.notice_days,
    oneTimeTokenDays: file.one_time_token_days,
    mailDays: file.mail_days,
    invitationDays: file.invitation_days,
    undoneMergeDays: file.undone_merge_days,
    followUpDays: file.follow_up_days,
  }));

/** The rules of `content/retention.yaml`. */
export type Retention = z.infer<typeof retentionFile>;
