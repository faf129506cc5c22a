import { createHash } from 'node:crypto';
import type { ContentsView, Part, Row } from '../../store/contents.ts';

/** How many rows a part has and the sha256 over them, a line of JSON each. */
export interface PartDigest {
  readonly rows: number;
  readonly sha256: string;
}

/** Counts and hashes rows as they pass. */
export class RowDigest {
  readonly #hash = createHash('sha256');
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  add(rows: readonly Row[]): void {
    this.addLines(rows.map((row) => JSON.stringify(row)));
  }

  addLines(lines: readonly string[]): void {
    if (lines.length > 0) this.#hash.update(`${lines.join('\n')}\n`);
    this.#rows += lines.length;
  }

  end(): PartDigest {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** Reads a part through; `onRows` is told how many rows were read so far. */
export async function digestOf(view: ContentsView, part: Part, onRows: (rows: number) => void): Promise<PartDigest> {
  const digest = new RowDigest();
  for await (const rows of view.read(part)) {
    digest.add(rows);
    onRows(digest.rows);
  }
  return digest.end();
}

export function isSame(a: PartDigest, b: PartDigest): boolean {
  return a.rows === b.rows && a.sha256 === b.sha256;
}
