import { asId, type UnitId } from '@wangge/shared/base';
import type { DocumentStore } from '../../store/document-store.ts';

const KIND = 'duty';

interface KeptDuty {
  readonly isOnDuty: boolean;
}

/** Who said that they are on duty or off it (上下勤). What was said is kept: a restart and other nodes know it. */
export class DutyBook {
  readonly #documents: DocumentStore;
  readonly #said = new Map<UnitId, boolean>();
  readonly #listeners: ((unitIds: readonly UnitId[]) => void)[] = [];

  private constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  static async open(documents: DocumentStore): Promise<DutyBook> {
    const book = new DutyBook(documents);
    await book.reread();
    return book;
  }

  /** What was said last for a unit; undefined where nobody ever said anything. */
  of(unitId: UnitId): boolean | undefined {
    return this.#said.get(unitId);
  }

  /** Answers when it is durable. */
  async say(unitId: UnitId, isOnDuty: boolean): Promise<void> {
    await this.#documents.put(KIND, unitId, { isOnDuty } satisfies KeptDuty);
    this.#take([[unitId, isOnDuty]]);
  }

  /** Takes over what other nodes kept. */
  async reread(): Promise<void> {
    const kept = await this.#documents.list<KeptDuty>(KIND);
    this.#take(kept.map(({ id, value }) => [asId<UnitId>(id), value.isOnDuty] as const));
  }

  onChange(listener: (unitIds: readonly UnitId[]) => void): void {
    this.#listeners.push(listener);
  }

  #take(said: readonly (readonly [UnitId, boolean])[]): void {
    const changed = said.filter(([unitId, isOnDuty]) => this.#said.get(unitId) !== isOnDuty);
    for (const [unitId, isOnDuty] of changed) this.#said.set(unitId, isOnDuty);
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed.map(([unitId]) => unitId));
  }
}
