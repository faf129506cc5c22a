/** Writes that must be durable one after the other. What the store refuses stays first and is tried with the next flush; a later write of the same name replaces one that waits. */
export class WriteQueue {
  readonly #waiting = new Map<string, () => Promise<void>>();
  readonly #onTrouble: (error: unknown) => void;
  #running: Promise<void> | null = null;

  constructor(onTrouble: (error: unknown) => void) {
    this.#onTrouble = onTrouble;
  }

  add(name: string, write: () => Promise<void>): void {
    this.#waiting.delete(name);
    this.#waiting.set(name, write);
  }

  /** Lets go of what waits. */
  clear(): void {
    this.#waiting.clear();
  }

  /** Writes what waits; ends when nothing does or the store refused. */
  async flush(): Promise<void> {
    await (this.#running ??= this.#run().finally(() => (this.#running = null)));
  }

  async #run(): Promise<void> {
    for (let next = this.#first(); next !== undefined; next = this.#first()) {
      const [name, write] = next;
      try {
        await write();
      } catch (error) {
        return this.#onTrouble(error);
      }
      if (this.#waiting.get(name) === write) this.#waiting.delete(name);
    }
  }

  #first(): [string, () => Promise<void>] | undefined {
    return this.#waiting.entries().next().value;
  }
}
