import type { LifeRow } from '../life/index.ts';
import type { NoticePayload } from './notice-content.ts';

/** 草稿、已发布、已撤回、已作废. */
export const NOTICE_STATES = ['draft', 'published', 'withdrawn', 'discarded'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Who writes: the room and the departments whose matters guides explain. */
export const NOTICE_AUTHORS = ['commander', 'duty-chief', 'dispatcher', 'intake', 'department', 'centre-deputy', 'county-centre'] as const;
/** Who answers for what is public. */
const PUBLISHERS = ['commander', 'duty-chief', 'centre-deputy', 'county-centre'] as const;

export type NoticeGuard = 'own-area' | 'same-place' | 'has-draft' | 'second-hand' | 'not-over';
export type NoticeLifeRow = LifeRow<NoticeState, keyof NoticePayload, NoticeGuard>;

/** The life of what a village makes public. A change of what is published is a draft beside it until somebody publishes that too. */
export const NOTICE_LIFE = [
  { action: 'write', event: 'written', from: ['draft', 'published'], to: 'same', roles: NOTICE_AUTHORS, requires: ['content'], guards: ['own-area', 'same-place'] },
  { action: 'publish', event: 'published', from: ['draft', 'published'], to: 'published', roles: PUBLISHERS, guards: ['own-area', 'has-draft', 'second-hand', 'not-over'] },
  { action: 'withdraw', event: 'withdrawn', from: ['published'], to: 'withdrawn', roles: PUBLISHERS, requires: ['reason'], guards: ['own-area'] },
  { action: 'drop', event: 'dropped', from: ['published'], to: 'same', roles: NOTICE_AUTHORS, guards: ['own-area', 'has-draft'] },
  { action: 'discard', event: 'discarded', from: ['draft'], to: 'discarded', roles: NOTICE_AUTHORS, guards: ['own-area'] },
] as const satisfies readonly NoticeLifeRow[];

export type NoticeAction = (typeof NOTICE_LIFE)[number]['action'];
export type NoticeEventType = 'drafted' | (typeof NOTICE_LIFE)[number]['event'];

/** All action names, for the door's schema. */
export const NOTICE_ACTIONS = NOTICE_LIFE.map(({ action }) => action) as [NoticeAction, ...NoticeAction[]];
