/** An answer this device has taken and the server has not acknowledged. Times are of this device's clock. */
export type Unsent = {
  address: string;
  attempt: string;
  question: string;
  response: string[];
  answeredAt: number;
  /** The questions that stood before the learner, where the attempt may have begun on this device. */
  quiz?: string;
};

export type Sent =
  /** Kept by the server. `held` is the answer that stands there; it differs when another device chose later. */
  | { state: 'saved'; savedAt: string; held: string[] }
  | { state: 'waiting' }
  | { state: 'signed-out' }
  /** It cannot be taken any more: the attempt was handed in, or the question is another one now. */
  | { state: 'closed'; why: 'submitted' | 'changed'; review?: string }
  | { state: 'foreign' };

/** What the server could not take, for as long as the learner has not read it. */
export type NotTaken = Unsent & { why: 'submitted' | 'changed'; review?: string };

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
type Post = (item: Unsent) => Promise<Sent>;

const KEPT_DAYS = 30;
const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

/** Whose they are is in the name of everything kept: somebody else at this device neither sees nor sends it. */
export function shelfName(reader: string, kind: string, ...parts: string[]): string {
  return ['tsunagu', reader, kind, ...parts].join(':');
}

/** Names on a shelf that begin with `prefix`. */
export function namesOn(shelf: Shelf, prefix: string): string[] {
  const names = Array.from({ length: shelf.length }, (_, i) => shelf.key(i));
  return names.filter((name): name is string => name?.startsWith(prefix) ?? false);
}

export function readFrom<T>(shelf: Shelf, name: string): T | null {
  const text = shelf.getItem(name);
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/**
 * Answers on their way. Each is put on a shelf that outlives the page before it is sent, and taken
 * off only when the server has acknowledged that very choice. One question is sent once at a time,
 * so an older choice never overtakes a newer one. What the server cannot take is kept as a note.
 */
export class Outbox {
  private readonly underWay = new Map<string, Promise<Sent>>();

  constructor(
    private readonly shelf: Shelf,
    private readonly post: Post,
    private readonly reader = '',
  ) {}

  put(item: Unsent): void {
    this.shelf.setItem(this.nameOf(item), JSON.stringify(item));
  }

  find(of: { attempt: string; question: string }): Unsent | null {
    return readFrom<Unsent>(this.shelf, this.nameOf(of));
  }

  /** All unsent answers; those too old to matter are let go. */
  all(now: number): Unsent[] {
    const items: Unsent[] = [];
    for (const name of namesOn(this.shelf, shelfName(this.reader, 'answer', ''))) {
      const item = readFrom<Unsent>(this.shelf, name);
      if (!item || now - item.answeredAt > KEPT_MS) this.shelf.removeItem(name);
      else items.push(item);
    }
    return items;
  }

  notTaken(): NotTaken[] {
    return namesOn(this.shelf, shelfName(this.reader, 'not-taken', '')).flatMap(
      (name) => readFrom<NotTaken>(this.shelf, name) ?? [],
    );
  }

  forgetNotTaken(): void {
    for (const name of namesOn(this.shelf, shelfName(this.reader, 'not-taken', ''))) {
      this.shelf.removeItem(name);
    }
  }

  /** Sends the newest choice for a question, until nothing newer is on the shelf. */
  async send(of: { attempt: string; question: string }): Promise<Sent | null> {
    const name = this.nameOf(of);
    const running = this.underWay.get(name);
    if (running) return await running;
    const item = this.find(of);
    if (!item) return null;
    const sending = this.sendAll(item).finally(() => this.underWay.delete(name));
    this.underWay.set(name, sending);
    return await sending;
  }

  private async sendAll(first: Unsent): Promise<Sent> {
    for (let item = first; ;) {
      const sent = await this.post(item);
      if (sent.state === 'closed') this.note(item, sent);
      if (sent.state === 'saved' || sent.state === 'closed') this.takeOff(item);
      const newer = this.find(item);
      if (sent.state !== 'saved' || !newer) return sent;
      item = newer;
    }
  }

  private takeOff(item: Unsent): void {
    if (this.find(item)?.answeredAt === item.answeredAt) {
      this.shelf.removeItem(this.nameOf(item));
    }
  }

  private note(item: Unsent, { why, review }: { why: NotTaken['why']; review?: string }): void {
    const name = shelfName(this.reader, 'not-taken', item.attempt, item.question);
    this.shelf.setItem(name, JSON.stringify({ ...item, why, review } satisfies NotTaken));
  }

  private nameOf({ attempt, question }: { attempt: string; question: string }): string {
    return shelfName(this.reader, 'answer', attempt, question);
  }
}
