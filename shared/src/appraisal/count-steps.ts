import type { CaseFacts, StepFact } from './case-facts.ts';
import { emitObligation, isKept, type CountingContext, type Emit, type Whose } from './entry.ts';
import type { IndicatorId } from './indicator.ts';

const IN_TIME: Partial<Record<StepFact['kind'], IndicatorId>> = {
  'send-verify': 'I09', verify: 'I06', dispatch: 'I17', sign: 'I31', 'send-check': 'I10', check: 'I07',
};

function whoseOf(step: StepFact): Whose {
  const { personId, departmentId } = step;
  switch (step.kind) {
    case 'verify': case 'check': return { post: { name: 'grid-worker', personId } };
    case 'accept': case 'send-verify': case 'send-check': return { post: { name: 'intake', personId } };
    case 'file': return { post: { name: 'duty-chief', personId } };
    case 'dispatch': return { post: { name: 'dispatcher', personId } };
    case 'sign': return { departmentId, ...(personId === null ? {} : { post: { name: 'handler', personId } }) };
  }
}

/** Steps kept in time (环节时限): I06, I07, I09, I10, I13, I16–I18, I31. A step called off before it was done is nobody's. */
export function countSteps(facts: CaseFacts, { asOf }: CountingContext, emit: Emit): void {
  let isFirstDispatch = true;
  for (const step of facts.steps) {
    const whose = whoseOf(step);
    const indicator = IN_TIME[step.kind];
    if (indicator) emitObligation(emit, indicator, step, asOf, whose, { done: isKept(step) ? 1 : 0, missed: 0 });
    if (step.kind === 'dispatch') {
      const right = step.isWrong ? 0 : 1;
      emitObligation(emit, 'I18', step, asOf, whose, { done: right, missed: right });
      if (isFirstDispatch && step.doneAt !== null) emit({ indicator: 'I16', at: step.doneAt, numerator: 1, denominator: 0, whose });
      isFirstDispatch &&= step.doneAt === null;
    }
  }
  const filing = facts.steps.findLast((step) => step.kind === 'file' && step.doneAt === facts.filedAt);
  if (facts.filedAt !== null && filing) emit({ indicator: 'I13', at: facts.filedAt, numerator: isKept(filing) ? 1 : 0, denominator: 1, whose: whoseOf(filing) });
}
