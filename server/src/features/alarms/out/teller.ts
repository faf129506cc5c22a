import { MINUTE_MS } from '@wangge/shared/base';
import { alertKey, callsOf, isQuietAt, nextGateway, peopleOn, templateFor, type Alarm, type AlertCall, type AlertDelivery, type AlertSettings } from '@wangge/shared/alarm';
import type { Person } from '@wangge/shared/district';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { OutAnswer, OutMessage } from '../../../platform/pinned-request.ts';
import type { CasesApi } from '../../cases/cases.api.ts';
import { maskPhone } from '../../cases/mask.api.ts';
import type { DistrictApi } from '../../district/district.api.ts';
import type { AlarmBook } from '../alarm-book.ts';
import { areasOf } from '../shown-alarms.queries.ts';
import type { AlertLog } from './alert-log.ts';
import { sayOutside } from './alert-words.ts';
import { askGateway } from './ask-gateway.ts';

/** A call that nobody began to tell within this time is history: whoever sets a gateway up is not told of what stands for hours. */
const LOOK_BACK_MS = 10 * MINUTE_MS;

export interface TellerNeeds {
  readonly book: AlarmBook;
  readonly alertLog: AlertLog;
  readonly cases: Pick<CasesApi, 'get'>;
  readonly district: Pick<DistrictApi, 'current' | 'areaOfUnit'>;
  readonly clock: Clock;
  readonly log: Logger;
  settingsAt(at: number): AlertSettings;
  secretOf(gatewayId: string): Promise<string | null>;
  send(message: OutMessage): Promise<OutAnswer>;
  count(outcome: string): void;
}

/**
 * 告警外发: tells the people of each called rung, one gateway after the other until one took the message; meanwhile the ladder climbs
 * on. An attempt is written down before it is made, so that what was under way when the server died is not made again: the next
 * gateway is asked instead. Whom it is done with stands in the log, so a look may come as often as it likes.
 */
export function createTeller({ book, alertLog, cases, district, clock, log, settingsAt, secretOf, send, count }: TellerNeeds) {
  const running = new Set<string>();
  const settled = new Set<string>();
  let isLeading = false;

  function begin(alarm: Alarm, call: AlertCall, person: Person | null): AlertDelivery {
    return {
      key: alertKey(alarm, call, person?.id ?? ''), post: call.rung.name, calledAt: call.at, name: person?.name ?? '', phone: maskPhone(person?.phone ?? ''),
      state: person ? 'trying' : 'nobody', attempts: [],
    };
  }

  /** Whether somebody may be told now. What has to wait for the end of the quiet hours is written down as waiting. */
  async function mayTell(alarm: Alarm, delivery: AlertDelivery, settings: AlertSettings, now: number): Promise<boolean> {
    if (alarm.rule.isHeardInQuietHours || !isQuietAt(settings.quiet, now)) return true;
    if (delivery.state !== 'held') await alertLog.put(alarm.id, { ...delivery, state: 'held' });
    return false;
  }

  /** Asks the next gateway; answers how it stands then, null where nothing may be sent (now). */
  async function step(alarmId: string, call: AlertCall, person: Person, delivery: AlertDelivery): Promise<AlertDelivery | null> {
    const now = clock.now();
    const settings = settingsAt(now);
    const alarm = book.get(alarmId);
    const template = alarm && templateFor(settings, alarm);
    if (!isLeading || !alarm || !template || !callsOf(alarm).some(({ at }) => at === call.at) || !(await mayTell(alarm, delivery, settings, now))) return null;
    const gateway = nextGateway(settings, delivery.attempts, person);
    if (!gateway) return alertLog.put(alarmId, { ...delivery, state: 'failed' });
    const attempt = { gatewayId: gateway.id, gatewayName: gateway.name, kind: gateway.kind, at: now, isTold: false, refusal: null };
    await alertLog.put(alarmId, { ...delivery, state: 'trying', attempts: [...delivery.attempts, attempt] });
    const item = alarm.cause.kind === 'case' || alarm.cause.kind === 'call' ? cases.get(alarm.cause.caseId) : undefined;
    const words = { ...sayOutside(alarm, item, template, call.rung.name, district.current()), name: person.name, phone: person.phone, key: delivery.key };
    const refusal = await askGateway(gateway, words, await secretOf(gateway.id), now, send);
    // Another node tells now: what became of this it does not know, and asks the next gateway.
    if (!isLeading) return null;
    count(`${gateway.id} ${refusal?.code ?? 'told'}`);
    return alertLog.put(alarmId, { ...delivery, state: refusal ? 'trying' : 'told', attempts: [...delivery.attempts, { ...attempt, isTold: refusal === null, refusal }] });
  }

  async function tell(alarm: Alarm, call: AlertCall, person: Person | null, key: string): Promise<void> {
    const kept = await alertLog.find(alarm.id, key);
    const isHistory = !kept && call.at <= clock.now() - LOOK_BACK_MS;
    let delivery: AlertDelivery | null = kept ?? begin(alarm, call, person);
    if (!person && !kept && !isHistory) await alertLog.put(alarm.id, delivery);
    if (!person || isHistory) return void settled.add(key);
    while (delivery && (delivery.state === 'trying' || delivery.state === 'held')) delivery = await step(alarm.id, call, person, delivery);
    if (delivery) settled.add(key);
  }

  function lookAt(alarm: Alarm, people: readonly Person[]): void {
    for (const call of callsOf(alarm)) {
      const called = peopleOn(people, call.rung, areasOf(district, alarm));
      for (const person of called.length > 0 ? called : [null]) {
        const key = alertKey(alarm, call, person?.id ?? '');
        if (running.has(key) || settled.has(key)) continue;
        running.add(key);
        tell(alarm, call, person, key).catch((error: unknown) => log.error({ err: error, alarm: alarm.id }, 'somebody could not be told of an alarm and is told at the next look')).finally(() => running.delete(key));
      }
    }
  }

  return {
    /** Begins to lead: what another node has done since stands in the log. */
    begin(): void {
      isLeading = true;
      settled.clear();
    },
    end: () => void (isLeading = false),
    /** Sets off what is to be told and waits for nobody's answer. */
    look(now: number): void {
      const settings = settingsAt(now);
      if (!isLeading || settings.gateways.every(({ url }) => url === '')) return;
      if (book.open().length === 0) settled.clear();
      for (const alarm of book.open()) if (templateFor(settings, alarm)) lookAt(alarm, district.current().people);
    },
  };
}
