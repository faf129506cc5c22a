import type { TerminalParameters } from '@wangge/shared/wire';
import { callRest, type RestAnswer, type RestMethod } from '../../link/rest.ts';

/** A terminal has ten seconds to answer, and another node that asks it a little more: only then is the server late. */
const PATIENCE_MS = 15_000;

/** One order to the terminal of a unit. */
function order<T>(method: RestMethod, unitId: string, what: string, wish: object): Promise<RestAnswer<T>> {
  return callRest(method, `/api/v1/terminals/${encodeURIComponent(unitId)}/${what}`, { commandId: crypto.randomUUID(), ...wish }, undefined, undefined, PATIENCE_MS);
}

/** Where a terminal says it is; `at` is null where it has no time. */
export interface TerminalFix {
  readonly at: number | null;
  readonly hasFix: boolean;
  readonly lng: number;
  readonly lat: number;
  readonly speedKmh: number;
}

/** Shows a text on a terminal and has it spoken. */
export function sendText(unitId: string, wish: { readonly text: string; readonly isUrgent: boolean; readonly isSpoken: boolean }): Promise<RestAnswer<object>> {
  return order('POST', unitId, 'texts', wish);
}

export function askLocation(unitId: string): Promise<RestAnswer<TerminalFix>> {
  return order('POST', unitId, 'location-queries', {});
}

export function askParameters(unitId: string): Promise<RestAnswer<{ readonly values: TerminalParameters }>> {
  return order('POST', unitId, 'parameter-queries', {});
}

export function setParameters(unitId: string, values: TerminalParameters): Promise<RestAnswer<object>> {
  return order('PUT', unitId, 'parameters', { values });
}

/** An area that the terminal watches by itself: a fence of the list, or a circle; `limit` where it watches the speed too. */
export interface ZoneWish {
  readonly fenceId?: string;
  readonly circle?: { readonly lng: number; readonly lat: number; readonly radiusM: number; readonly name: string };
  readonly limit?: { readonly topSpeedKmh: number; readonly overspeedS: number };
}

export function giveZone(unitId: string, wish: ZoneWish): Promise<RestAnswer<object>> {
  return order('POST', unitId, 'zones', wish);
}

export function removeZone(unitId: string, zoneId: number): Promise<RestAnswer<object>> {
  return order('POST', unitId, 'zone-removals', { zoneId });
}
