import type { Actor } from '@wangge/shared/access';
import { dateKey, ok, refuse, type Result } from '@wangge/shared/base';
import {
  decideOpening, decidePenalty, decideRaid, decideRaidPlan, evolvePenalty, evolveRaid, type JointRaid, type Officer, type Penalty, type PenaltyContext, type PenaltyEvent, type PenaltyOpening,
  type PenaltyPayload, type RaidEvent, type RaidPayload, type RaidPlan,
} from '@wangge/shared/enforcement';
import type { Wish } from '@wangge/shared/life';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import { newUuid } from '../../platform/ids.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { inspectorsKind } from '../draws/draw-kinds.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { enforcementPowersKind, penaltyRulesKind, powerOf } from './enforcement-kinds.api.ts';

/** What a person gives to plan a joint raid; headcounts by unit, the lead among them. */
export interface RaidInput {
  readonly title: string;
  readonly place: string;
  readonly areaCode: string;
  readonly startsAt: number;
  readonly leadUnitId: string;
  readonly units: readonly { readonly unitId: string; readonly headcount: number }[];
}

type Kept<State, Event extends PenaltyEvent | RaidEvent> = Pick<Objects<State, Event>, 'get' | 'all' | 'history' | 'onChanges'>;

/** 综合行政执法: the one way by which penalty cases and joint raids come into being and move. */
export interface EnforcementApi {
  readonly penalties: Kept<Penalty, PenaltyEvent>;
  readonly raids: Kept<JointRaid, RaidEvent>;
  /** Name of a squad or department; null for one the district does not have. */
  unitName(unitId: string | null): string | null;
  penaltyContext(at: number): PenaltyContext;
  /** People of the actor's unit with the certificates of the register of inspectors; without one the number is empty. */
  officersOf(actor: Actor, at: number): readonly Officer[];
  openPenalty(opening: PenaltyOpening, actor: Actor, at: number, commandId?: string): Promise<Result<Penalty>>;
  actOnPenalty(id: string, wish: Wish<PenaltyPayload>, at: number, commandId?: string): Promise<Result<Penalty>>;
  planRaid(input: RaidInput, actor: Actor, at: number, commandId?: string): Promise<Result<JointRaid>>;
  actOnRaid(id: string, wish: Wish<RaidPayload>, at: number, commandId?: string): Promise<Result<JointRaid>>;
}

export interface EnforcementNeeds {
  readonly ledger: Ledger;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
}

export function createEnforcementApi({ ledger, lists, district }: EnforcementNeeds): EnforcementApi {
  const { unitName } = district;
  const penalties = createObjects<Penalty, PenaltyEvent>(ledger, { kind: 'penalty', evolve: evolvePenalty });
  const raids = createObjects<JointRaid, RaidEvent>(ledger, { kind: 'joint-raid', evolve: evolveRaid });

  function penaltyContext(now: number): PenaltyContext {
    return { now, calendar: district.current().calendar, rules: lists.inForce(penaltyRulesKind, now).content };
  }

  function officersOf({ unitId }: Actor, at: number): readonly Officer[] {
    const register = new Map(lists.inForce(inspectorsKind, at).content.map((inspector) => [inspector.code, inspector.certificateNo]));
    return district.current().people.filter((person) => unitId !== null && (person.teamId === unitId || person.departmentId === unitId))
      .map(({ id, name }) => ({ personId: id, name, certificateNo: register.get(id) ?? '' }));
  }

  async function numberFor(letters: string, areaCode: string, at: number): Promise<string> {
    const month = dateKey(at).slice(0, 7).replace('-', '');
    const serial = await ledger.takeSerials(`${letters}-no/${areaCode}/${month}`);
    return `${areaCode}-${letters}-${month}-${String(serial).padStart(3, '0')}`;
  }

  async function openPenalty(opening: PenaltyOpening, actor: Actor, at: number, commandId?: string): Promise<Result<Penalty>> {
    const powers = lists.inForce(enforcementPowersKind, at);
    const row = powers.content.find(({ code }) => code === opening.powerCode);
    if (!row) return refuse('POWER_UNKNOWN', { field: 'powerCode' });
    if (actor.unitId === null) return refuse('POWER_NOT_DELEGATED', { rule: 'EN1', field: 'powerCode', detail: row.holders.join('、') });
    const names = [unitName(actor.unitId), unitName(actor.parentUnitId)].filter((name) => name !== null);
    const id = newUuid();
    const facts = { ...opening, id, no: '', power: powerOf(row), powersVersion: powers.version, unitId: actor.unitId, parentUnitId: actor.parentUnitId };
    const decided = decideOpening(facts, actor, names, penaltyContext(at));
    if (!decided.ok) return decided;
    const no = await numberFor('CF', opening.villageCode.slice(0, 9), at);
    return penalties.open(id, { events: [{ ...decided.value, facts: { ...facts, no } }] }, commandId);
  }

  async function planRaid({ leadUnitId, units, ...plan }: RaidInput, actor: Actor, at: number, commandId?: string): Promise<Result<JointRaid>> {
    const unknown = units.find(({ unitId }) => unitName(unitId) === null);
    if (unknown) return refuse('DEPARTMENT_UNKNOWN', { field: 'units', detail: unknown.unitId });
    const isTwice = new Set(units.map(({ unitId }) => unitId)).size < units.length;
    if (isTwice || !units.some(({ unitId }) => unitId === leadUnitId)) return refuse('FIELD_INVALID', { field: isTwice ? 'units' : 'leadUnitId' });
    const id = newUuid();
    const no = await numberFor('LH', plan.areaCode, at);
    const named = units.map(({ unitId, headcount }) => ({ unitId, headcount, name: unitName(unitId) ?? unitId, isLead: unitId === leadUnitId }));
    const whole: RaidPlan = { ...plan, id, no, units: named };
    return raids.open(id, { events: [decideRaidPlan(whole, actor, at)] }, commandId);
  }

  return {
    penalties, raids, unitName, penaltyContext, officersOf, openPenalty, planRaid,
    actOnPenalty: (id, wish, at, commandId) => penalties.act(id, wish, (state, asked) => {
      const decided = decidePenalty(state, asked, penaltyContext(at));
      return decided.ok ? ok({ events: [decided.value] }) : decided;
    }, commandId),
    actOnRaid: (id, wish, at, commandId) => raids.act(id, wish, (state, asked) => {
      const decided = decideRaid(state, asked, at);
      return decided.ok ? ok({ events: [decided.value] }) : decided;
    }, commandId),
  };
}
