import { isOpenState, type CaseRules } from '../district/index.ts';
import { distanceM } from '../geo/index.ts';
import type { Actor } from '../access/index.ts';
import type { CaseEvent } from './case-events.ts';
import type { Case } from './case.ts';

/** An open case that a report may be the same matter as. */
export interface MergeCandidate {
  readonly item: Case;
  readonly distanceM: number;
  /** How far apart in time the two were reported. */
  readonly apartMs: number;
}

/** 并案: whether a report tells of the same matter: same type, same place, about the same time, the other still open, and both of one drill or of none. */
export function isMergeable(report: Case, other: Case, rules: CaseRules): boolean {
  return report.id !== other.id && report.drillId === other.drillId && report.typeCode === other.typeCode && isOpenState(other.state) && other.state !== 'self-handled'
    && Math.abs(report.reportedAt - other.reportedAt) <= rules.mergeWindowMs && distanceM(report.lngLat, other.lngLat) <= rules.mergeRadiusM;
}

/** The cases a report can be merged into, the nearest first. */
export function mergeCandidates(report: Case, all: Iterable<Case>, rules: CaseRules): MergeCandidate[] {
  const found: MergeCandidate[] = [];
  for (const item of all) {
    if (isMergeable(report, item, rules)) found.push({ item, distanceM: distanceM(report.lngLat, item.lngLat), apartMs: Math.abs(report.reportedAt - item.reportedAt) });
  }
  return found.sort((a, b) => a.distanceM - b.distanceM || a.apartMs - b.apartMs);
}

/** What a merge does to the case that goes on: it takes over the receipts of the report. Written together with the merge. */
export function joinReport(parent: Case, report: Case, merged: { readonly at: number; readonly actor: Actor }): CaseEvent {
  return {
    type: 'report-joined', at: merged.at, actor: merged.actor, to: parent.state, payload: { reportCaseId: report.id, note: report.no },
    stepClock: parent.stepClock, receipts: report.receipts,
  };
}
