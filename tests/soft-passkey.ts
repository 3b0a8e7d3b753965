import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** The few kinds of CBOR that a passkey is written in. */
function cbor(value: string | number | Buffer | Map<string | number, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as string)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  if (count < 256) return Buffer.from([(kind << 5) | 24, count]);
  return Buffer.from([(kind << 5) | 25, count >> 8, count & 255]);
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const text = (bytes: Buffer) => bytes.toString('base64url');

type Claimed = { challenge: string; origin?: string; rpId?: string; verified?: boolean };

/** A device that makes one passkey and says whatever it is told to: honest by default. */
export class SoftPasskey {
  counter = 0;
  readonly id = text(randomBytes(16));
  private readonly privateKey: KeyObject;
  private readonly coseKey: Buffer;

  constructor(
    private readonly origin: string,
    private readonly userHandle: string,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    this.privateKey = privateKey;
    const coordinate = (part: string) => Buffer.from(part, 'base64url');
    this.coseKey = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate(x!)],
        [-3, coordinate(y!)],
      ]),
    );
  }

  /** What the browser sends when the passkey is made. */
  made(claimed: Claimed, { certificates = false } = {}): string {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([0, id.length]);
    const made = Buffer.concat([Buffer.alloc(16), length, id, this.coseKey]);
    const authData = this.authenticatorData(claimed, made);
    const attStmt = new Map<string, unknown>(certificates ? [['x5c', cbor(0)]] : []);
    const attestationObject = cbor(
      new Map<string, unknown>([
        ['fmt', certificates ? 'packed' : 'none'],
        ['attStmt', attStmt],
        ['authData', authData],
      ]),
    );
    return this.answer({
      clientDataJSON: text(this.clientData('webauthn.create', claimed)),
      attestationObject: text(attestationObject),
      transports: ['internal'],
    });
  }

  /** What the browser sends when it is shown. Each time counts one more. */
  shown(claimed: Claimed, { forged = false } = {}): string {
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', claimed);
    const authData = this.authenticatorData(claimed);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    const signature = sign('sha256', forged ? Buffer.from('other') : signed, this.privateKey);
    return this.answer({
      clientDataJSON: text(clientData),
      authenticatorData: text(authData),
      signature: text(signature),
      userHandle: text(Buffer.from(this.userHandle)),
    });
  }

  private answer(response: object): string {
    const { id } = this;
    return JSON.stringify({
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  }

  private clientData(type: string, { challenge, origin = this.origin }: Claimed): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private authenticatorData(
    { rpId = new URL(this.origin).hostname, verified = true }: Claimed,
    made?: Buffer,
  ): Buffer {
    const flags = 0x01 | (verified ? 0x04 : 0) | (made ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, made ?? Buffer.alloc(0)]);
  }
}
