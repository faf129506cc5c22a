import type { DomainEvent, LifeRow } from '../life/index.ts';

/** Stages of a joint raid: 待开展 → 开展中 → 结束; 取消. */
export const RAID_STATES = ['planned', 'running', 'closed', 'cancelled'] as const;
export type RaidState = (typeof RAID_STATES)[number];

/** One unit of a raid: how many it was asked for, when it took the task (接令) and was there (到场), and, once it has reported, how many came and what came of it. */
export interface RaidUnit {
  readonly unitId: string;
  readonly name: string;
  readonly headcount: number;
  readonly isLead: boolean;
  readonly acceptedAt: number | null;
  readonly arrivedAt: number | null;
  readonly report: { readonly present: number; readonly checked: number; readonly problems: number; readonly note: string; readonly at: number; readonly by: string } | null;
}

/** What a person gives with an action: how many came, how many objects were checked, how many problems were found. */
export interface RaidPayload {
  readonly present?: number;
  readonly checked?: number;
  readonly problems?: number;
  readonly note?: string;
  readonly reason?: string;
}

/** 联合执法任务: several units, one place and time, one lead. */
export interface RaidPlan {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly areaCode: string;
  readonly place: string;
  readonly startsAt: number;
  readonly units: readonly Pick<RaidUnit, 'unitId' | 'name' | 'headcount' | 'isLead'>[];
}

export interface JointRaid extends Omit<RaidPlan, 'units'> {
  readonly revision: number;
  readonly state: RaidState;
  readonly stateSince: number;
  readonly units: readonly RaidUnit[];
}

export type RaidGuard = 'in-raid' | 'not-accepted' | 'not-arrived' | 'not-reported' | 'lead-unit';

const CHIEFS = ['commander', 'duty-chief', 'dispatcher', 'county-centre'] as const;
const UNITS = ['squad', 'department'] as const;

/** The life of a joint raid. The arrival of the lead begins it; it closes by the report of the last unit, by nothing else. */
export const RAID_LIFE = [
  { action: 'accept', event: 'unit-accepted', from: ['planned', 'running'], to: 'same', roles: UNITS, guards: ['in-raid', 'not-accepted'] },
  { action: 'arrive', event: 'unit-arrived', from: ['planned', 'running'], to: 'same', roles: UNITS, guards: ['in-raid', 'not-arrived'] },
  { action: 'start', event: 'started', from: ['planned'], to: 'running', roles: CHIEFS },
  { action: 'start', event: 'started', from: ['planned'], to: 'running', roles: UNITS, guards: ['lead-unit'] },
  { action: 'report', event: 'unit-reported', from: ['running'], to: 'same', roles: UNITS, requires: ['present', 'note'], guards: ['in-raid', 'not-reported'] },
  { action: 'cancel', event: 'cancelled', from: ['planned'], to: 'cancelled', roles: CHIEFS, requires: ['reason'] },
] as const satisfies readonly LifeRow<RaidState, keyof RaidPayload, RaidGuard>[];

export type RaidAction = (typeof RAID_LIFE)[number]['action'];
export const RAID_ACTIONS = [...new Set(RAID_LIFE.map(({ action }) => action))] as [RaidAction, ...RaidAction[]];

/** Something that happened to a raid. */
export interface RaidEvent extends DomainEvent {
  readonly type: 'planned' | (typeof RAID_LIFE)[number]['event'];
  readonly to: RaidState;
  readonly payload: RaidPayload;
  readonly plan?: RaidPlan;
  /** The unit that accepted, arrived or reported. */
  readonly unitId?: string;
}
