import type { DomainEvent } from '../life/index.ts';

/** What is fixed by a visit. `lngLat`: where the person stood, WGS-84; `caseId`: the case that was reported from it. */
export interface VisitFacts {
  readonly id: string;
  readonly gridCode: string;
  readonly villageCode: string;
  readonly duties: readonly string[];
  readonly lngLat: readonly [number, number];
  readonly note: string;
  readonly photos: readonly string[];
  readonly caseId: string | null;
  /** Edition of the list it was judged by. */
  readonly dutiesVersion: string;
}

/** The one thing that happens to a visit: it was made. */
export interface VisitEvent extends DomainEvent {
  readonly type: 'visited';
  readonly facts: VisitFacts;
}

/** 走访巡查: somebody was in a grid for some duties. Never changed afterwards. `at`: epoch ms. */
export interface Visit extends VisitFacts {
  readonly revision: number;
  readonly at: number;
  readonly byId: string;
  readonly byName: string;
}

/** Folds the event of a visit. */
export function evolveVisit(_visit: Visit | null, { facts, at, actor }: VisitEvent): Visit {
  return { ...facts, revision: 1, at, byId: actor.id, byName: actor.name };
}
