import { namesOn, readFrom, shelfName, type Outbox, type Shelf } from './outbox';

/** An attempt that the learner has finished on this device. It is closed once its answers have arrived. */
export type HandIn = { address: string; attempt: string; handedInAt: number };

export type HandedIn =
  | { state: 'handed-in'; review: string }
  /** Some question has no answer: the attempt stays open. */
  | { state: 'incomplete' }
  | { state: 'waiting' }
  | { state: 'signed-out' }
  | { state: 'foreign' };

/** What became of a hand-in, for as long as the learner has not read it. */
export type Outcome = HandIn & { review: string | null };

type Post = (item: HandIn) => Promise<HandedIn>;

/** Attempts to be handed in, each after the last of its own answers and never before. */
export class HandIns {
  private sending: Promise<boolean> | null = null;

  constructor(
    private readonly shelf: Shelf,
    private readonly post: Post,
    private readonly outbox: Outbox,
    private readonly reader = '',
  ) {}

  put(item: HandIn): void {
    this.shelf.setItem(shelfName(this.reader, 'hand-in', item.attempt), JSON.stringify(item));
  }

  all(): HandIn[] {
    return this.read<HandIn>('hand-in');
  }

  outcomes(): Outcome[] {
    return this.read<Outcome>('outcome');
  }

  forget(attempt: string): void {
    this.shelf.removeItem(shelfName(this.reader, 'outcome', attempt));
  }

  /** Hands in what has no answer on its way. True when something has to wait. */
  async sendReady(now: number): Promise<boolean> {
    this.sending ??= this.sendAll(now).finally(() => {
      this.sending = null;
    });
    return await this.sending;
  }

  private async sendAll(now: number): Promise<boolean> {
    let waiting = false;
    for (const item of this.all()) {
      const isOnItsWay = this.outbox.all(now).some(({ attempt }) => attempt === item.attempt);
      const sent = isOnItsWay ? { state: 'waiting' as const } : await this.post(item);
      waiting ||= sent.state === 'waiting';
      if (sent.state !== 'handed-in' && sent.state !== 'incomplete') continue;
      const review = sent.state === 'handed-in' ? sent.review : null;
      const outcome: Outcome = { ...item, review };
      this.shelf.setItem(shelfName(this.reader, 'outcome', item.attempt), JSON.stringify(outcome));
      this.shelf.removeItem(shelfName(this.reader, 'hand-in', item.attempt));
    }
    return waiting;
  }

  private read<T>(kind: string): T[] {
    return namesOn(this.shelf, shelfName(this.reader, kind, '')).flatMap(
      (name) => readFrom<T>(this.shelf, name) ?? [],
    );
  }
}
