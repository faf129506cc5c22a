import { ENDED_PENALTIES } from './penalty-life.ts';
import type { Penalty, PenaltyEvent } from './penalty.ts';

function open({ facts, at, to, type, stepClock, decisionClock, publishClock, payload }: PenaltyEvent): Penalty {
  if (!facts) throw new Error('a penalty case begins with its facts');
  return {
    ...facts, revision: 1, state: to, stateSince: at, openedAt: at, stepClock, decisionClock: decisionClock ?? null, publishClock: publishClock ?? null,
    statementUntil: null, isHeard: false, reviewedAt: null, decidedAt: type === 'decided-on-spot' ? at : null, publishedAt: null, endedAt: null,
    investigators: facts.officers.map(({ personId }) => personId), stepCount: 1, recordedSteps: hasPhoto(payload.photos) ? 1 : 0, lateSteps: 0,
  };
}

function hasPhoto(photos: readonly string[] | undefined): boolean {
  return (photos?.length ?? 0) > 0;
}

function changes(penalty: Penalty, { type, at, payload, statementUntil }: PenaltyEvent): Partial<Penalty> {
  switch (type) {
    case 'evidence-collected':
      return { reviewedAt: null, investigators: [...new Set([...penalty.investigators, ...(payload.officers ?? []).map(({ personId }) => personId)])] };
    case 'review-passed': return { reviewedAt: at };
    case 'notified': return { statementUntil: statementUntil ?? null, isHeard: payload.isWaived === true };
    case 'heard': return { isHeard: true };
    case 'decided': return { decidedAt: at, decisionNo: payload.decisionNo ?? null, fineYuan: payload.fineYuan ?? null };
    case 'published': return { publishedAt: at };
    default: return {};
  }
}

/** Folds one event into the case; the first must be its opening. */
export function evolvePenalty(penalty: Penalty | null, event: PenaltyEvent): Penalty {
  if (!penalty) return open(event);
  const { at, to, stepClock } = event;
  const hasMoved = to !== penalty.state;
  const isLate = hasMoved && penalty.stepClock !== null && at > penalty.stepClock.dueAt;
  return {
    ...penalty, ...changes(penalty, event), revision: penalty.revision + 1, state: to, stateSince: hasMoved ? at : penalty.stateSince, stepClock,
    decisionClock: event.decisionClock ?? penalty.decisionClock, publishClock: event.publishClock ?? penalty.publishClock,
    endedAt: hasMoved && ENDED_PENALTIES.includes(to) ? at : penalty.endedAt,
    stepCount: penalty.stepCount + 1, recordedSteps: penalty.recordedSteps + (hasPhoto(event.payload.photos) ? 1 : 0),
    lateSteps: penalty.lateSteps + (isLate ? 1 : 0),
  };
}
