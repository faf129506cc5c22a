import type { Actor } from '../access/index.ts';
import { ok, type Result } from '../base/index.ts';
import { allowedRows, findRow, stateAfter, type Guards, type LifeRow, type Wish } from '../life/index.ts';
import { RAID_LIFE, type JointRaid, type RaidEvent, type RaidGuard, type RaidPayload, type RaidPlan, type RaidState, type RaidUnit } from './joint-raid.ts';

interface RaidInput {
  readonly raid: JointRaid;
  readonly actor: Actor;
}

type RaidRow = LifeRow<RaidState, keyof RaidPayload, RaidGuard>;

/** The unit of the raid the actor acts for: their own, or the department their squad belongs to. */
export function unitInRaid(raid: JointRaid, actor: Pick<Actor, 'unitId' | 'parentUnitId'>): RaidUnit | undefined {
  return raid.units.find(({ unitId }) => unitId === actor.unitId) ?? raid.units.find(({ unitId }) => unitId === actor.parentUnitId);
}

/** Who has arrived or reported was there, whether they said so or not. */
const isThere = (unit: RaidUnit | undefined): boolean => unit !== undefined && (unit.arrivedAt !== null || unit.report !== null);
const isTaken = (unit: RaidUnit | undefined): boolean => unit !== undefined && (unit.acceptedAt !== null || isThere(unit));

const RAID_GUARDS: Guards<RaidGuard, RaidInput> = {
  'in-raid': { rule: 'EN11', check: ({ raid, actor }) => (unitInRaid(raid, actor) ? null : 'RAID_UNIT_NOT_IN') },
  'not-accepted': { rule: 'EN13', check: ({ raid, actor }) => (isTaken(unitInRaid(raid, actor)) ? 'RAID_STEP_DONE' : null) },
  'not-arrived': { rule: 'EN13', check: ({ raid, actor }) => (isThere(unitInRaid(raid, actor)) ? 'RAID_STEP_DONE' : null) },
  'not-reported': { rule: 'EN11', check: ({ raid, actor }) => (unitInRaid(raid, actor)?.report ? 'RAID_UNIT_REPORTED' : null) },
  'lead-unit': { rule: 'EN11', check: ({ raid, actor }) => (unitInRaid(raid, actor)?.isLead ? null : 'ACTION_FORBIDDEN') },
};

/** Opens a joint raid with its plan. */
export function decideRaidPlan(plan: RaidPlan, actor: Actor, now: number): RaidEvent {
  return { type: 'planned', at: now, actor, to: 'planned', payload: {}, plan };
}

/** What this actor may do with the raid now. */
export function raidActions(raid: JointRaid, actor: Actor): string[] {
  return [...new Set(allowedRows<RaidState, RaidGuard, RaidRow, RaidInput>(RAID_LIFE, raid, actor, RAID_GUARDS, { raid, actor }).map(({ action }) => action))];
}

/** Turns a wish into the event it causes, or into a refusal. The last unit's report closes the raid. */
export function decideRaid(raid: JointRaid, wish: Wish<RaidPayload>, now: number): Result<RaidEvent> {
  const { actor, payload } = wish;
  const found = findRow<RaidState, RaidGuard, RaidRow, RaidInput>(RAID_LIFE, raid, wish, RAID_GUARDS, { raid, actor });
  if (!found.ok) return found;
  const type = found.value.event as RaidEvent['type'];
  const event: RaidEvent = { type, at: now, actor, to: stateAfter(found.value, raid, raid.state), payload };
  const unit = unitInRaid(raid, actor);
  if (!unit || type === 'started' || type === 'cancelled') return ok(event);
  return ok({ ...event, unitId: unit.unitId, to: stateAfterUnit(raid, unit, type) });
}

/** The lead that arrives begins the raid, the last unit that reports ends it. */
function stateAfterUnit(raid: JointRaid, unit: RaidUnit, type: RaidEvent['type']): RaidState {
  if (type === 'unit-arrived' && unit.isLead) return 'running';
  return type === 'unit-reported' && raid.units.filter(({ report }) => report === null).length === 1 ? 'closed' : raid.state;
}

function unitAfter(unit: RaidUnit, { type, at, payload, actor }: RaidEvent): RaidUnit {
  switch (type) {
    case 'unit-accepted': return { ...unit, acceptedAt: at };
    case 'unit-arrived': return { ...unit, acceptedAt: unit.acceptedAt ?? at, arrivedAt: at };
    case 'unit-reported': return { ...unit, report: { present: payload.present ?? 0, checked: payload.checked ?? 0, problems: payload.problems ?? 0, note: payload.note ?? '', at, by: actor.name } };
    default: return unit;
  }
}

/** Folds one event into the raid; the first must be its plan. */
export function evolveRaid(raid: JointRaid | null, event: RaidEvent): JointRaid {
  const { at, to, plan, unitId } = event;
  if (!raid) {
    if (!plan) throw new Error('a joint raid begins with its plan');
    return { ...plan, units: plan.units.map((unit) => ({ ...unit, acceptedAt: null, arrivedAt: null, report: null })), revision: 1, state: to, stateSince: at };
  }
  const units = raid.units.map((unit) => (unit.unitId === unitId ? unitAfter(unit, event) : unit));
  return { ...raid, units, revision: raid.revision + 1, state: to, stateSince: to === raid.state ? raid.stateSince : at };
}
