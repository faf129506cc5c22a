import type { Actor } from '../access/index.ts';
import type { DomainEvent } from '../life/index.ts';

/** 演练中, 已结束. */
export const DRILL_STATES = ['open', 'ended'] as const;
export type DrillState = (typeof DRILL_STATES)[number];

/** What the first event of a drill holds. */
export interface DrillFacts {
  readonly id: string;
  /** What is rehearsed: 燃气泄漏联合处置演练. */
  readonly name: string;
  /** 6 digits a county, 9 a township, 12 a village; empty where there is no larger place than what is watched. */
  readonly areaCode: string;
  /** When it ends by itself if nobody ends it, epoch ms. */
  readonly until: number;
}

/** Who opened or ended a drill, in which role; `system` where it ended by itself. */
export type DrillHand = Pick<Actor, 'id' | 'name' | 'role'>;

/** 演练: a room rehearses with made-up cases in the live system. Its cases carry its id and count nowhere. Times are epoch ms. */
export interface Drill extends DrillFacts {
  readonly revision: number;
  readonly state: DrillState;
  readonly from: number;
  readonly openedBy: DrillHand;
  readonly endedAt: number | null;
  readonly endedBy: DrillHand | null;
}

export interface DrillEvent extends DomainEvent {
  readonly type: 'drill-opened' | 'drill-ended';
  readonly facts?: DrillFacts;
}

const handOf = ({ id, name, role }: Actor): DrillHand => ({ id, name, role });

/** Folds one event into the drill. The first must open it. */
export function evolveDrill(drill: Drill | null, { type, at, actor, facts }: DrillEvent): Drill {
  if (drill === null) {
    if (facts === undefined) throw new Error(`a drill cannot begin with ${type}`);
    return { ...facts, revision: 1, state: 'open', from: at, openedBy: handOf(actor), endedAt: null, endedBy: null };
  }
  return { ...drill, revision: drill.revision + 1, state: 'ended', endedAt: at, endedBy: handOf(actor) };
}

/** Whether a drill was under way at an instant: also of one whose end nobody has written yet. */
export function isRunningAt({ from, until, endedAt }: Pick<Drill, 'from' | 'until' | 'endedAt'>, at: number): boolean {
  return from <= at && at < Math.min(until, endedAt ?? until);
}
