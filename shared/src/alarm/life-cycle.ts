import type { LifeRow } from '../life/index.ts';
import type { AlarmPayload, AlarmState } from './alarm.ts';
import { LADDER_ROLES } from './takeover-rules.ts';

export type AlarmGuardName = 'on-ladder' | 'shelf-ends';

/** One row of the table of an alarm's life. */
export type AlarmRow = LifeRow<AlarmState, keyof AlarmPayload, AlarmGuardName>;

/** The life of an alarm (告警): 确认, 搁置, 取下, 解除 by people; 升级, 并入, 增员, 随事项结束 by itself. Whatever is not here is refused. */
export const ALARM_LIFE = [
  { action: 'acknowledge', event: 'acknowledged', from: ['raised', 'grouped', 'shelved'], to: 'acknowledged', roles: LADDER_ROLES, guards: ['on-ladder'] },
  { action: 'shelve', event: 'shelved', from: ['raised'], to: 'shelved', roles: LADDER_ROLES, requires: ['text', 'until'], guards: ['on-ladder', 'shelf-ends'] },
  { action: 'unshelve', event: 'unshelved', from: ['shelved'], to: 'raised', roles: [...LADDER_ROLES, 'system'], guards: ['on-ladder'] },
  { action: 'close', event: 'closed', from: ['acknowledged'], to: 'closed', roles: LADDER_ROLES, requires: ['text'], guards: ['on-ladder'] },
  { action: 'climb', event: 'climbed', from: ['raised'], to: 'same', roles: ['system'], requires: ['rung'] },
  { action: 'join', event: 'joined', from: ['raised'], to: 'grouped', roles: ['system'], requires: ['groupId'] },
  { action: 'grow', event: 'grew', from: ['raised'], to: 'same', roles: ['system'], requires: ['memberId'] },
  { action: 'end', event: 'ended', from: ['raised', 'grouped', 'shelved', 'acknowledged'], to: 'closed', roles: ['system'], requires: ['text'] },
] as const satisfies readonly AlarmRow[];

export type AlarmAction = (typeof ALARM_LIFE)[number]['action'];
export type AlarmEventType = 'raised' | 'answered' | (typeof ALARM_LIFE)[number]['event'];

/** What people may ask for, for the door's schema. */
export const ALARM_ACTIONS = ['acknowledge', 'shelve', 'unshelve', 'close'] as const satisfies readonly AlarmAction[];
export type PersonAlarmAction = (typeof ALARM_ACTIONS)[number];
