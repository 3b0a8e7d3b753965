import { z } from 'zod';

// What a browser answers, as `@simplewebauthn/browser` writes it. Only the outline is checked here:
// what it means is for the verification to say.

const part = z
  .string()
  .max(100_000)
  .regex(/^[\w-]*$/);
/** Credential ids have 1023 bytes at most. */
const credentialId = part.min(1).max(1364);

const outline = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
};

const registered = z.object({
  ...outline,
  response: z.object({
    clientDataJSON: part,
    attestationObject: part,
    transports: z.array(z.string().max(40)).max(20).optional().catch(undefined),
  }),
});

const shown = z.object({
  ...outline,
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: part.optional(),
  }),
});

export type RegisteredAnswer = z.infer<typeof registered>;
export type ShownAnswer = z.infer<typeof shown>;

export const readRegisteredAnswer = (text: unknown) => read(registered, text);
export const readShownAnswer = (text: unknown) => read(shown, text);

function read<T>(schema: z.ZodType<T>, text: unknown): T | null {
  return schema.safeParse(jsonOf(text)).data ?? null;
}

/** The challenge that an answer says it answers. */
export function challengeOf(answer: { response: { clientDataJSON: string } }): string {
  const text = Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8');
  const said = z.object({ challenge: z.string() }).safeParse(jsonOf(text));
  return said.data?.challenge ?? '';
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
