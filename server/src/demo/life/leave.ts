import { dateKey } from '@wangge/shared/base';
import { chance } from './chance.ts';

const LEAVE_SHARE = 0.035;

/** Whether a grid worker's telephone stays off all day: on leave, ill, at a training (示意). */
export function isOnLeave(unitId: string, at: number): boolean {
  return chance(unitId, dateKey(at), 'leave') < LEAVE_SHARE;
}
