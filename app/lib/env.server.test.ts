import { afterEach, expect, test, vi } from 'vitest';
import { readEnv } from './env.server';

afterEach(() => vi.unstubAllEnvs());

const provider = {
  id: 'sakai',
  name: '堺市 職員認証',
  issuer: 'https://login.city.example',
  clientId: 'tsunagu',
  clientSecretEnv: 'SAKAI_SECRET',
};

function readProviders(...providers: object[]) {
  vi.stubEnv('OIDC_PROVIDERS', JSON.stringify(providers));
  vi.stubEnv('SAKAI_SECRET', 'very secret');
  return readEnv().OIDC_PROVIDERS;
}

test('there is no city’s own sign-in unless one is named', () => {
  expect(readEnv().OIDC_PROVIDERS).toEqual([]);
});

test('a city’s secret is read from the variable that it names', () => {
  const [read] = readProviders(provider);
  expect(read).toMatchObject({ id: 'sakai', clientSecret: 'very secret', secondFactor: false });
  expect(() => readProviders({ ...provider, clientSecretEnv: 'NO_SUCH_SECRET' })).toThrow(
    'NO_SUCH_SECRET is missing',
  );
});

test('a city is reached by https, and by plain http on this machine only', () => {
  for (const issuer of ['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000']) {
    expect(readProviders({ ...provider, issuer })).toHaveLength(1);
  }
  for (const issuer of [
    'http://login.city.example',
    'http://127.0.0.1.evil.example',
    'https://login.city.example/?x=1',
    'ftp://login.city.example',
    'login.city.example',
  ]) {
    expect(() => readProviders({ ...provider, issuer }), issuer).toThrow('OIDC_PROVIDERS');
  }
});

test('what is misspelt, missing or there twice is said at the start', () => {
  expect(() => readProviders({ ...provider, id: 'Sakai City' })).toThrow('OIDC_PROVIDERS');
  expect(() => readProviders({ ...provider, secondfactor: true })).toThrow('OIDC_PROVIDERS');
  expect(() => readProviders(provider, provider)).toThrow('two have the same id');
  vi.stubEnv('OIDC_PROVIDERS', '[{');
  expect(() => readEnv()).toThrow('not JSON');
});
