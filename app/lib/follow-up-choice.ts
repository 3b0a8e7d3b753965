/** How somebody is, or may be, asked again some months after a course. */
export type FollowUpChoice = {
  state: 'open' | 'mail' | 'code' | 'stopped' | 'answered';
  /** In words. */
  day: string;
  mayMail: boolean;
};
