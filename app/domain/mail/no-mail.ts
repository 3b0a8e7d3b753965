/** Put down where no mail is due, so that it takes as long as where one is. Never sent. */
export const NO_MAIL = { kind: 'none', to: 'nobody@invalid', subject: '', body: '' };
