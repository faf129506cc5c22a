import type { Actor } from '@wangge/shared/access';
import { callsFrom, isRunningCall, tierAbove, type Attempt, type CallDraft, type CallForm, type CallUrgency, type ItemChoice } from '@wangge/shared/call';
import type { DepartmentId } from '@wangge/shared/base';
import { isOpenState, type District } from '@wangge/shared/district';
import type { Case } from '@wangge/shared/case';
import { departmentNamed } from '../routing/department-finder.api.ts';
import type { ListedItem } from './call-context.api.ts';
import type { CallsApi } from './calls.api.ts';

const URGENCY: Readonly<Record<Case['urgency'], CallUrgency>> = { critical: 'emergency', urgent: 'major', normal: 'routine' };

export interface FormNeeds {
  readonly calls: CallsApi;
  readonly items: readonly ListedItem[];
  readonly district: Pick<District, 'departments' | 'county'>;
  readonly isDefault: boolean;
}

/** What calls that were sent tried in vain, each attempt once, so that it need not be typed again. */
function triedBefore(calls: CallsApi, item: Case): Attempt[] {
  const tried = calls.ofCase(item.id).filter(({ calledAt }) => calledAt !== null).flatMap((call) => [
    ...call.attempts,
    ...call.mediations.filter(({ result, unitId }) => result === 'failed' && unitId !== null)
      .map(({ at, unitId, words }): Attempt => ({ unitId: unitId as DepartmentId, at, how: 'mediated', isSolved: false, words })),
  ]);
  return [...new Map(tried.map((attempt) => [`${attempt.unitId}/${attempt.at}/${attempt.how}`, attempt])).values()];
}

/** The items of the list for a case of this type, those it falls under in front. */
export function itemChoices(items: readonly ListedItem[], typeCode: string): ItemChoice[] {
  const choices = items.map(({ no, name, townRole, leadDepartment, typeCodes }) => ({ no, name, townRole, leadDepartment, isLikely: typeCodes.includes(typeCode) }));
  return choices.toSorted((a, b) => Number(b.isLikely) - Number(a.isLikely));
}

/** The form by which this person may call about this case now, filled with what is known; null when they may not. */
export function callForm(item: Case, actor: Actor, now: number, { calls, items, district, isDefault }: FormNeeds): CallForm | null {
  const context = calls.context(item, now);
  const from = callsFrom(actor, context);
  const to = from && tierAbove(from);
  const isTaken = context.earlier.some(({ state }) => state === 'drafted' || state === 'returned' || isRunningCall(state));
  if (!from || !to || isTaken || !isOpenState(item.state)) return null;
  const listed = itemChoices(items, item.typeCode);
  const likely = listed.find(({ isLikely }) => isLikely);
  const lead = likely && departmentNamed(district, likely.leadDepartment, item.villageCode);
  const isPressing = item.urgency !== 'normal';
  const draft: CallDraft = {
    ground: isPressing ? 'emergency' : 'beyond-power', urgency: URGENCY[item.urgency], itemNo: likely?.no ?? null, study: '', attempts: triedBefore(calls, item),
    toUnitId: to === 'county' ? (lead?.kind === 'county' ? lead.id : null) : to === 'village' ? (actor.unitId as DepartmentId | null) : null,
  };
  return {
    from, to, isDispute: calls.isDispute(item, now), draft, items: listed, limits: context.settings.urgencies, isDefault,
  };
}
