import type { DepartmentId } from '../base/index.ts';
import type { Team } from '../district/index.ts';
import type { Candidate, Reason, Recommendation } from './recommendation.ts';

/** A team as it stands now, with the way to the case already measured; null where no position is known. */
export interface TeamStanding {
  readonly team: Team;
  readonly isOnDuty: boolean;
  readonly fixAgeMs: number;
  readonly load: number;
  readonly villageCode: string | null;
  readonly way: { readonly etaMs: number; readonly distanceM: number; readonly isEstimate: boolean; readonly route: readonly (readonly [number, number])[] } | null;
}

export interface RecommendInput {
  readonly caseRevision: number;
  readonly at: number;
  readonly villageCode: string;
  /** Departments that may lead or support this type of case, the lead first. */
  readonly departments: readonly DepartmentId[];
  readonly staleFixMs: number;
  readonly standings: readonly TeamStanding[];
}

/** Minutes that one open order of a team adds to its rank, not to the shown travel time. */
const LOAD_PENALTY_MS = 12 * 60_000;
/** A team that only supports ranks as if it were this much farther. */
const SUPPORT_PENALTY_MS = 4 * 60_000;
const BEST = 3;

/** Why a team can't be sent at all; null when it can. */
function exclusion(s: TeamStanding, input: RecommendInput): Reason | null {
  if (!input.departments.some((d) => s.team.departmentId === d || s.team.handles.includes(d))) return { code: 'not-capable' };
  if (!s.isOnDuty) return { code: 'off-duty' };
  if (!s.way) return { code: 'no-fix' };
  if (s.fixAgeMs > input.staleFixMs) return { code: 'stale-fix', value: s.fixAgeMs };
  return null;
}

/** Whether the team is of the department that leads, or able to take its cases. */
export function isLead(s: TeamStanding, input: RecommendInput): boolean {
  const lead = input.departments[0];
  return lead !== undefined && (s.team.departmentId === lead || s.team.handles.includes(lead));
}

function rankMs(s: TeamStanding, input: RecommendInput): number {
  return (s.way?.etaMs ?? Infinity) + s.load * LOAD_PENALTY_MS + (isLead(s, input) ? 0 : SUPPORT_PENALTY_MS);
}

/** Why a team that could be sent is not among the best: what it has in hand, a longer way than the last of them, or that the others lead. */
function behind(s: TeamStanding, lastBest: TeamStanding | undefined): Reason {
  const etaMs = s.way?.etaMs ?? Infinity;
  if (s.load > 0) return { code: 'busy', value: s.load };
  return etaMs > (lastBest?.way?.etaMs ?? 0) ? { code: 'slower', value: etaMs } : { code: 'supports-only' };
}

function reasons(s: TeamStanding, input: RecommendInput, nearestM: number): Reason[] {
  const found: Reason[] = [];
  found.push(s.load === 0 ? { code: 'idle' } : { code: 'busy', value: s.load });
  if (s.way && s.way.distanceM === nearestM) found.push({ code: 'nearest' });
  if (isLead(s, input)) found.push({ code: 'lead-department' });
  else found.push({ code: 'capable' });
  if (s.villageCode === input.villageCode) found.push({ code: 'in-village' });
  if (s.team.equipment.length > 0) found.push({ code: 'equipment', text: s.team.equipment.join('、') });
  return found;
}

/**
 * 推荐力量: able teams on duty with a fresh fix, by travel time plus what they already have in hand. Every pick carries its
 * reasons, and every team that was passed over the one reason for it. Busy teams come after idle ones of like distance.
 */
export function recommendTeams(input: RecommendInput): Recommendation {
  const able = input.standings.filter((s) => exclusion(s, input) === null).sort((a, b) => rankMs(a, input) - rankMs(b, input));
  const nearestM = Math.min(...able.map((s) => s.way?.distanceM ?? Infinity));
  const candidates: Candidate[] = able.slice(0, BEST).map((s, i) => ({
    teamId: s.team.id, rank: i + 1, etaMs: s.way!.etaMs, distanceM: s.way!.distanceM, isEstimate: s.way!.isEstimate, route: s.way!.route,
    load: s.load, fixAgeMs: s.fixAgeMs, reasons: reasons(s, input, nearestM),
  }));
  const passedOver = [
    ...able.slice(BEST).map((s) => ({ teamId: s.team.id, reason: behind(s, able[BEST - 1]) })),
    ...input.standings.flatMap((s) => {
      const reason = exclusion(s, input);
      return reason && reason.code !== 'not-capable' ? [{ teamId: s.team.id, reason }] : [];
    }),
  ];
  return { caseRevision: input.caseRevision, at: input.at, candidates, passedOver };
}
