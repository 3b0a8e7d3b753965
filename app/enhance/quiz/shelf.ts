/** A shelf for where the browser gives none: it lasts as long as the page. */
class PageShelf implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  private readonly items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  key(index: number) {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.items.set(key, value);
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
}

const PROBE = 'tsunagu:probe';
/** One for all pieces of a page. */
const ofPage = new PageShelf();

/** The browser's storage when it can be written to. */
export function findShelf() {
  try {
    localStorage.setItem(PROBE, '1');
    localStorage.removeItem(PROBE);
    return localStorage;
  } catch {
    return ofPage;
  }
}
