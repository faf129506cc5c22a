import type { Logger } from '../../platform/logger.ts';
import type { DocumentStore } from '../../store/document-store.ts';

const KIND = 'terminal';

interface KeptTerminal {
  readonly code: string;
}

/**
 * 鉴权码 of every terminal that ever registered. They are no secrets of ours: whoever registers under a listed number is given the
 * code. What could not be kept is given anew after a restart.
 */
export class CodeBook {
  readonly #documents: DocumentStore;
  readonly #log: Logger;
  readonly #codes = new Map<string, string>();

  private constructor(documents: DocumentStore, log: Logger) {
    this.#documents = documents;
    this.#log = log;
  }

  static async open(documents: DocumentStore, log: Logger): Promise<CodeBook> {
    const book = new CodeBook(documents, log);
    await book.reread();
    return book;
  }

  get(phone: string): string | undefined {
    return this.#codes.get(phone);
  }

  set(phone: string, code: string): void {
    this.#codes.set(phone, code);
    this.#documents.put(KIND, phone, { code } satisfies KeptTerminal).catch((error: unknown) => this.#log.warn({ err: error, terminal: phone }, 'the code of a terminal could not be kept'));
  }

  /** Takes over what other nodes kept. */
  async reread(): Promise<void> {
    for (const { id, value } of await this.#documents.list<KeptTerminal>(KIND)) this.#codes.set(id, value.code);
  }
}
