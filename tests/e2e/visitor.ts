export type Answer = {
  status: number;
  /** Where a redirect leads. */
  location: string | null;
  headers: Headers;
  body: Buffer;
  text: string;
};

export type Fields = Record<string, string | string[]>;

/** A browser without a screen: keeps its cookies, sends forms as our pages do, follows nothing. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(
    /** Asked anew each time: a server that was started again may have another port. */
    private readonly origin: () => string,
    private readonly onSent: () => void = () => {},
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask(path, {});
  }

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return this.ask(path, { method: 'POST', body, headers });
  }

  async ask(path: string, init: RequestInit): Promise<Answer> {
    const origin = this.origin();
    const headers = new Headers(init.headers);
    if (!headers.has('Origin')) headers.set('Origin', origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie) headers.set('Cookie', cookie);
    const sending = fetch(origin + path, { ...init, headers, redirect: 'manual' });
    this.onSent();
    const response = await sending;
    // Only a whole answer counts: one that was cut off has told the visitor nothing.
    const body = Buffer.from(await response.arrayBuffer());
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const { status } = response;
    const location = response.headers.get('location');
    return { status, location, headers: response.headers, body, text: body.toString('utf8') };
  }

  private keep(line: string) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (!name) return;
    if (!value || /;\s*max-age=0\b/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** The same learner on a second device, signed in by the same session. */
  twin(): Visitor {
    const twin = new Visitor(this.origin);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    return twin;
  }
}

/** The value of a hidden field of a page. */
export function hiddenField(html: string, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  const value = /value="([^"]*)"/.exec(tag)?.[1];
  if (value === undefined) throw new Error(`no field ${name} in the page`);
  return value;
}
