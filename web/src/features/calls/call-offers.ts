import type { DepartmentId } from '@wangge/shared/base';
import { CALL_URGENCIES, GROUNDS, type Attempt, type CallAction, type CallDetail, type CallDraft, type CallForm } from '@wangge/shared/call';
import type { Department } from '@wangge/shared/district';
import type { ActionOffer } from '../../ui/forms/ActionButtons.vue';
import type { FormChoice, FormDraft, FormField } from '../../ui/forms/form-field.ts';

/** What the forms of a call are made from. */
export interface OfferNeeds {
  readonly departments: readonly Department[];
  /** Name of the one who acts, proposed as 承办人. */
  readonly ownName: string;
  readonly now: number;
  t(key: string, values?: Record<string, unknown>): string;
}

type DraftForm = Pick<CallForm, 'to' | 'isDispute' | 'draft' | 'items'>;

const RATINGS = ['5', '4', '3', '2', '1'] as const;
const choicesOf = (departments: readonly Department[], isWanted: (department: Department) => boolean): FormChoice[] =>
  departments.filter(isWanted).map(({ id, name }) => ({ value: id, label: name }));
const itemChoices = (items: CallForm['items'], t: OfferNeeds['t']): FormChoice[] =>
  items.map(({ no, name, leadDepartment, townRole }) => ({ value: no, label: `${no} ${name}`, note: `${t(`calls.townRole.${townRole}`)} · ${leadDepartment}` }));

/** What the form of a draft asks: the ground, the item it rests on, whom to call, what was studied and who has tried. */
export function draftFields({ to, isDispute, draft, items }: DraftForm, { departments, t }: OfferNeeds, limitOf: (urgency: CallDraft['urgency']) => string): FormField[] {
  const isToCounty = to === 'county';
  const triedBy = choicesOf(departments, ({ kind }) => kind !== 'county' && kind !== 'company');
  const known = draft.attempts.length > 0 ? { isOptional: true, hint: t('calls.form.triedKnown', { n: draft.attempts.length }) } : {};
  const mayBeEmpty = draft.ground === 'emergency' ? { isOptional: true, hint: t('calls.form.triedEmergency') } : {};
  return [
    { kind: 'choice', name: 'ground', label: t('calls.field.ground'), choices: GROUNDS.map((value) => ({ value, label: t(`calls.ground.${value}`) })) },
    { kind: 'choice', name: 'urgency', label: t('calls.field.urgency'), choices: CALL_URGENCIES.map((value) => ({ value, label: t(`calls.urgency.${value}`) })), hint: CALL_URGENCIES.map((u) => limitOf(u)).filter(Boolean).join(t('ui.mark.semicolon')) },
    { kind: 'pick', name: 'itemNo', label: t('calls.field.item'), choices: itemChoices(items, t), isOptional: !isToCounty },
    ...(isToCounty ? [{ kind: 'pick', name: 'toUnitId', label: t('calls.field.called'), choices: choicesOf(departments, ({ kind }) => kind === 'county') } as const] : []),
    { kind: 'picks', name: 'triedBy', label: t(isDispute ? 'calls.field.mediatedBy' : 'calls.field.triedBy'), choices: triedBy, ...known, ...mayBeEmpty },
    { kind: 'text', name: 'triedWords', label: t('calls.field.triedWords'), isOptional: draft.attempts.length > 0 || draft.ground === 'emergency' },
    { kind: 'text', name: 'study', label: t('calls.field.study') },
  ];
}

export function draftPrefill({ ground, urgency, itemNo, toUnitId, study }: CallDraft): FormDraft {
  return { ground, urgency, study, ...(itemNo ? { itemNo } : {}), ...(toUnitId ? { toUnitId } : {}) };
}

/** The filled form as a draft: what was tried before stays, each unit named has tried as it is told. */
export function draftOf(payload: Record<string, unknown>, { isDispute, draft }: Pick<DraftForm, 'isDispute' | 'draft'>, now: number): CallDraft {
  const words = String(payload['triedWords'] ?? '');
  const tried = ((payload['triedBy'] ?? []) as readonly DepartmentId[]).map((unitId): Attempt => ({ unitId, at: now, how: isDispute ? 'mediated' : 'handled', isSolved: false, words }));
  return {
    ground: payload['ground'] as CallDraft['ground'], urgency: payload['urgency'] as CallDraft['urgency'], study: String(payload['study'] ?? ''),
    itemNo: (payload['itemNo'] as string | undefined) ?? null, toUnitId: (payload['toUnitId'] as DepartmentId | undefined) ?? null, attempts: words === '' ? draft.attempts : [...draft.attempts, ...tried],
  };
}

/** What the form of an action asks for; only what the action needs. */
function fieldsOf(action: CallAction, { call, items }: CallDetail, needs: OfferNeeds): FormField[] {
  const { departments, t } = needs;
  const text = (name: string, label = `calls.field.${name}`, isOptional = false): FormField => ({ kind: 'text', name, label: t(label), isOptional });
  switch (action) {
    case 'revise': return draftFields({ to: call.to, isDispute: call.isDispute, draft: call, items }, needs, () => '');
    case 'assign': {
      const choices = choicesOf(departments, ({ kind }) => (kind === 'county') === (call.to === 'county'));
      return [{ kind: 'pick', name: 'departmentId', label: t('calls.field.lead'), choices }, { kind: 'picks', name: 'supportIds', label: t('calls.field.supports'), choices, isOptional: true }];
    }
    case 'answer': return [{ kind: 'line', name: 'handlerName', label: t('calls.field.handlerName') }, { kind: 'line', name: 'handlerPhone', label: t('calls.field.handlerPhone'), isOptional: true }];
    case 'give-plan': return [text('plan')];
    case 'mediate': return [{ kind: 'choice', name: 'mediation', label: t('calls.field.mediation'), choices: ['agreed', 'failed', 'adjourned'].map((value) => ({ value, label: t(`calls.mediation.${value}`) })) }, text('words', 'calls.field.mediated')];
    case 'hand-in-share': return [text('words', 'calls.field.share')];
    case 'excuse-share': {
      const owing = call.supports.filter(({ doneAt, isExcused }) => doneAt === null && !isExcused).map(({ unitId }) => unitId);
      return [{ kind: 'pick', name: 'departmentId', label: t('calls.field.supports'), choices: choicesOf(departments, ({ id }) => owing.includes(id)) }, text('reason')];
    }
    case 'finish': return [text('words', 'calls.field.result'), { kind: 'yes-no', name: 'isSolved', label: t('calls.field.isSolved') }];
    case 'return': return [{ kind: 'pick', name: 'itemNo', label: t('calls.field.returnItem'), choices: itemChoices(items, t) }, text('reason')];
    case 'withdraw': return [text('reason')];
    case 'rate': return [
      { kind: 'choice', name: 'satisfaction', label: t('calls.field.satisfaction'), choices: RATINGS.map((value) => ({ value, label: t(`calls.rating.${value}`) })) },
      { kind: 'yes-no', name: 'isSolved', label: t('calls.field.isSolved') }, text('words', 'calls.field.remark', true),
    ];
    case 'sign': case 'arrive': return [];
  }
}

/** What the call waits for comes first: the stop it is on the way to, before what may also be done. */
function order({ call }: CallDetail): readonly CallAction[] {
  const next: CallAction[] = call.clocks?.arrive?.standing === 'running' ? ['arrive'] : call.clocks?.plan?.standing === 'running' ? ['give-plan'] : [];
  const isUndecided = call.isDispute && (call.mediations.at(-1)?.result ?? 'adjourned') === 'adjourned';
  return ['sign', 'answer', ...next, 'hand-in-share', ...(isUndecided ? ['mediate' as const] : []), 'finish', 'rate', 'assign', 'revise', 'return'];
}

/** The actions of a call for its reader, the one it waits for in front. */
export function callOffers(detail: CallDetail, needs: OfferNeeds): ActionOffer[] {
  const rank = (action: CallAction): number => (order(detail).indexOf(action) + 99) % 99;
  const prefills: Partial<Record<CallAction, FormDraft>> = {
    revise: draftPrefill(detail.call), answer: { handlerName: needs.ownName }, assign: detail.call.toUnitId ? { departmentId: detail.call.toUnitId } : {}, finish: { isSolved: !detail.call.isDispute || detail.call.mediations.at(-1)?.result === 'agreed' }, rate: { isSolved: detail.call.isSolved ?? true },
  };
  return detail.allowed.toSorted((a, b) => rank(a) - rank(b)).map((action) => ({
    action, label: needs.t(`calls.action.${action}`), fields: fieldsOf(action, detail, needs), ...(prefills[action] ? { prefill: prefills[action] } : {}),
  }));
}

/** What the form gave, as the action takes it. */
export function callPayload(action: string, payload: Record<string, unknown>, { call }: CallDetail, now: number): object {
  if (action === 'revise') return { draft: draftOf(payload, { isDispute: call.isDispute, draft: call }, now) };
  return action === 'rate' ? { ...payload, satisfaction: Number(payload['satisfaction']) } : payload;
}
