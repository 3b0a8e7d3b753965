import { expect, test } from 'vitest';
import { maskedPath } from './masked-path';

test.each([
  ['/verify/7F3K-2MQX-9TVD', '/verify/*'],
  ['/sign-in/link/0a1b2c', '/sign-in/link/*'],
  ['/sign-in/link/0a1b2c.data', '/sign-in/link/*.data'],
  ['/invitations/0a1b2c', '/invitations/*'],
  ['/sign-in/link', '/sign-in/link'],
  ['/staff/invitations', '/staff/invitations'],
])('%s stands in the log as %s', (path, shown) => {
  expect(maskedPath(path)).toBe(shown);
});
