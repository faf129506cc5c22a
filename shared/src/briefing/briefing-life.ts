import type { LifeRow } from '../life/index.ts';
import type { BriefingPayload } from './briefing-payload.ts';

/** 待签发、已签发、已撤回、已作废. */
export const BRIEFING_STATES = ['draft', 'issued', 'withdrawn', 'discarded'] as const;
export type BriefingState = (typeof BRIEFING_STATES)[number];

/** Who freezes and writes; a plan does it as the product itself. */
export const BRIEFING_AUTHORS = ['commander', 'duty-chief', 'dispatcher', 'intake', 'inspector', 'centre-deputy', 'county-centre', 'system'] as const;
const ISSUERS = ['commander', 'duty-chief', 'centre-deputy', 'county-centre'] as const;

export type BriefingLifeRow = LifeRow<BriefingState, keyof BriefingPayload, never>;

/** The life of a briefing: its figures are as they were frozen in every state. */
export const BRIEFING_LIFE = [
  { action: 'write', event: 'written', from: ['draft'], to: 'same', roles: BRIEFING_AUTHORS, requires: ['notes'] },
  { action: 'issue', event: 'issued', from: ['draft'], to: 'issued', roles: ISSUERS },
  { action: 'discard', event: 'discarded', from: ['draft'], to: 'discarded', roles: BRIEFING_AUTHORS },
  { action: 'withdraw', event: 'withdrawn', from: ['issued'], to: 'withdrawn', roles: ISSUERS, requires: ['reason'] },
] as const satisfies readonly BriefingLifeRow[];

export type BriefingAction = (typeof BRIEFING_LIFE)[number]['action'];
export type BriefingEventType = 'frozen' | (typeof BRIEFING_LIFE)[number]['event'];

/** All action names, for the door's schema. */
export const BRIEFING_ACTIONS = BRIEFING_LIFE.map(({ action }) => action) as [BriefingAction, ...BriefingAction[]];
