import { readFrom, shelfName, type Shelf } from './outbox';

/** What a learner chose on a sheet, for as long as this device does not know that its attempt is over. */
export type SheetRecord = {
  attempt: string;
  choices: Record<string, { response: string[]; answeredAt: number }>;
  handedIn: boolean;
};

/**
 * The attempt that this device is at on one sheet. A sheet that was kept says nothing of what happened
 * since, so what was chosen is remembered here, whether it has been sent or not.
 */
export class SheetRecords {
  constructor(
    private readonly shelf: Shelf,
    private readonly reader: string,
    private readonly address: string,
  ) {}

  find(): SheetRecord | null {
    return readFrom<SheetRecord>(this.shelf, this.name());
  }

  put(record: SheetRecord): void {
    this.shelf.setItem(this.name(), JSON.stringify(record));
  }

  forget(): void {
    this.shelf.removeItem(this.name());
  }

  private name(): string {
    return shelfName(this.reader, 'sheet', this.address);
  }
}

type ChooseAttempt = {
  /** The id on the page: of the attempt that was open when the server drew it, or a new one. */
  onPage: string;
  isKeptCopy: boolean;
  record: SheetRecord | null;
  /** Whether something of the record's attempt waits to be sent. */
  isUnderWay: boolean;
  newId: () => string;
};

/**
 * Which attempt the sheet goes on with. A page that has just come from the server knows best, but for what
 * still waits on this device; a kept copy may show an attempt that is long over, so a new one is begun.
 */
export function chooseAttempt(input: ChooseAttempt): { attempt: string; goesOn: boolean } {
  const { onPage, isKeptCopy, record, isUnderWay, newId } = input;
  if (record && (isUnderWay || (isKeptCopy && !record.handedIn))) {
    return { attempt: record.attempt, goesOn: true };
  }
  return { attempt: isKeptCopy ? newId() : onPage, goesOn: false };
}
