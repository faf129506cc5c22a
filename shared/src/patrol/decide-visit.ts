import type { Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import type { GridDuty } from './duty.ts';
import type { VisitEvent, VisitFacts } from './visit.ts';

/** What a decision on a visit looks at. `standsIn`: the grid that holds the fix; `ownGrid`: the one the person is responsible for. */
export interface VisitContext {
  readonly now: number;
  readonly duties: readonly GridDuty[];
  /** Whether the list of admissions lets a grid be asked for that duty (网格事务准入清单). */
  isAdmitted(dutyCode: string): boolean;
  readonly standsIn: string | null;
  readonly ownGrid: string | null;
}

/**
 * A visit as it is recorded, or why not: PT1 by the worker of that grid, PT2 from within it, PT3 for duties of the list in
 * force, GA2 that the grid may be asked for, PT4 with the evidence each of them asks for.
 */
export function decideVisit(facts: VisitFacts, actor: Actor, { now, duties, isAdmitted, standsIn, ownGrid }: VisitContext): Result<VisitEvent> {
  if (ownGrid !== facts.gridCode) return refuse('PATROL_NOT_YOUR_GRID', { rule: 'PT1' });
  if (standsIn !== facts.gridCode) return refuse('PATROL_OUTSIDE_GRID', { rule: 'PT2', field: 'lngLat' });
  for (const code of facts.duties) {
    const duty = duties.find((one) => one.code === code);
    if (!duty) return refuse('PATROL_DUTY_UNKNOWN', { rule: 'PT3', field: 'duties', detail: code });
    if (!isAdmitted(code)) return refuse('PATROL_DUTY_NOT_ADMITTED', { rule: 'GA2', field: 'duties', detail: duty.name });
    if (duty.evidence.includes('photos') && facts.photos.length === 0) return refuse('PATROL_EVIDENCE_MISSING', { rule: 'PT4', field: 'photos', detail: duty.name });
    if (duty.evidence.includes('record') && facts.note.trim() === '') return refuse('PATROL_EVIDENCE_MISSING', { rule: 'PT4', field: 'note', detail: duty.name });
  }
  return ok({ type: 'visited', at: now, actor, facts });
}
