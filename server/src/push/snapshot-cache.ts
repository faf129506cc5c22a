import type { FiguresMessage, SnapshotMessage, UnitsMessage } from '@wangge/shared/wire';
import { passedMs } from '../platform/clock.ts';
import { audienceKey, epochFor, areaKey, watchesFigures } from './audience-key.ts';
import type { Audience, OperationsSource } from './operations-source.ts';

/** A snapshot this young is shared; what happened since follows it as a difference. */
export const SNAPSHOT_SHARED_MS = 2_000;

/** A snapshot with the versions of figures and units it holds. */
export interface HeldSnapshot {
  readonly message: SnapshotMessage;
  readonly figuresVersion: number;
  readonly unitsVersion: number;
}

/**
 * Makes whole messages once per audience and shares the same objects among all who join: bytes are shared by object. So a
 * hall full of walls that reconnect at once costs one snapshot.
 */
export class SnapshotCache {
  readonly #source: OperationsSource;
  readonly #now: () => number;
  readonly #snapshots = new Map<string, HeldSnapshot>();
  readonly #units = new Map<string, { readonly version: number; readonly message: UnitsMessage }>();
  readonly #figures = new Map<string, { readonly version: number; readonly message: FiguresMessage }>();
  figuresVersion = 0;
  unitsVersion = 0;
  /** How many snapshots were put together; each may be sent to many. */
  madeCount = 0;

  constructor(source: OperationsSource, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  snapshotFor(audience: Audience, reason: SnapshotMessage['reason']): HeldSnapshot {
    const key = `${reason} ${audienceKey(audience)}`;
    const held = this.#snapshots.get(key);
    if (held !== undefined && this.#isFresh(held, audience)) return held;
    const fresh = this.#make(audience, reason);
    this.#dropOld();
    this.#snapshots.set(key, fresh);
    return fresh;
  }

  unitsFor(audience: Audience): UnitsMessage {
    const key = audienceKey(audience);
    const held = this.#units.get(key);
    if (held?.version === this.unitsVersion) return held.message;
    const message: UnitsMessage = { units: this.#source.units(audience) };
    if (audience.kind !== 'field') this.#units.set(key, { version: this.unitsVersion, message });
    return message;
  }

  figuresFor(audience: Audience): FiguresMessage {
    const key = areaKey(audience);
    const held = this.#figures.get(key);
    if (held?.version === this.figuresVersion) return held.message;
    const message: FiguresMessage = { seq: this.#source.lastSeq(), figures: this.#source.figures(audience) };
    this.#figures.set(key, { version: this.figuresVersion, message });
    return message;
  }

  #make(audience: Audience, reason: SnapshotMessage['reason']): HeldSnapshot {
    const { figuresVersion, unitsVersion } = this;
    this.madeCount += 1;
    const message: SnapshotMessage = {
      epoch: epochFor(this.#source.epoch, audience),
      seq: this.#source.lastSeq(),
      at: this.#now(),
      reason,
      figures: watchesFigures(audience) ? this.figuresFor(audience).figures : null,
      cases: this.#source.rowsFor(audience),
      units: this.unitsFor(audience).units,
      ticker: this.#source.ticker(audience),
    };
    return { message, figuresVersion, unitsVersion };
  }

  #isFresh(held: HeldSnapshot, audience: Audience): boolean {
    if (held.message.epoch !== epochFor(this.#source.epoch, audience)) return false;
    if (held.message.seq === this.#source.lastSeq()) return true;
    if (passedMs(held.message.at, this.#now()) > SNAPSHOT_SHARED_MS) return false;
    return this.#source.changesSince(audience, held.message.seq) !== null;
  }

  #dropOld(): void {
    for (const [key, held] of this.#snapshots) {
      if (passedMs(held.message.at, this.#now()) > SNAPSHOT_SHARED_MS) this.#snapshots.delete(key);
    }
  }
}
