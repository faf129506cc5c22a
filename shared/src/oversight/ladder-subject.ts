import type { CaseId, DepartmentId } from '../base/index.ts';
import { lampAt, type LimitClock } from '../calendar/index.ts';
import type { Case } from '../case/index.ts';
import { isOpenState, type CaseState, type Urgency } from '../district/index.ts';
import type { Ladder, LadderRung } from './ladder.ts';
import type { Addressee, Oversight, Signer } from './oversight.ts';

/** A case as the ladder looks at it. `round`: 1, and one more for each time it was reopened. */
export interface LadderSubject {
  readonly caseId: CaseId;
  readonly round: number;
  readonly state: CaseState;
  readonly urgency: Urgency;
  readonly clock: LimitClock;
  readonly stepClock: LimitClock | null;
  /** Who holds it now; null while it is the room's turn. */
  readonly holderId: DepartmentId | null;
  readonly isWithCounty: boolean;
}

const WITH_A_DEPARTMENT: ReadonlySet<CaseState> = new Set(['dispatched', 'handling', 'county-called']);

/** The case as the ladder looks at it. */
export function ladderSubject(item: Case, round: number): LadderSubject {
  const isWithDepartment = WITH_A_DEPARTMENT.has(item.state);
  return {
    caseId: item.id, round, state: item.state, urgency: item.urgency, clock: item.clock, stepClock: item.stepClock,
    holderId: isWithDepartment ? item.leadDepartmentId : null, isWithCounty: isWithDepartment && item.countyCall !== null,
  };
}

/** Names the clock of a case that a rung is about: the whole of a round, or one stay in one step. */
export function clockKey({ round, state, stepClock }: LadderSubject, scope: 'step' | 'whole'): string {
  return scope === 'whole' || stepClock === null ? `r${round}` : `r${round}.${state}.${stepClock.startedAt}`;
}

/** Whom a rung goes to: its post, but the room while nobody holds the case, and the county while the county does. */
export function addresseeOf(row: LadderRung, { holderId, isWithCounty }: LadderSubject): Addressee {
  const isDepartmental = row.addressee === 'handler' || row.addressee === 'head' || row.addressee === 'county';
  if (!isDepartmental) return { post: row.addressee, departmentId: row.addressee === 'room' ? null : holderId };
  if (holderId === null) return { post: 'room', departmentId: null };
  return { post: isWithCounty ? 'county' : row.addressee, departmentId: holderId };
}

/** Who signs what opens by itself. Nobody signs an order to themselves: one to the room is signed above it. */
export function signerOf(row: LadderRung, addressee: Addressee): Signer {
  const isOfRoom = row.signer === 'duty-chief' || row.signer === 'dispatcher' || row.signer === 'intake';
  return { role: addressee.post === 'room' && isOfRoom ? 'commander' : row.signer, personId: null, name: null };
}

/** Whether an order has nothing left to be about: its case ended, or, where no reply is owed, its clock is past or green again. */
export function isPointless(order: Oversight, subject: LadderSubject, now: number): boolean {
  if (!isOpenState(subject.state)) return true;
  if (order.replyLimit !== null || order.state === 'draft') return false;
  const scope = order.clockKey === clockKey(subject, 'whole') ? 'whole' : order.clockKey === clockKey(subject, 'step') ? 'step' : null;
  const clock = scope === 'step' ? subject.stepClock : scope === 'whole' ? subject.clock : null;
  return clock === null || clock.standing !== 'running' || lampAt(clock, now) === 'green';
}

/** The rung's row in a ladder. */
export function rungIn(ladder: Ladder, rung: LadderRung['rung']): LadderRung | undefined {
  return ladder.find((row) => row.rung === rung);
}
