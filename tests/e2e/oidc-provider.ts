import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type JWK } from 'oidc-provider';

const CLIENT_ID = 'tsunagu';

/** A city's own sign-in: a real OpenID provider on this machine, where whoever names an account has it. */
export class CityProvider {
  readonly clientId = CLIENT_ID;
  readonly clientSecret = randomBytes(24).toString('base64url');

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(redirectUris: string[]): Promise<CityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const city = new CityProvider(server, `http://127.0.0.1:${port}`);
    const provider = city.provide(redirectUris);
    const answer = provider.callback();
    server.on('request', (request, response) => {
      const isAsking = request.url?.startsWith('/interaction/');
      void (isAsking ? interact(provider, request, response) : answer(request, response));
    });
    return city;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private provide(redirectUris: string[]): Provider {
    return new Provider(this.issuer, {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: redirectUris,
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      jwks: { keys: [newSigningKey()] },
      cookies: { keys: [randomBytes(24).toString('hex')] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
      ttl: { Session: 600, Interaction: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
    });
  }
}

function newSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' } as JWK;
}

const FORM = `<!doctype html><html lang="ja"><title>職員認証</title>
<form method="post"><label>職員番号 <input name="account"></label>
<button name="intent" value="enter">確認する</button>
<button name="intent" value="stop">やめる</button></form></html>`;

/** Asks for an account and believes it. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(FORM);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  if (form.get('intent') === 'stop') {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const { params } = await provider.interactionDetails(request, response);
  const accountId = form.get('account') ?? '';
  const grant = new provider.Grant({ accountId, clientId: params.client_id as string });
  grant.addOIDCScope('openid');
  await provider.interactionFinished(request, response, {
    login: { accountId },
    consent: { grantId: await grant.save() },
  });
}
