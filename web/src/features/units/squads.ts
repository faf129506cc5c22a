import type { UnitId } from '@wangge/shared/base';
import type { CaseRow, UnitRow } from '@wangge/shared/wire';
import type { PositionTable } from './position-table.ts';

/** A squad (队伍) on duty: free, busy with a case, or with a position too old to trust, which a squad whose terminal is offline has at once. */
export interface Squad {
  readonly id: UnitId;
  readonly name: string;
  readonly standing: 'idle' | 'busy' | 'stale';
  /** The case of its newest order, if it is on one. */
  readonly row: CaseRow | null;
  /** Device time of the newest fix; null when there never was one. */
  readonly fixAt: number | null;
  readonly speedKmh: number;
  /** Its terminal is offline (失联). */
  readonly isOffline: boolean;
}

const ORDER: readonly Squad['standing'][] = ['idle', 'busy', 'stale'];

/** Squads on duty at `now`: the free ones first, then the busy, then those with an old fix; by name within each. */
export function squadsOnDuty(units: Iterable<UnitRow>, from: { cases: ReadonlyMap<string, CaseRow>; positions: PositionTable; now: number; staleFixMs: number }): Squad[] {
  const { cases, positions, now, staleFixMs } = from;
  const squads: Squad[] = [];
  for (const { id, index, name, teamId, onDuty, caseId, isOffline } of units) {
    if (teamId === null || !onDuty) continue;
    const fixAt = positions.has(index) ? positions.columns.fixAt[index] ?? null : null;
    const isStale = isOffline || fixAt === null || now - fixAt > staleFixMs;
    squads.push({
      id, name, fixAt, isOffline, standing: isStale ? 'stale' : caseId === null ? 'idle' : 'busy', row: caseId === null ? null : cases.get(caseId) ?? null,
      speedKmh: positions.columns.speedKmh[index] ?? 0,
    });
  }
  return squads.sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.name.localeCompare(b.name, 'zh-CN'));
}
