import { dirname, join } from 'node:path';
import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Over https; plain http only to this very machine, as in a test. */
function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, search, hash } = new URL(address);
  if (search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

/** A city's own sign-in (OpenID Connect). */
const oidcProvider = z
  .strictObject({
    /** Stands in the address where the city's sign-in sends people back: /sign-in/with/<id>/back */
    id: z.string().regex(/^[a-z0-9](-?[a-z0-9]){0,39}$/),
    /** As people know it: "堺市 職員認証". */
    name: z.string().trim().min(1).max(60),
    issuer: z.url().refine(isIssuer, { error: 'an issuer is reached by https' }),
    clientId: z.string().min(1),
    /** The variable that holds the secret. */
    clientSecretEnv: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    /** It asks for two factors itself, so ours is not asked for. */
    secondFactor: z.boolean().default(false),
    areaCode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  })
  .transform(({ clientSecretEnv, ...provider }, issues) => {
    const clientSecret = process.env[clientSecretEnv];
    if (clientSecret) return { ...provider, clientSecret };
    issues.addIssue({ code: 'custom', message: `${clientSecretEnv} is missing` });
    return z.NEVER;
  });

export type OidcProvider = z.infer<typeof oidcProvider>;

function parsedJson(text: string, issues: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    issues.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Where the service is reached, e.g. https://tsunagu.example.jp: printed on certificates and checked on every write. */
  ORIGIN: z.url().optional(),
  /** Keys the hashes of short codes. At least 32 characters. */
  SECRET: z.string().min(32).optional(),
  /** Earlier values of SECRET, parted by commas: what was made with them still holds. */
  SECRET_BEFORE: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(z.string().min(32))),
  DATABASE_PATH: z.string().default('data/tsunagu.db'),
  /** Where the heads of the audit log are kept, a line a night. Best on another disk than the database. */
  AUDIT_HEADS_PATH: z.string().optional(),
  CONTENT_PATH: z.string().default('content'),
  /** Where backups stand side by side. */
  BACKUP_PATH: z.string().default('data/backups'),
  /** "on" makes demo people and figures in a new database. */
  DEMO: z.enum(['on', 'off']).default('off'),
  /** How many proxies stand in front, so that the address of the visitor is read from the right place. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** "off" leaves compressing pages to the proxy in front. */
  COMPRESS: z.enum(['on', 'off']).default('on'),
  /** Where mail is handed over: smtp://user:password@host:587 or smtps://… Without it no mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who mail comes from: "つなぐ <no-reply@city.example.jp>". */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/)
    .optional(),
  /** The sign-ins of cities that may be used here: a JSON list. Their secrets stand in variables of their own. */
  OIDC_PROVIDERS: z
    .string()
    .default('[]')
    .transform(parsedJson)
    .pipe(
      z.array(oidcProvider).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
        error: 'two have the same id',
      }),
    ),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

const schema = variables.transform((env) => ({
  ...env,
  AUDIT_HEADS_PATH: env.AUDIT_HEADS_PATH ?? join(dirname(env.DATABASE_PATH), 'audit-heads.log'),
}));

export type Env = z.infer<typeof schema>;

/** The environment, checked. Throws with one line for each thing that is wrong. */
export function readEnv(): Env {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
  );
}
