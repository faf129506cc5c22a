import { allowedActions, reopenableUntil, wordsOf, type Case, type CaseEvent, type DecideContext } from '@wangge/shared/case';
import type { Actor } from '@wangge/shared/access';
import type { CaseId } from '@wangge/shared/base';
import { answerOf, stageOf, stepsOf, type CitizenProgress } from '@wangge/shared/citizen';
import { isOpenState } from '@wangge/shared/district';
import { maskName, maskText } from '../cases/mask.api.ts';

/** What a report's progress is told from. `names`: people of the district, whom no word to a citizen names. */
export interface ProgressNeeds {
  readonly find: (id: CaseId) => Case | undefined;
  readonly history: (id: CaseId) => Promise<readonly CaseEvent[]>;
  readonly context: (item: Case) => DecideContext;
  readonly names: readonly string[];
}

/** The case that answers for a report: the one it was merged into, or itself. */
export function holderOf(item: Case, find: ProgressNeeds['find']): Case {
  let holder = item;
  for (let next = holder.mergedInto && find(holder.mergedInto); next; next = holder.mergedInto && find(holder.mergedInto)) holder = next;
  return holder;
}

/** An answer as its reader may have it: without anybody's name or number, their own included, for a code may be shown around. */
function withoutPeople(text: string, names: readonly string[]): string {
  return maskText(names.reduce((left, name) => (name.length > 1 ? left.replaceAll(name, maskName(name)) : left), text));
}

/** 办理进度 of one report, as of `now`. */
export async function progressOf(own: Case, actor: Actor, now: number, needs: ProgressNeeds): Promise<CitizenProgress> {
  const holder = holderOf(own, needs.find);
  const mergedAt = own.mergedInto === null ? -Infinity : own.stateSince;
  const later = holder === own ? [] : (await needs.history(holder.id)).filter(({ at }) => at > mergedAt);
  const receipt = holder.receipts.find(({ caseId }) => caseId === own.id);
  const ask = holder.reopenAsks.find(({ reportCaseId }) => reportCaseId === own.id);
  const context = needs.context(holder);
  const actions = allowedActions(holder, actor, context);
  const reporters = wordsOf(holder.receipts.flatMap(({ caseId }) => needs.find(caseId)?.reporter ?? []));
  const shown = (answer: CitizenProgress['answer']): CitizenProgress['answer'] => answer && { ...answer, text: withoutPeople(answer.text, [...needs.names, ...reporters]) };
  return {
    no: own.no, matter: own.matter, stage: stageOf(holder), steps: stepsOf([...(await needs.history(own.id)), ...later], own.id),
    dueAt: isOpenState(holder.state) ? holder.clock.dueAt : null, satisfaction: holder.satisfaction,
    answer: receipt ? shown(answerOf(receipt)) : null, mayRate: actions.includes('evaluate'),
    reopenUntil: actions.includes('ask-reopen') && !ask ? reopenableUntil(holder, context.rules) : null, reopening: ask ? { answer: shown(answerOf(ask)) } : null, serverNow: now,
  };
}
