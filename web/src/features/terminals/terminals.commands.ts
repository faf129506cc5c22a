import type { TerminalParameters } from '@wangge/shared/wire';
import { callRest, type RestAnswer } from '../../link/rest.ts';

const path = (unitId: string, what: string): string => `/api/v1/terminals/${encodeURIComponent(unitId)}/${what}`;

/** Where a terminal says it is; `at` is null where it has no time. */
export interface TerminalFix {
  readonly at: number | null;
  readonly hasFix: boolean;
  readonly lng: number;
  readonly lat: number;
  readonly speedKmh: number;
}

/** Shows a text on a terminal and has it spoken. */
export function sendText(unitId: string, wish: { readonly commandId: string; readonly text: string; readonly isUrgent: boolean; readonly isSpoken: boolean }): Promise<RestAnswer<object>> {
  return callRest('POST', path(unitId, 'texts'), wish);
}

export function askLocation(unitId: string): Promise<RestAnswer<TerminalFix>> {
  return callRest('POST', path(unitId, 'location-queries'), { commandId: crypto.randomUUID() });
}

export function askParameters(unitId: string): Promise<RestAnswer<{ readonly values: TerminalParameters }>> {
  return callRest('POST', path(unitId, 'parameter-queries'), { commandId: crypto.randomUUID() });
}
