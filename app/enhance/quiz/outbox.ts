/** An answer this device has taken and the server has not acknowledged. Times are of this device's clock. */
export type Unsent = {
  address: string;
  attempt: string;
  question: string;
  response: string[];
  answeredAt: number;
};

export type Sent =
  /** Kept by the server. `held` is the answer that stands there; it differs when another device chose later. */
  | { state: 'saved'; savedAt: string; held: string[] }
  | { state: 'waiting' }
  | { state: 'signed-out' }
  | { state: 'closed' }
  | { state: 'foreign' };

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
type Post = (item: Unsent) => Promise<Sent>;

const PREFIX = 'tsunagu:answer:';
const KEPT_DAYS = 30;

/**
 * Answers on their way. Each is put on a shelf that outlives the page before it is sent, and taken
 * off only when the server has acknowledged that very choice. One question is sent once at a time,
 * so an older choice never overtakes a newer one.
 */
export class Outbox {
  private readonly underWay = new Map<string, Promise<Sent>>();

  constructor(
    private readonly shelf: Shelf,
    private readonly post: Post,
  ) {}

  put(item: Unsent): void {
    this.shelf.setItem(keyOf(item), JSON.stringify(item));
  }

  find(of: { attempt: string; question: string }): Unsent | null {
    return this.read(keyOf(of));
  }

  /** All unsent answers; those too old to matter are let go. */
  all(now: number): Unsent[] {
    const keys = Array.from({ length: this.shelf.length }, (_, i) => this.shelf.key(i));
    const items: Unsent[] = [];
    for (const key of keys) {
      if (!key?.startsWith(PREFIX)) continue;
      const item = this.read(key);
      const old = !item || now - item.answeredAt > KEPT_DAYS * 24 * 60 * 60 * 1000;
      if (old) this.shelf.removeItem(key);
      else items.push(item);
    }
    return items;
  }

  /** Sends the newest choice for a question, until nothing newer is on the shelf. */
  async send(of: { attempt: string; question: string }): Promise<Sent | null> {
    const key = keyOf(of);
    const running = this.underWay.get(key);
    if (running) return await running;
    const item = this.read(key);
    if (!item) return null;
    const sending = this.sendAll(key, item).finally(() => this.underWay.delete(key));
    this.underWay.set(key, sending);
    return await sending;
  }

  private async sendAll(key: string, first: Unsent): Promise<Sent> {
    for (let item = first; ;) {
      const sent = await this.post(item);
      if (sent.state === 'saved' || sent.state === 'closed') this.takeOff(key, item);
      const newer = this.read(key);
      if (sent.state !== 'saved' || !newer) return sent;
      item = newer;
    }
  }

  private takeOff(key: string, item: Unsent): void {
    if (this.read(key)?.answeredAt === item.answeredAt) this.shelf.removeItem(key);
  }

  private read(key: string): Unsent | null {
    const text = this.shelf.getItem(key);
    try {
      return text === null ? null : (JSON.parse(text) as Unsent);
    } catch {
      return null;
    }
  }
}

function keyOf({ attempt, question }: { attempt: string; question: string }): string {
  return `${PREFIX}${attempt}:${question}`;
}
