import type { Delivered } from '@wangge/web/features/orders/outbox';

/** Something that somebody in the field did with a telephone, as the proof saw it done. */
export interface Deed {
  readonly account: string;
  readonly kind: 'report' | 'self-handled' | 'visit' | 'command';
  /** The id of its outbox entry; a real browser draws its own, which is not known. */
  readonly key: string | null;
  /** What its words end with, or the id of the visit; nothing else has it. Empty for a press without words. */
  readonly words: string;
  /** SHA-256 of each photo as it was taken; a real browser makes them smaller, so that only their number is known. */
  readonly photos: readonly string[] | number;
  /** Which of the deeds of this person it is, from 0. */
  readonly serial: number;
  readonly pressedAt: number;
  /** Of a real browser known only for what it could not tell. */
  caseId?: string;
  readonly action?: string;
  /** Whether the phone said that it is kept: from then on it must arrive, before that it may. */
  isKept: boolean;
  /** Whether its browser died when the disk had let go of it, and before it said what became of it. */
  isUnsaid?: boolean;
  /** What the phone told its person of it in the end. */
  told?: Delivered['how'] | 'given-up';
  /** Why it was given up or refused. */
  code?: string;
}

export type Started = Omit<Deed, 'serial' | 'isKept'>;

/** Everything that was done in the field, and what went wrong on the way. */
export class Journal {
  readonly deeds: Deed[] = [];
  /** What a phone was shown that is none of its person's business. */
  readonly leaks: string[] = [];
  /** How often a phone asked for what belongs to another. */
  probes = 0;
  kills = 0;
  spells = 0;
  readonly #counts = new Map<string, number>();

  begin(started: Started): Deed {
    const serial = this.#counts.get(started.account) ?? 0;
    this.#counts.set(started.account, serial + 1);
    const deed: Deed = { ...started, serial, isKept: false };
    this.deeds.push(deed);
    return deed;
  }

  find(key: string): Deed | undefined {
    return this.deeds.find((deed) => deed.key === key);
  }

  note({ entry, how, refusal }: Delivered): void {
    const deed = this.find(entry.id);
    if (!deed) return;
    deed.told = how;
    if (refusal) deed.code = refusal.code;
  }

  get reports(): readonly Deed[] {
    return this.deeds.filter(({ kind }) => kind === 'report' || kind === 'self-handled');
  }
}
