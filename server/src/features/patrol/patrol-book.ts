import type { Actor } from '@wangge/shared/access';
import { ok, refuse, type CaseId, type Result } from '@wangge/shared/base';
import { decideVisit, evolveVisit, type Visit, type VisitEvent, type VisitFacts } from '@wangge/shared/patrol';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { createAskedDuties } from './asked-duties.ts';
import { gridDutiesKind } from './patrol-kinds.api.ts';

/** What patrol is built from. */
export interface PatrolNeeds {
  readonly ledger: Ledger;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly cases: CasesApi;
  readonly clock: Clock;
}

export type VisitWish = Omit<VisitFacts, 'villageCode' | 'dutiesVersion'>;

/** All visits, by grid. */
export interface PatrolBook {
  readonly objects: Objects<Visit, VisitEvent>;
  /** In the order in which they were recorded. */
  ofGrid(gridCode: string): readonly Visit[];
  /** When anybody first visited anywhere; null before. */
  firstAt(): number | null;
  /** Counts all changes, so that what was reckoned can be kept until the next one. */
  version(): number;
  /** `id` is chosen by who records, so that sending twice records one visit. */
  record(wish: VisitWish, actor: Actor): Promise<Result<Visit>>;
}

export function createPatrolBook({ ledger, lists, district, cases, clock }: PatrolNeeds): PatrolBook {
  const objects = createObjects<Visit, VisitEvent>(ledger, { kind: 'visit', evolve: evolveVisit });
  const asked = createAskedDuties(lists);
  const byGrid = new Map<string, Visit[]>();
  let changes = 0;
  let firstAt: number | null = null;
  objects.onChanges((batch) => {
    changes += batch.length;
    for (const { after } of batch) {
      firstAt = Math.min(firstAt ?? Infinity, after.at);
      const known = byGrid.get(after.gridCode);
      if (known) known.push(after);
      else byGrid.set(after.gridCode, [after]);
    }
  });

  async function record(wish: VisitWish, actor: Actor): Promise<Result<Visit>> {
    const known = objects.get(wish.id);
    if (known) return known.byId === actor.id && known.gridCode === wish.gridCode ? ok(known) : refuse('OBJECT_REVISION_CONFLICT');
    if (wish.caseId !== null && !cases.get(wish.caseId as CaseId)) return refuse('CASE_NOT_FOUND', { field: 'caseId' });
    const now = clock.now();
    const place = district.placeOf(wish.lngLat);
    const duties = lists.inForce(gridDutiesKind, now);
    const facts: VisitFacts = { ...wish, villageCode: place?.villageCode ?? '', dutiesVersion: duties.version };
    const decided = decideVisit(facts, actor, {
      now, duties: duties.content, isAdmitted: (code) => asked.isAdmitted(code, now), standsIn: place?.gridCode ?? null, ownGrid: district.gridOfPerson(actor.id),
    });
    return decided.ok ? objects.open(wish.id, { events: [decided.value] }) : decided;
  }

  return { objects, ofGrid: (code) => byGrid.get(code) ?? [], firstAt: () => firstAt, version: () => changes, record };
}
