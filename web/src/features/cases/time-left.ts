import { lampAt, type Lamp, type LimitClock } from '@wangge/shared/calendar';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';

/** What the queue says of a case's time, as a key of the sentences and the span that goes into it. */
export interface TimeLeft {
  readonly key: 'left' | 'over' | 'paused' | 'closedOnTime' | 'closedLate' | 'none' | 'handedInTime' | 'handedInLate';
  readonly spanMs: number;
  readonly lamp: Lamp | 'blue' | null;
}

function leftOn(clock: LimitClock, now: number): Pick<TimeLeft, 'key' | 'spanMs'> {
  const leftMs = clock.dueAt - now;
  return { key: leftMs >= 0 ? 'left' : 'over', spanMs: Math.abs(leftMs) };
}

/** The one time the queue shows of a row at `now`, epoch ms: of the whole case while that runs, then of the step it waits in. The lamp is the case's. */
export function timeLeft(row: CaseRow, now: number): TimeLeft {
  const { clock, stepClock } = row;
  if (!isOpenState(row.state)) {
    const isOnTime = row.closedOnTime ?? true;
    return { key: isOnTime ? 'closedOnTime' : 'closedLate', spanMs: 0, lamp: isOnTime ? 'blue' : 'red' };
  }
  if (!clock) return { key: 'none', spanMs: 0, lamp: null };
  if (clock.standing === 'paused') return { key: 'paused', spanMs: Math.max(0, now - row.stateSince), lamp: 'paused' };
  const lamp = lampAt(clock, now);
  if (clock.standing === 'running') return { ...leftOn(clock, now), lamp };
  if (stepClock?.standing === 'running') return { ...leftOn(stepClock, now), lamp };
  return { key: lamp === 'red' ? 'handedInLate' : 'handedInTime', spanMs: 0, lamp };
}
