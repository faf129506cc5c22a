import { DAY_MS } from '@wangge/shared/base';
import type { FenceEvent } from '@wangge/shared/fence';
import type { DocumentStore } from '../../store/document-store.ts';
import { fenceEventsOf } from './fence-days.api.ts';

/** How long an event stands on the board. */
export const BOARD_MS = DAY_MS;

/** 围栏事件 of the last day, as the store holds them. */
export class FenceEventBook {
  readonly #documents: Pick<DocumentStore, 'list' | 'put'>;
  readonly #held = new Map<string, FenceEvent>();
  readonly #listeners: (() => void)[] = [];
  #version = 0;

  constructor(documents: Pick<DocumentStore, 'list' | 'put'>) {
    this.#documents = documents;
  }

  get version(): number {
    return this.#version;
  }

  /** Takes over what this or another node kept. */
  async reread(now: number): Promise<void> {
    const days = await Promise.all([now - DAY_MS, now].map((at) => this.#documents.list<FenceEvent>(fenceEventsOf(at))));
    for (const [id, { at }] of this.#held) if (at <= now - BOARD_MS) this.#held.delete(id);
    const fresh = days.flat().filter(({ id, value: { at } }) => at > now - BOARD_MS && !this.#held.has(id));
    for (const { id, value } of fresh) this.#held.set(id, value);
    if (fresh.length > 0) this.#version += 1;
  }

  /** Keeps an event; one that is known already stays one. Answers when it is durable. */
  async keep(event: FenceEvent): Promise<void> {
    await this.#documents.put(fenceEventsOf(event.at), event.id, event);
    this.#held.set(event.id, event);
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  /** Those of the last day, the newest first. */
  recent(now: number): FenceEvent[] {
    return [...this.#held.values()].filter(({ at }) => at > now - BOARD_MS).sort((a, b) => b.at - a.at || b.id.localeCompare(a.id));
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
