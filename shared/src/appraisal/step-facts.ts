import type { CaseEvent } from '../case/index.ts';
import type { CaseState } from '../district/index.ts';
import type { CaseFacts, StepFact, StepKind } from './case-facts.ts';

/** What is owed while a case stands in a state. */
const OWED: Partial<Record<CaseState, StepKind>> = {
  reported: 'accept', 'verifying-report': 'verify', accepted: 'file', filed: 'dispatch', dispatched: 'sign', handled: 'send-check', checking: 'check',
};

/** Which events do what is owed. Any other event that leaves the state calls the step off: it is then nobody's fault. */
const DONE_BY: Readonly<Record<StepKind, readonly string[]>> = {
  accept: ['accepted', 'refused', 'merged'],
  'send-verify': [],
  verify: ['report-confirmed', 'report-denied'],
  file: ['filed', 'sent-back'],
  dispatch: ['dispatched', 'department-assigned', 'county-called', 'raised'],
  sign: ['signed'],
  'send-check': ['check-sent'],
  check: ['check-passed', 'check-failed', 'check-failure-reported'],
};

/** Steps given to a named person when they begin; the others belong to whoever does them. */
function isGiven(kind: StepKind): boolean {
  return kind === 'verify' || kind === 'check';
}

function finish(step: StepFact, event: CaseEvent, departmentId: string | null): StepFact | null {
  if (step.kind === 'accept' && event.type === 'report-verification-asked') {
    return { ...step, kind: 'send-verify', doneAt: event.at, personId: event.actor.id };
  }
  if (!DONE_BY[step.kind].includes(event.type)) return null;
  return { ...step, doneAt: event.at, personId: isGiven(step.kind) ? step.personId : event.actor.id, departmentId: step.departmentId ?? departmentId };
}

/** Who is to do it: whom the event names; whoever looked at the case last looks at it again (复核). */
function givenTo(kind: StepKind, event: CaseEvent, facts: CaseFacts | null): string | null {
  if (!isGiven(kind)) return null;
  if (event.type === 'recheck-asked') return facts?.steps.findLast((step) => step.kind === kind)?.personId ?? null;
  return event.payload.personId ?? null;
}

function begin(event: CaseEvent, departmentId: string | null, facts: CaseFacts | null): StepFact[] {
  const kind = OWED[event.to];
  if (!kind) return [];
  return [{
    kind, startedAt: event.at, dueAt: event.stepClock?.dueAt ?? null, doneAt: null, personId: givenTo(kind, event, facts),
    departmentId: kind === 'sign' ? departmentId : null, isWrong: false,
  }];
}

/** 错派: sent on to another department, or a return granted that was asked for on the ground of a wrong dispatch. */
function wasSentWrongly(event: CaseEvent, facts: CaseFacts): boolean {
  if (event.type === 'redirected') return event.leadDepartmentId !== undefined && event.leadDepartmentId !== facts.leadDepartmentId;
  return event.type === 'returned' && facts.returnGround === 'misdispatched';
}

function blame(steps: readonly StepFact[]): readonly StepFact[] {
  const index = steps.findLastIndex((step) => step.kind === 'dispatch' && step.doneAt !== null);
  return index < 0 ? steps : steps.map((step, i) => (i === index ? { ...step, isWrong: true } : step));
}

/** Takes a sending back: the dispatch done by it and the signature that followed. */
function undo(steps: readonly StepFact[], sentAt: number | undefined): readonly StepFact[] {
  return steps.filter(({ kind, startedAt, doneAt }) => !(kind === 'dispatch' && doneAt === sentAt) && !(kind === 'sign' && startedAt === sentAt));
}

/** The steps of a case after an event. Withdrawing within the undo time takes the dispatch back as if it had not been. */
export function stepsAfter(facts: CaseFacts | null, event: CaseEvent): readonly StepFact[] {
  if (!facts) return begin(event, null, null);
  const departmentId = event.leadDepartmentId ?? facts.leadDepartmentId;
  const isNewHand = event.type === 'redirected';
  const isDoneThere = event.type === 'check-failure-reported';
  if (event.to === facts.state && !isNewHand && !isDoneThere) return facts.steps;
  const last = facts.steps.at(-1);
  let steps = facts.steps;
  if (last && last.doneAt === null) {
    const done = finish(last, event, facts.leadDepartmentId);
    steps = done ? [...steps.slice(0, -1), done] : steps.slice(0, -1);
  }
  if (isDoneThere) return steps;
  if (event.type === 'withdrawn') steps = undo(steps, facts.orders.at(-1)?.sentAt);
  if (wasSentWrongly(event, facts)) steps = blame(steps);
  return [...steps, ...begin(event, departmentId, facts)];
}
