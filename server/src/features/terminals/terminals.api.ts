import type { LngLat } from '@wangge/shared/geo';
import type { PastAlarm, TerminalAlarm, TerminalParameters } from '@wangge/shared/wire';

/** 终端线路: what is known of one terminal's connection, told by the node that holds it. Times are epoch ms. */
export interface TerminalLine {
  /** Its number without leading zeros. */
  readonly phone: string;
  readonly heardAt: number;
  /** 终端注销: it said goodbye and was not heard since. */
  readonly hasLeft: boolean;
  readonly carrier: 'tcp' | 'udp';
  /** 同号双连: how often another connection under its number took the place of one that was alive, and when last. */
  readonly doubles: number;
  readonly doubledAt: number | null;
  /** What its alarm word says, and since when. */
  readonly alarms: readonly TerminalAlarm[];
  /** What it said before and no longer says, the newest first. */
  readonly past: readonly PastAlarm[];
}

/** Where a terminal watches by itself: 圆形, 矩形, 多边形区域, 路线. WGS-84, as positions are. */
export type TerminalZoneShape =
  | { readonly kind: 'circle'; readonly centre: LngLat; readonly radiusM: number }
  | { readonly kind: 'rectangle'; readonly northWest: LngLat; readonly southEast: LngLat }
  | { readonly kind: 'polygon'; readonly corners: readonly LngLat[] }
  | { readonly kind: 'route'; readonly path: readonly LngLat[]; readonly widthM: number };

/** An area or route for a terminal: who crosses it is told to the driver and to us. */
export interface TerminalZoneOrder {
  readonly id: number;
  readonly name: string;
  readonly shape: TerminalZoneShape;
  /** When it is watched, epoch ms in whole seconds; null for always. */
  readonly between: { readonly from: number; readonly until: number } | null;
  readonly limit: { readonly topSpeedKmh: number; readonly overspeedS: number } | null;
  readonly onEntry: boolean;
  readonly onExit: boolean;
  /** The terminal has one under this id already. */
  readonly isKnown: boolean;
}

/** 下行指令: what the platform asks of a terminal. */
export type TerminalOrder =
  | { readonly kind: 'text'; readonly text: string; readonly isUrgent: boolean; readonly isSpoken: boolean }
  | { readonly kind: 'locate' }
  | { readonly kind: 'read-parameters' }
  | { readonly kind: 'set-parameters'; readonly values: TerminalParameters }
  | { readonly kind: 'set-zone'; readonly zone: TerminalZoneOrder }
  | { readonly kind: 'delete-zone'; readonly shape: TerminalZoneShape['kind']; readonly id: number };

/** What came of an order. `refused`: 1 failed, 2 bad message, 3 unsupported, as the terminal said. `too-long`: it does not fit one frame in the terminal's edition and was not sent. */
export type TerminalAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'fix'; readonly at: number | null; readonly hasFix: boolean; readonly lng: number; readonly lat: number; readonly speedKmh: number }
  | { readonly kind: 'parameters'; readonly values: TerminalParameters }
  | { readonly kind: 'refused'; readonly result: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'offline' };

/** The terminals that one node, or several together, can reach. */
export interface TerminalPort {
  /** Those heard since the start. */
  lines(): readonly TerminalLine[];
  lineOf(phone: string): TerminalLine | undefined;
  /** Gives one terminal an order; never rejects. `offline` for one that is not here. */
  order(phone: string, order: TerminalOrder): Promise<TerminalAnswer>;
}

/** A terminal is taken for offline when it was not heard for this long: three heartbeats of a minute. */
export const OFFLINE_AFTER_MS = 180_000;
