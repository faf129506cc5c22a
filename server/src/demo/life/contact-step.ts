import { HOUR_MS } from '@wangge/shared/base';
import type { Actor } from '@wangge/shared/access';
import { nextToContact, type Case } from '@wangge/shared/case';
import { chance, pickAt } from './chance.ts';
import { STREET, act, takes, type Step } from './step.ts';
import { whenAwake } from './rhythm.ts';
import { hasPetitioner } from './sources.ts';
import type { Town } from './town.ts';

/** Of those who wait, so many are forgotten until the work is done. */
const FORGOTTEN_SHARE = 0.015;
const LATE_SHARE = 0.015;

const SAID = ['已电话联系，约定上门时间', '已联系诉求人核对地点和情况', '已告知诉求人由本单位办理及大致时间', '已联系，诉求人补充了现场照片'] as const;

/** 联系诉求人: whoever has it in hand rings the reporter, most soon after it was sent to them, a team on its way at any hour. Null when nobody waits to be rung. */
export function contactStep(item: Case, town: Town, actor: Actor): Step | null {
  const next = nextToContact(item.receipts);
  const luck = chance(item.id, 'contact', item.returnCount);
  if (!next || (item.state !== 'handling' && item.state !== 'dispatched') || !hasPetitioner(next.source) || luck < FORGOTTEN_SHARE) return null;
  const lateMs = luck < FORGOTTEN_SHARE + LATE_SHARE ? 24 * HOUR_MS : 0;
  const soon = (item.dispatchedAt ?? item.stateSince) + lateMs + takes(item, 'contact', 2, 20);
  const at = item.order ? soon : whenAwake(town.context(0).calendar, soon, STREET, chance(next.caseId, 'contact-awake'));
  return act(at, 'contact-reporter', actor, { reportCaseId: next.caseId, answerHow: chance(next.caseId, 'contact-how') < 0.85 ? 'phone' : 'visit', note: pickAt(SAID, chance(next.caseId, 'said')) });
}

/** Of two steps the one that comes first. */
export function sooner(step: Step | null, other: Step): Step {
  return step && step.at < other.at ? step : other;
}
