import type { TerminalAnswer, TerminalLine, TerminalOrder } from '../features/terminals/terminals.api.ts';

/** One position as nodes hand it on: unit, epoch ms, degrees WGS-84, km/h, degrees, metres, and whether it may move the marker. */
export type SharedFix = readonly [unitId: string, at: number, lng: number, lat: number, speedKmh: number | null, headingDeg: number | null, accuracyM: number | null, isLive: 0 | 1];

/** What one node tells the others. An order names the message that its answer names too. */
export type NodeMessage =
  | { readonly kind: 'history'; readonly seq: number }
  | { readonly kind: 'changed'; readonly name: string }
  | { readonly kind: 'sos'; readonly unitId: string; readonly at: number; readonly isPressed: boolean; readonly lngLat: readonly [number, number] | null }
  | { readonly kind: 'lines'; readonly lines: readonly TerminalLine[] }
  | { readonly kind: 'order'; readonly id: string; readonly phone: string; readonly order: TerminalOrder }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: TerminalAnswer }
  | { readonly kind: 'fixes'; readonly fixes: readonly SharedFix[] };

/**
 * What the nodes of one deployment (节点) tell each other. Every message is a hint that may be lost: what must not be lost is in
 * the store and is read from there.
 */
export interface NodeLink {
  /** Returns at once and never throws; said into the wind while the link is down. */
  tell(message: NodeMessage): void;
  /** Called with what other nodes tell, never with what this one told. */
  onMessage(listener: (message: NodeMessage) => void): void;
  isUp(): boolean;
  close(): Promise<void>;
}

/** The link of a node that is alone. */
export const noLink: NodeLink = {
  tell: () => undefined,
  onMessage: () => undefined,
  isUp: () => true,
  close: async () => undefined,
};
