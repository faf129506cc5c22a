import { isInArea } from '../access/index.ts';
import type { Refusal } from '../base/index.ts';
import type { Person } from '../district/index.ts';
import type { Alarm } from './alarm.ts';
import type { AlertGateway, AlertSettings, AlertTemplate, GatewayKind } from './alert-settings.ts';
import type { AckRung } from './takeover-rules.ts';

/** 等安静时段结束, 正在外发, 已送达, 都没送到, 这一级没有登记的人, and 不再需要 once the alarm calls nobody any more. */
export const ALERT_STATES = ['held', 'trying', 'told', 'failed', 'nobody', 'ended'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** One gateway asked to tell one person. Neither told nor refused: under way, or nobody knows because the server was stopped meanwhile. */
export interface AlertAttempt {
  readonly gatewayId: string;
  readonly gatewayName: string;
  readonly kind: GatewayKind;
  readonly at: number;
  readonly isTold: boolean;
  readonly refusal: Refusal | null;
}

/** 外发记录: what became of telling one person of one call of a rung. Times are epoch ms. */
export interface AlertDelivery {
  /** Made of alarm, rung, call and person: the same gives the same, and is told once. */
  readonly key: string;
  readonly post: string;
  readonly calledAt: number;
  /** Empty where the rung has nobody. */
  readonly name: string;
  /** Masked. */
  readonly phone: string;
  readonly state: AlertState;
  readonly attempts: readonly AlertAttempt[];
}

/** A rung of an alarm's ladder that was called. */
export interface AlertCall {
  readonly rung: AckRung;
  readonly index: number;
  readonly at: number;
}

/** What was called of an alarm that still calls. */
export function callsOf({ state, rule, calledAt }: Pick<Alarm, 'state' | 'rule' | 'calledAt'>): readonly AlertCall[] {
  if (state !== 'raised') return [];
  return calledAt.flatMap((at, index) => {
    const rung = rule.ladder[index];
    return rung ? [{ rung, index, at }] : [];
  });
}

/** Who stands on a rung in one of the areas that an alarm is of. */
export function peopleOn<P extends Pick<Person, 'roles' | 'areaCode'>>(people: readonly P[], { roles }: AckRung, areaCodes: readonly string[]): readonly P[] {
  return people.filter((person) => person.roles.some((role) => roles.some((named) => named === role)) && areaCodes.some((code) => isInArea(code, person.areaCode)));
}

export function alertKey({ id }: Pick<Alarm, 'id'>, { index, at }: AlertCall, personId: string): string {
  return `${id}/${index}@${at}/${personId}`;
}

/** What is said of an alarm outside; null where nothing is. */
export function templateFor({ templates }: Pick<AlertSettings, 'templates'>, { happening, isDrill }: Pick<Alarm, 'happening' | 'isDrill'>): AlertTemplate | null {
  return templates.find(({ on, alsoDrills }) => on === happening && (isDrill !== true || alsoDrills)) ?? null;
}

/** The next gateway to ask for somebody: in order, of those that are on and tell such people the first that was not asked. */
export function nextGateway({ gateways }: Pick<AlertSettings, 'gateways'>, asked: readonly Pick<AlertAttempt, 'gatewayId'>[], { roles, post }: Pick<Person, 'roles' | 'post'>): AlertGateway | null {
  return gateways.find((gateway) => gateway.url !== '' && !asked.some(({ gatewayId }) => gatewayId === gateway.id)
    && (gateway.roles.length === 0 || gateway.roles.some((named) => roles.some((role) => role === named)))
    && (gateway.posts.length === 0 || gateway.posts.includes(post))) ?? null;
}

/** The log as it is read: what waited or was under way when the alarm was answered is over. */
export function shownDeliveries({ state }: Pick<Alarm, 'state'>, deliveries: readonly AlertDelivery[]): readonly AlertDelivery[] {
  return deliveries.map((one) => (state !== 'raised' && (one.state === 'held' || one.state === 'trying') ? { ...one, state: 'ended' } : one));
}
