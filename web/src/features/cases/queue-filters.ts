import { lampAt } from '@wangge/shared/calendar';
import type { Role } from '@wangge/shared/access';
import { LIFE_CYCLE, reachedRung, type Transition } from '@wangge/shared/case';
import { isOpenState, type CaseState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

/** What the queue can be narrowed to. `own`: what the reader's unit leads; `red` and `yellow` are lamps; `audit`: 抽中审核的自处置; `reopening`: 群众申请重办; `unsigned`: 没有按时签收，等指挥台; the others name the step a case waits in. */
export const QUEUE_FILTERS = [
  'all', 'own', 'red', 'yellow', 'audit', 'reopening', 'unsigned', 'reported', 'accepted', 'filed', 'dispatched', 'handling', 'handled', 'checking', 'checked', 'approval', 'paused', 'closed',
] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];
type StepFilter = Exclude<QueueFilter, 'all' | 'own' | 'red' | 'yellow' | 'audit' | 'reopening' | 'unsigned'>;

/** Which states each step of the queue gathers. 审批 gathers all requests that wait for a yes or no. */
const STATES_OF: Readonly<Record<StepFilter, readonly CaseState[]>> = {
  reported: ['reported', 'verifying-report', 'self-handled'],
  accepted: ['accepted'],
  filed: ['filed'],
  dispatched: ['dispatched', 'county-called'],
  handling: ['handling'],
  handled: ['handled'],
  checking: ['checking'],
  checked: ['checked'],
  approval: ['return-requested', 'extension-requested', 'suspension-requested', 'void-requested'],
  paused: ['suspended'],
  closed: ['closed', 'evaluated'],
};
const STEPS = Object.keys(STATES_OF) as StepFilter[];
const STEP_OF = new Map<CaseState, StepFilter>(STEPS.flatMap((step) => STATES_OF[step].map((state) => [state, step] as const)));

/** Actions that any step allows say nothing about whose turn it is. */
const NOT_A_TURN: ReadonlySet<string> = new Set(['supervise', 'lift-supervision', 'urge', 'request-void', 'redirect', 'withdraw', 'add-support', 'convene', 'raise', 'withdraw-call', 'reopen', 'decline-reopen', 'deliver', 'see', 'remind-sign', 'pass-on', 'ask-room']);

/** The steps in which this role has the next move, by the life-cycle table. */
export function ownSteps(role: Role): StepFilter[] {
  const turns = LIFE_CYCLE.filter((row: Transition) => row.roles.includes(role) && !NOT_A_TURN.has(row.action));
  const states = new Set(turns.flatMap((row): readonly CaseState[] => row.from));
  return STEPS.filter((step) => STATES_OF[step].some((state) => states.has(state)));
}

/** Those who audit what was solved on the spot, decide whether a case is opened again, or look after those who do. */
const AUDITORS: ReadonlySet<Role> = new Set(['intake', 'duty-chief', 'inspector', 'centre-deputy']);

/** Whether a row waits for its audit (审核抽样): solved on the spot, drawn, not looked into yet. */
export function waitsForAudit({ state, isAuditSample }: Pick<CaseRow, 'state' | 'isAuditSample'>): boolean {
  return isAuditSample && state === 'self-handled';
}

/** Those who may send the next in line, or call the team. */
const SENDERS: ReadonlySet<Role> = new Set(['dispatcher', 'duty-chief', 'commander']);

/** Whether a row has an order that nobody signs and that waits for the desk. */
export function waitsForDesk(row: Pick<CaseRow, 'state' | 'order'>): boolean {
  const rung = reachedRung(row);
  return rung === 'next' || rung === 'desk';
}

/** The step a row waits in; one that is asked to be opened again waits for that and nothing else. */
function stepOf(row: CaseRow): QueueFilter | undefined {
  return row.isReopenAsked ? 'reopening' : STEP_OF.get(row.state);
}

/** Who looks at the queue. `unitId`: the department or team they act for. */
export interface QueueReader {
  readonly role: Role;
  readonly unitId: string | null;
}

/** Departments see their township's cases and act on those they lead: with these they begin. */
export function firstFilter({ role, unitId }: QueueReader): QueueFilter {
  return role === 'department' && unitId !== null ? 'own' : 'all';
}

/** What the queue is opened with: the first filter, and all where that holds nothing though there are cases, as for a village that leads none. */
export function openingFilter(reader: QueueReader, counts: Readonly<Record<QueueFilter, number>>): QueueFilter {
  const first = firstFilter(reader);
  return counts[first] === 0 && counts.all > 0 ? 'all' : first;
}

/** 全部, for a department its own before it, the two lamps, orders that nobody signs, the audits, who asks for another round, the role's own steps, then the other steps; a step that is empty is shown only where the role works. */
export function filtersFor(reader: QueueReader, counts: Readonly<Record<QueueFilter, number>>): QueueFilter[] {
  const own = ownSteps(reader.role);
  const isShown = (step: StepFilter): boolean => counts[step] > 0 || (own.includes(step) && step !== 'paused' && step !== 'closed');
  const others = STEPS.filter((step) => !own.includes(step) && step !== 'closed');
  const asked = (['unsigned', 'reopening', 'audit'] as const).filter((filter) => counts[filter] > 0 && (filter === 'unsigned' ? SENDERS : AUDITORS).has(reader.role));
  return [...new Set([firstFilter(reader), 'all', 'red', 'yellow'] as const), ...asked, ...[...own, ...others].filter(isShown)];
}

/** Whether a row belongs under a filter at `now`, epoch ms, for somebody of a unit. Ended cases are found under 已结案 only, or where they are asked to be opened again. */
export function matchesFilter(row: CaseRow, filter: QueueFilter, now: number, unitId: string | null): boolean {
  if (filter !== 'closed' && filter !== 'reopening' && !isOpenState(row.state)) return false;
  if (filter === 'all') return true;
  if (filter === 'own') return row.leadDepartmentId === unitId;
  if (filter === 'red' || filter === 'yellow') return row.clock !== null && lampAt(row.clock, now) === filter;
  if (filter === 'audit') return waitsForAudit(row);
  if (filter === 'unsigned') return waitsForDesk(row);
  return stepOf(row) === filter;
}

/** How many rows each filter would show at `now`; one pass over the rows. */
export function countByFilter(rows: Iterable<CaseRow>, now: number, unitId: string | null): Record<QueueFilter, number> {
  const counts = Object.fromEntries(QUEUE_FILTERS.map((filter) => [filter, 0])) as Record<QueueFilter, number>;
  for (const row of rows) {
    const step = stepOf(row);
    if (step) counts[step] += 1;
    if (!isOpenState(row.state)) continue;
    counts.all += 1;
    if (row.leadDepartmentId === unitId) counts.own += 1;
    if (waitsForAudit(row)) counts.audit += 1;
    if (waitsForDesk(row)) counts.unsigned += 1;
    const lamp = row.clock && lampAt(row.clock, now);
    if (lamp === 'red' || lamp === 'yellow') counts[lamp] += 1;
  }
  return counts;
}
