import type { LifeRow } from '../life/index.ts';
import type { OversightPayload, OversightState } from './oversight.ts';

export type OversightGuardName = 'addressed' | 'signer-or-above' | 'owes-reply';

/** One row of the table of an order's life. */
export type OversightRow = LifeRow<OversightState, keyof OversightPayload, OversightGuardName>;

const SIGNERS = ['duty-chief', 'dispatcher', 'intake', 'inspector', 'centre-deputy', 'commander', 'leader', 'county-centre'] as const;

/** The life of an order (督办单): 确认, 回复, 退回回复, 销号, 撤销. Whatever is not here is refused; nothing here moves the case. */
export const OVERSIGHT_LIFE = [
  { action: 'confirm', event: 'confirmed', from: ['draft'], to: 'open', roles: ['commander'] },
  { action: 'reply', event: 'replied', from: ['open'], to: 'replied', roles: ['department', 'squad', 'duty-chief', 'dispatcher', 'intake', 'centre-deputy', 'commander', 'county-centre', 'county-department'], requires: ['text'], guards: ['owes-reply', 'addressed'] },
  { action: 'strike-off', event: 'struck-off', from: ['replied'], to: 'struck-off', roles: SIGNERS, guards: ['signer-or-above'] },
  { action: 'reject-reply', event: 'reply-rejected', from: ['replied'], to: 'open', roles: SIGNERS, requires: ['text'], guards: ['signer-or-above'] },
  { action: 'lift', event: 'lifted', from: ['draft', 'open', 'replied'], to: 'lifted', roles: [...SIGNERS, 'system'], requires: ['text'], guards: ['signer-or-above'] },
] as const satisfies readonly OversightRow[];

export type OversightAction = (typeof OVERSIGHT_LIFE)[number]['action'];
export type OversightEventType = 'opened' | (typeof OVERSIGHT_LIFE)[number]['event'];

/** All action names, for the door's schema. */
export const OVERSIGHT_ACTIONS = OVERSIGHT_LIFE.map((row) => row.action) as [OversightAction, ...OversightAction[]];
