/** Keeps the values of the `limit` keys used last. For values that never change under their key. */
export class Recent<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly limit: number) {}

  async get(key: string, make: () => Promise<T>): Promise<T> {
    const found = this.kept.get(key);
    const value = found ?? (await make());
    this.kept.delete(key);
    this.kept.set(key, value);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.limit) break;
      this.kept.delete(oldest);
    }
    return value;
  }
}
