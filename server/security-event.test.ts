import { expect, test } from 'vitest';
import { securityEvent } from './security-event';

const her = { actor: 'p1' };

test('coming in, being refused, asking for what is not hers and being slowed down are events', () => {
  expect(
    securityEvent('POST', '/sign-in', 302, { ...her, began: 'login', way: 'password' }),
  ).toEqual({ event: 'login', actor: 'p1', way: 'password' });
  expect(securityEvent('POST', '/sign-in/second', 302, { ...her, began: 'second-factor' })).toEqual(
    {
      event: 'second-factor',
      actor: 'p1',
    },
  );
  expect(securityEvent('POST', '/sign-in', 400, {}).event).toBe('login-refused');
  expect(securityEvent('POST', '/en/sign-in', 400, {}).event).toBe('login-refused');
  expect(securityEvent('POST', '/api/passkeys/login', 400, {}).event).toBe('login-refused');
  expect(securityEvent('GET', '/office/areas/271403', 403, her)).toEqual({
    event: 'rights-refused',
    actor: 'p1',
  });
  expect(securityEvent('GET', '/office/areas/312011/people/x', 404, her)).toEqual({
    event: 'outside-or-absent',
    actor: 'p1',
  });
  expect(securityEvent('GET', '/nowhere', 404, her)).toEqual({});
  expect(securityEvent('POST', '/verify', 429, {}).event).toBe('slowed-down');
});

test('coming back from a city is a login, or a refused one, although a page is only read', () => {
  const back = '/sign-in/with/sakai/back';
  expect(securityEvent('GET', back, 302, { ...her, began: 'login', way: 'oidc' })).toEqual({
    event: 'login',
    actor: 'p1',
    way: 'oidc',
  });
  expect(securityEvent('GET', back, 302, { refused: 'oidc' })).toMatchObject({
    event: 'login-refused',
    way: 'oidc',
  });
  expect(securityEvent('GET', back, 302, her)).toEqual({});
});

test('reading a lesson names nobody in the log', () => {
  expect(securityEvent('GET', '/courses/a/lessons/b', 200, her)).toEqual({});
  expect(securityEvent('POST', '/courses/a/lessons/b', 302, her)).toEqual({});
  expect(securityEvent('POST', '/join', 400, her)).toEqual({});
});
