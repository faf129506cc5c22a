/** Collects what was proved: one line for each check, at once. */
export class Checks {
  #passed = 0;
  #failed = 0;

  get passed(): number {
    return this.#passed;
  }

  get failed(): number {
    return this.#failed;
  }

  check(name: string, isOk: boolean, detail: string): void {
    if (isOk) this.#passed += 1;
    else this.#failed += 1;
    process.stdout.write(`${isOk ? '✓' : '✗'} ${name} — ${detail}\n`);
  }

  /** Two values that must be the same; the detail names what differs. */
  same(name: string, found: unknown, wanted: unknown, detail = ''): void {
    const isOk = JSON.stringify(found) === JSON.stringify(wanted);
    this.check(name, isOk, isOk ? detail || JSON.stringify(wanted) : `found ${shorten(found)}, counted ${shorten(wanted)}`);
  }

  /** Two tables of numbers that must be the same, key by key. */
  sameTable(name: string, found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): void {
    const keys = [...new Set([...found.keys(), ...wanted.keys()])];
    const wrong = keys.filter((key) => found.get(key) !== wanted.get(key));
    const first = wrong.slice(0, 4).map((key) => `${key}: found ${found.get(key) ?? '–'}, counted ${wanted.get(key) ?? '–'}`).join('; ');
    this.check(name, wrong.length === 0, wrong.length === 0 ? `${keys.length} compared` : `${wrong.length} of ${keys.length} differ: ${first}`);
  }

  /** A line that the next one of its kind replaces, where somebody watches. */
  progress(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K  ${text}`);
    else this.note(text);
  }

  note(text: string): void {
    process.stdout.write(`  ${text}\n`);
  }
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** The value below which `share` of all values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
