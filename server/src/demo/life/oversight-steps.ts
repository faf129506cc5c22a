import { DAY_MS, HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { SYSTEM } from './cast.ts';
import { chance } from './chance.ts';
import { whenAwake } from './rhythm.ts';
import { ROOM, act, takes, type Step } from './step.ts';
import type { Town } from './town.ts';

/** 黄色督办单 to the head of the department; 红色督办单 after a day of being late, an hour for what is most urgent. */
const FIRST = 2;
const SECOND = 3;

/** 催办 when the lamp turns yellow, 督办 when it is red: the first rungs of the ladder. Null while nothing of it is due. */
export function oversightStep(item: Case, town: Town): Step | null {
  if (item.state !== 'dispatched' && item.state !== 'handling' && item.state !== 'filed') return null;
  if (item.clock.standing !== 'running') return null;
  const { calendar } = town.context(0);
  const awake = (at: number): number => (item.urgency === 'critical' ? at : whenAwake(calendar, at, ROOM, chance(item.id, 'oversight')));
  if (item.supervision < FIRST) {
    const isUrged = item.urgeCount > 0 || item.state === 'filed' || item.clock.yellowAt < item.stateSince;
    if (!isUrged) return act(item.clock.yellowAt + MINUTE_MS, 'urge', SYSTEM, { note: '临期提醒' });
    const at = awake(Math.max(item.clock.dueAt, item.stateSince) + takes(item, 'supervise', 12, 70));
    return act(at, 'supervise', town.cast.onShift('inspector', at), { supervisionLevel: FIRST, note: '已超期，请部门负责人今日内说明原因并办结' });
  }
  if (item.supervision < SECOND) {
    const at = awake(item.clock.dueAt + (item.urgency === 'critical' ? HOUR_MS : DAY_MS) + takes(item, 'supervise-again', 5, 60));
    return act(at, 'supervise', town.cast.onShift('commander', at), { supervisionLevel: SECOND, note: '超期仍未办结，指挥长挂牌督办' });
  }
  return null;
}
