import type { Actor, ActorRole } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, asId, type PersonId } from '@wangge/shared/base';
import type { Case, CasePayload, Transition } from '@wangge/shared/case';
import { COUNTY, departments, gridWorkerOf, teams, types } from './county.ts';
import type { Random } from './random.ts';

function townOf(item: Case): string {
  return item.villageCode.slice(0, 9);
}

function unitOf(role: ActorRole, item: Case): string | null {
  switch (role) {
    case 'squad': return item.order?.teamId ?? null;
    case 'department': case 'county-department': return item.leadDepartmentId;
    default: return null;
  }
}

/** Somebody of a role who may come upon the case; two people share every post. */
export function somebody(role: ActorRole, item: Case, random: Random): Actor {
  const unitId = unitOf(role, item);
  const checker = item.checkerId ?? gridWorkerOf(item.gridCode) ?? 'w-none';
  const id = role === 'grid-worker' ? checker : role === 'system' || role === 'channel' ? role : `${role}-${unitId ?? townOf(item)}-${random.whole(0, 1)}`;
  const parentUnitId = role === 'squad' ? item.leadDepartmentId : null;
  return { id, name: id, role, unitId, parentUnitId, areaCode: COUNTY };
}

function departmentFor(row: Transition, item: Case, random: Random): (typeof departments)[number] {
  const isCounty = row.action === 'call-county' || (row.action === 'answer-call' && random.chance(0.7)) || (row.action === 'raise' && random.chance(0.4));
  if (row.action === 'answer-call' && random.chance(0.6)) return departments.find(({ id }) => id === item.leadDepartmentId) ?? departments[0]!;
  return random.pick(departments.filter(({ level, town }) => (isCounty ? level === 'county' : level !== 'county' && town === townOf(item))));
}

function untilFor(row: Transition, item: Case, now: number, random: Random): number {
  const isSuspension = row.action === 'request-suspension' || row.action === 'approve-suspension';
  if (isSuspension) return now + random.whole(1, 30 * 24) * HOUR_MS;
  return Math.max(now, item.clock.dueAt) + random.whole(1, random.chance(0.1) ? 50 : 6) * DAY_MS;
}

/** What they give with it: enough for every row of the table, the rest is left to the rules to refuse. */
export function given(row: Transition, item: Case, now: number, random: Random, parent: Case | undefined): CasePayload {
  const here = teams.filter(({ town }) => town === townOf(item));
  const same = here.filter(({ departmentId }) => departmentId === item.leadDepartmentId);
  const team = row.action === 'redirect' && same.length > 0 && random.chance(0.4) ? random.pick(same) : random.pick(here);
  const isSent = row.requires?.includes('teamId') ?? false;
  return {
    ...(row.action === 'accept' ? { typeCode: random.chance(0.15) ? random.pick(types).code : item.typeCode } : {}), level: item.level,
    gridCode: random.chance(0.1) ? `${item.villageCode}002` : item.gridCode,
    ...(isSent ? { teamId: team.id } : { departmentId: departmentFor(row, item, random).id }),
    personId: asId<PersonId>(`w-${item.villageCode}00${random.whole(1, 2)}`), ...(parent ? { parentCaseId: parent.id } : {}),
    supportDepartmentIds: [random.pick(departments).id], reason: '理由', note: '说明', basis: '依据', ground: random.pick(['misdispatched', 'beyond-power', 'facts-differ'] as const),
    formPhotos: ['form'], isSupported: random.chance(0.7), reportCaseId: random.pick(item.receipts).caseId, answerHow: 'phone', photos: ['after'],
    until: untilFor(row, item, now, random), supervisionLevel: random.whole(1, 4), satisfaction: random.whole(1, 5), isResolved: random.chance(0.8),
    lngLat: item.lngLat, fixAt: now,
  };
}
