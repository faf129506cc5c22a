import type { LifeRow } from '../life/index.ts';
import type { DrawPayload } from './draw-payload.ts';

/** Stages of a draw: 制定计划 → 冻结承诺 → 抽取 → 派发检查 → 检查完毕 → 结果公开; 取消 ends it before. */
export const DRAW_STATES = ['planned', 'committed', 'drawn', 'checking', 'checked', 'published', 'cancelled'] as const;
export type DrawState = (typeof DRAW_STATES)[number];

/** Conditions beyond state, role and fields; each is one function in `draw-guards.ts`. */
export type DrawGuard = 'enough-inspectors' | 'announced-moment' | 'seed-kept' | 'open-slot' | 'on-slot' | 'own-slot' | 'has-results';

export type DrawRow = LifeRow<DrawState, keyof DrawPayload, DrawGuard>;

/** Who prepares and runs draws (牵头单位). */
export const DRAW_ORGANISERS = ['commander', 'duty-chief', 'department', 'county-centre'] as const;
const CHECKERS = ['squad', 'department', 'inspector', 'duty-chief', 'county-centre'] as const;

/** The life of a draw. */
export const DRAW_LIFE = [
  { action: 'commit', event: 'committed', from: ['planned'], to: 'committed', roles: DRAW_ORGANISERS, guards: ['enough-inspectors'] },
  { action: 'draw', event: 'drawn', from: ['committed'], to: 'drawn', roles: DRAW_ORGANISERS, guards: ['announced-moment', 'seed-kept'] },
  { action: 'cancel', event: 'cancelled', from: ['planned', 'committed'], to: 'cancelled', roles: DRAW_ORGANISERS, requires: ['reason'] },
  { action: 'assign', event: 'assigned', from: ['drawn'], to: 'checking', roles: DRAW_ORGANISERS },
  { action: 'recuse', event: 'recused', from: ['drawn', 'checking'], to: 'same', roles: [...DRAW_ORGANISERS, 'squad'], requires: ['objectCode', 'inspectorCode', 'reason'], guards: ['open-slot', 'on-slot'] },
  { action: 'record', event: 'result-recorded', from: ['checking'], to: 'same', roles: CHECKERS, requires: ['objectCode', 'outcome', 'note'], guards: ['open-slot', 'own-slot'] },
  { action: 'publish', event: 'published', from: ['checking'], to: 'same', roles: DRAW_ORGANISERS, guards: ['has-results'] },
  { action: 'publish', event: 'published', from: ['checked'], to: 'published', roles: DRAW_ORGANISERS },
] as const satisfies readonly DrawRow[];

export type DrawAction = (typeof DRAW_LIFE)[number]['action'];
export type DrawEventType = 'planned' | (typeof DRAW_LIFE)[number]['event'];

/** All action names, for the door's schema. */
export const DRAW_ACTIONS = [...new Set(DRAW_LIFE.map(({ action }) => action))] as [DrawAction, ...DrawAction[]];
