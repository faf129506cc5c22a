import { createHash } from 'node:crypto';
import type { Connector, LetterRow, LetterTopic } from '@wangge/shared/connector';
import { DAY_MS, type Refusal } from '@wangge/shared/base';
import { oneByOne } from '../../platform/one-by-one.ts';
import type { DocumentStore } from '../../store/document-store.ts';

const ROWS = 'dead-letter';
const TEXTS = 'dead-letter-text';
/** How many of a connector wait for somebody; when there are more, its messages are left with it. */
const MOST_OPEN = 1_000;
/** How long it is kept that a letter was dealt with, so that the same message again stays dealt with. */
const KEPT_MS = 30 * DAY_MS;
const ID_CHARS = 22;

/** What could not be taken, as it came. */
export interface Undeliverable {
  readonly topic: LetterTopic;
  readonly isWhole: boolean;
  readonly text: string;
  readonly externalNo: string | null;
  readonly refusal: Refusal;
}

/**
 * 死信: kept as documents, row and text apart, so that the list is read without the texts. A letter is known by what it says: the same
 * message again is the same letter, come once more. With its end the text is removed, for then the case has it or nobody wants it.
 */
export class LetterBox {
  readonly #documents: DocumentStore;
  /** What is written about letters is written one after the other, so that nothing is put back that was dealt with meanwhile. */
  readonly #inTurn = oneByOne();

  constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  async rows(): Promise<readonly LetterRow[]> {
    return (await this.#documents.list<LetterRow>(ROWS)).map(({ value }) => value);
  }

  get(id: string): Promise<LetterRow | null> {
    return this.#documents.get<LetterRow>(ROWS, id);
  }

  async textOf(id: string): Promise<string | null> {
    return (await this.#documents.get<{ text: string }>(TEXTS, id))?.text ?? null;
  }

  /** Keeps what could not be taken; durable when it answers. Null when the box of this connector is full. */
  keep({ id: connectorId }: Connector, { text, topic, isWhole, externalNo, refusal }: Undeliverable, now: number): Promise<LetterRow | null> {
    return this.#inTurn(async () => {
      const id = createHash('sha256').update(`${connectorId}\n${topic}\n${text}`).digest('base64url').slice(0, ID_CHARS);
      const known = await this.get(id);
      if (known) return this.#put({ ...known, count: known.count + 1, lastAt: now });
      const waiting = (await this.rows()).filter((row) => row.connectorId === connectorId && row.state === 'open').length;
      if (waiting >= MOST_OPEN) return null;
      await this.#documents.put(TEXTS, id, { text });
      return this.#put({
        id, revision: 1, state: 'open', connectorId, topic, isWhole, externalNo, refusal, firstAt: now, lastAt: now, count: 1,
        endedAt: null, endedBy: null, reason: null, commandId: null, caseId: null, caseNo: null,
      });
    });
  }

  /** Writes what came of dealing with an open letter, and its text as it was mended; a letter that ends loses its text. */
  change(id: string, change: Partial<LetterRow>, text?: string): Promise<LetterRow> {
    return this.#inTurn(async () => {
      const known = await this.get(id);
      if (!known) throw new Error(`dead letter ${id} went away while somebody dealt with it`);
      if (text !== undefined) await this.#documents.put(TEXTS, id, { text });
      return this.#put({ ...known, ...change, revision: known.revision + 1 });
    });
  }

  async #put(row: LetterRow): Promise<LetterRow> {
    await this.#documents.put(ROWS, row.id, row);
    if (row.state !== 'open') await this.#documents.remove(TEXTS, row.id);
    return row;
  }

  /** Forgets what was dealt with long ago. */
  async sweep(now: number): Promise<void> {
    for (const { id, endedAt } of await this.rows()) {
      if (endedAt === null || endedAt > now - KEPT_MS) continue;
      await this.#documents.remove(TEXTS, id);
      await this.#documents.remove(ROWS, id);
    }
  }
}
