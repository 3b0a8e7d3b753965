import { namesOn, readFrom, shelfName, type Shelf } from '../quiz/outbox';

/**
 * What a reader did in a lesson: she opened it where there was no network, read so far, or said that she has
 * read it. The time is of this device's clock.
 */
export type Deed = {
  kind: (typeof KINDS)[number];
  address: string;
  /** Of the text that was before her. */
  hash: string;
  block?: string;
  at: number;
};

export type Heard =
  | { state: 'saved'; savedAt?: string; to?: string }
  | { state: 'waiting' }
  | { state: 'signed-out' }
  /** Somebody else is at this device now. */
  | { state: 'foreign' }
  /** It cannot be taken any more: questions came to the lesson, or it is not there now. */
  | { state: 'not-taken'; why: 'questions' | 'unknown' };

/** What became of what she said, for as long as the server has not drawn it for her. */
export type Outcome = Deed & ({ savedAt: string; to: string } | { why: 'questions' | 'unknown' });

type Post = (deed: Deed) => Promise<Heard>;

/** In this order they are told: where one has opened a lesson comes before how far one has read in it. */
const KINDS = ['opened', 'place', 'read'] as const;
const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

/** Deeds on their way. Each stays on a shelf that outlives the page until the server has said what became of it. */
export class Deeds {
  private sending: Promise<'sent' | 'waiting' | 'signed-out'> | null = null;

  constructor(
    private readonly shelf: Shelf,
    private readonly post: Post,
    private readonly reader: string,
  ) {}

  put(deed: Deed): void {
    this.shelf.setItem(this.nameOf(deed), JSON.stringify(deed));
  }

  find(of: Pick<Deed, 'kind' | 'address'>): Deed | null {
    return readFrom<Deed>(this.shelf, this.nameOf(of));
  }

  all(now: number): Deed[] {
    return KINDS.flatMap((kind) => this.waiting(kind, now));
  }

  /** Lessons that she said she has read, and nobody but this device knows. */
  reads(now: number): Deed[] {
    return this.waiting('read', now);
  }

  outcome(address: string): Outcome | null {
    return readFrom<Outcome>(this.shelf, shelfName(this.reader, 'was-read', address));
  }

  outcomes(): Outcome[] {
    return namesOn(this.shelf, shelfName(this.reader, 'was-read', '')).flatMap(
      (name) => readFrom<Outcome>(this.shelf, name) ?? [],
    );
  }

  forget(address: string): void {
    this.shelf.removeItem(shelfName(this.reader, 'was-read', address));
  }

  /** Sends everything once. Asked again while it is under way, it goes over what came since. */
  async send(now: number): Promise<'sent' | 'waiting' | 'signed-out'> {
    const before = this.sending;
    const sending = before ? before.then(() => this.sendAll(now)) : this.sendAll(now);
    this.sending = sending;
    return await sending.finally(() => {
      if (this.sending === sending) this.sending = null;
    });
  }

  private async sendAll(now: number): Promise<'sent' | 'waiting' | 'signed-out'> {
    const waiting = new Set<string>();
    for (const deed of this.all(now)) {
      // How far she read says nothing to a server that does not know yet that she is there.
      if (waiting.has(deed.address)) continue;
      const heard = await this.post(deed);
      if (heard.state === 'signed-out') return 'signed-out';
      if (heard.state === 'waiting') waiting.add(deed.address);
      if (heard.state === 'saved' || heard.state === 'not-taken') this.settle(deed, heard);
    }
    return waiting.size > 0 ? 'waiting' : 'sent';
  }

  private settle(deed: Deed, heard: Heard & { state: 'saved' | 'not-taken' }): void {
    if (deed.kind === 'read') {
      const { savedAt = '', to = '' } = heard.state === 'saved' ? heard : {};
      const became = heard.state === 'saved' ? { savedAt, to } : { why: heard.why };
      const name = shelfName(this.reader, 'was-read', deed.address);
      this.shelf.setItem(name, JSON.stringify({ ...deed, ...became } satisfies Outcome));
    }
    if (this.find(deed)?.at === deed.at) this.shelf.removeItem(this.nameOf(deed));
  }

  private waiting(kind: Deed['kind'], now: number): Deed[] {
    return namesOn(this.shelf, shelfName(this.reader, kind, '')).flatMap((name) => {
      const deed = readFrom<Deed>(this.shelf, name);
      if (deed && now - deed.at <= KEPT_MS) return [deed];
      this.shelf.removeItem(name);
      return [];
    });
  }

  private nameOf({ kind, address }: Pick<Deed, 'kind' | 'address'>): string {
    return shelfName(this.reader, kind, address);
  }
}
