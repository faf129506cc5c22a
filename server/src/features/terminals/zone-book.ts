import type { KeptZone } from '@wangge/shared/wire';
import type { DocumentStore } from '../../store/document-store.ts';

const KIND = 'terminal-zones';

interface Kept {
  readonly zones: readonly KeptZone[];
}

/** 区域 and 路线 that terminals took from us, by terminal. One that a terminal forgot by itself is still here. */
export class ZoneBook {
  readonly #documents: Pick<DocumentStore, 'list' | 'put'>;
  readonly #zones = new Map<string, readonly KeptZone[]>();
  readonly #listeners: (() => void)[] = [];

  private constructor(documents: Pick<DocumentStore, 'list' | 'put'>) {
    this.#documents = documents;
  }

  static async open(documents: Pick<DocumentStore, 'list' | 'put'>): Promise<ZoneBook> {
    const book = new ZoneBook(documents);
    await book.reread();
    return book;
  }

  of(phone: string): readonly KeptZone[] {
    return this.#zones.get(phone) ?? [];
  }

  nameOf(phone: string, id: number): string | undefined {
    return this.of(phone).find((zone) => zone.id === id)?.name;
  }

  /** In the place of the one it had under this id. */
  keep(phone: string, zone: KeptZone): Promise<void> {
    return this.#put(phone, [...this.of(phone).filter(({ id }) => id !== zone.id), zone]);
  }

  forget(phone: string, zoneId: number): Promise<void> {
    return this.#put(phone, this.of(phone).filter(({ id }) => id !== zoneId));
  }

  /** Takes over what other nodes kept. */
  async reread(): Promise<void> {
    for (const { id, value } of await this.#documents.list<Kept>(KIND)) this.#zones.set(id, value.zones);
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async #put(phone: string, zones: readonly KeptZone[]): Promise<void> {
    this.#zones.set(phone, zones);
    await this.#documents.put(KIND, phone, { zones } satisfies Kept);
    this.#listeners.forEach((tell) => tell());
  }
}
