import { isInArea } from '@wangge/shared/access';
import { MINUTE_MS, SECOND_MS } from '@wangge/shared/base';
import type { Alarm, PersonAlarmAction } from '@wangge/shared/alarm';
import type { AlarmsApi } from '../../features/alarms/alarms.api.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Town } from './town.ts';

/** How long the duty chief lets an alarm be seen before he answers it, and an answered SOS before he says what it was. */
const ANSWER_MS = 90 * SECOND_MS;
const CLOSE_MS = 6 * MINUTE_MS;

/** The demo's duty chief (值班长) as he answers what takes over the walls of his township. */
export class LiveAlarms {
  readonly #alarms: AlarmsApi;
  readonly #town: Town;
  readonly #areaCode: string;
  readonly #log: Logger;

  constructor({ alarms, town, areaCode, log }: { alarms: AlarmsApi; town: Town; areaCode: string; log: Logger }) {
    this.#alarms = alarms;
    this.#town = town;
    this.#areaCode = areaCode;
    this.#log = log;
  }

  /** Does what is due. */
  async act(now: number): Promise<void> {
    for (const alarm of this.#alarms.open()) {
      if (!isInArea(alarm.areaCode, this.#areaCode)) continue;
      if (alarm.state === 'raised' && now >= alarm.raisedAt + ANSWER_MS) await this.#do(alarm, 'acknowledge', {}, now);
      const isSeen = alarm.state === 'acknowledged' && alarm.happening === 'sos' && now >= (alarm.acknowledged?.at ?? now) + CLOSE_MS;
      if (isSeen) await this.#do(alarm, 'close', { text: '已电话核实，误触' }, now);
    }
  }

  async #do(alarm: Alarm, action: PersonAlarmAction, payload: { readonly text?: string }, now: number): Promise<void> {
    const done = await this.#alarms.act(alarm.id, { action, expectedRevision: alarm.revision, actor: this.#town.cast.onShift('duty-chief', now), payload }, now);
    if (!done.ok) this.#log.info({ alarm: alarm.id, action, code: done.error.code }, 'demo step on an alarm was refused');
  }
}
