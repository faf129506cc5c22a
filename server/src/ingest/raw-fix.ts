import type { PositionFix } from '@wangge/shared/position';

/** The door a position came through: a vehicle terminal, or the phone of somebody on duty. */
export type FixSource = 'jt808' | 'field';

/**
 * One position (定位) as a device stated it, before anybody judged it. `at` is NaN where the device sent no calendar
 * time, and the place may lie outside the world or the time in the future: that is for the position gate to say.
 */
export interface RawFix extends PositionFix {
  /** JT/T 808 terminal number without leading zeros; absent for other doors. */
  readonly terminalPhone?: string;
  /** False while the device has no satellite fix, or sends coordinates nobody here can read. */
  readonly hasFix: boolean;
  readonly altitudeM: number;
  /** The alarm word of JT/T 808 0x0200; 0 for other doors. */
  readonly alarmBits: number;
  /** The status word of JT/T 808 0x0200; 0 for other doors. */
  readonly statusBits: number;
  /** 紧急报警: the person pressed the alarm button (alarm bit 0). */
  readonly isSos: boolean;
  readonly mileageKm?: number | undefined;
  readonly satellites?: number | undefined;
  readonly source: FixSource;
  /** True for what a terminal kept while it had no network (盲区补报) and sent later. */
  readonly isCatchUp: boolean;
}

/** Where the doors hand positions over. */
export interface PositionSink {
  /** Returns at once and keeps its own bounded queue. */
  accept(fix: RawFix): void;
  /** Resolves when everything accepted so far is durable: only then may a door say so. Rejects while the store can't write. */
  kept(): Promise<void>;
}
