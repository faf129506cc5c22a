import type { AlarmDetail, PersonAlarmAction, ShownAlarm } from '@wangge/shared/alarm';
import { callRest, type RestAnswer } from '../../link/rest.ts';
import { sendCommand, type CommandOutcome } from '../../link/send-command.ts';

/** Alarms as a list page reads them, the newest first. */
export interface AlarmList {
  readonly total: number;
  readonly alarms: readonly ShownAlarm[];
}

const PAGE = 200;
const PATH = '/api/v1/alarms';

export function readAlarms(isOpen: boolean, signal: AbortSignal): Promise<RestAnswer<AlarmList>> {
  return callRest('GET', `${PATH}?limit=${PAGE}&open=${isOpen}`, undefined, signal);
}

/** Acts on an alarm as it was seen. */
export function actOnAlarm({ id, revision }: Pick<ShownAlarm, 'id' | 'revision'>, action: PersonAlarmAction, payload: object = {}): Promise<CommandOutcome<AlarmDetail>> {
  return sendCommand(`${PATH}/${encodeURIComponent(id)}`, action, revision, payload);
}
