import type { EnforcementPower, JointRaid, Officer, PenaltyDetail, PenaltyListRow, PenaltyRules, RaidListRow } from '@wangge/shared/enforcement';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** The list of powers, the limits of the procedures, and the officers of whoever asks. `isOwn`: delegated to their unit. */
export interface Powers {
  readonly version: string;
  readonly isConfirmed: boolean;
  readonly rules: PenaltyRules;
  readonly officers: readonly Officer[];
  readonly powers: readonly (EnforcementPower & { readonly isOwn: boolean })[];
}

export function readPenalties(): Promise<RestAnswer<{ readonly penalties: readonly PenaltyListRow[] }>> {
  return callRest('GET', '/api/v1/penalties');
}

export function readPowers(): Promise<RestAnswer<Powers>> {
  return callRest('GET', '/api/v1/penalties/powers');
}

export function openPenalty(opening: object): Promise<RestAnswer<PenaltyDetail>> {
  return callRest('POST', '/api/v1/penalties', { ...opening, commandId: crypto.randomUUID() });
}

export function readRaids(): Promise<RestAnswer<{ readonly raids: readonly RaidListRow[] }>> {
  return callRest('GET', '/api/v1/raids');
}

export function planRaid(plan: object): Promise<RestAnswer<JointRaid>> {
  return callRest('POST', '/api/v1/raids', { ...plan, commandId: crypto.randomUUID() });
}
