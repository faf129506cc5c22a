import type { Actor } from '@wangge/shared/access';
import { DAY_MS, MINUTE_MS, ok, refuse, startOfDay, type Result, type UnitId } from '@wangge/shared/base';
import { NO_FIGURES, endByWorker, evolveRound, mayBegin, roundFigures, type Round, type RoundEnd, type RoundEvent, type RoundFigures } from '@wangge/shared/patrol';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects } from '../../ledger/objects.ts';
import type { Clock } from '../../platform/clock.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { PositionsApi } from '../positions/positions.api.ts';
import type { TeamBoard } from '../teams/teams.api.ts';
import { patrolRulesKind } from './patrol-kinds.api.ts';

export interface RoundNeeds {
  readonly ledger: Ledger;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly positions: Pick<PositionsApi, 'readTrack' | 'onHeard' | 'newestAtOf'>;
  readonly teams: Pick<TeamBoard, 'isOnDuty' | 'rereadDuty' | 'unitOfPerson'>;
  readonly clock: Clock;
}

/** Figures of a round that runs are counted anew when somebody looks and they are older than this. */
const FRESH_MS = MINUTE_MS;
export const SYSTEM: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

/** All rounds (巡查), and what they came to. */
export interface RoundBook {
  get(id: string): Round | undefined;
  /** Rounds that began since, or still run. */
  since(at: number): readonly Round[];
  latestOf(personId: string): Round | undefined;
  version(): number;
  begin(wish: { readonly id: string; readonly startedAt: number }, actor: Actor, teamId: string | null): Promise<Result<Round>>;
  end(id: string, endedAt: number, actor: Actor): Promise<Result<Round>>;
  /** Ends, resumes or counts a round in the name of the product; what meanwhile changed is left as it is. */
  note(round: Round, event: { readonly type: 'ended'; readonly endedAt: number; readonly reason: RoundEnd } | { readonly type: 'resumed' } | { readonly type: 'counted'; readonly figures: RoundFigures }): Promise<void>;
  count(round: Round): Promise<RoundFigures>;
  /** What a round comes to: as kept, or while it runs as counted a minute ago at most. */
  figuresOf(round: Round): RoundFigures;
}

export function createRoundBook({ ledger, lists, district, positions, teams, clock }: RoundNeeds): RoundBook {
  const objects = createObjects<Round, RoundEvent>(ledger, { kind: 'round', evolve: evolveRound });
  const byPerson = new Map<string, string>();
  const byDay = new Map<number, Set<string>>();
  const running = new Map<string, { readonly at: number; readonly figures: RoundFigures }>();
  let changes = 0;
  objects.onChanges((batch) => {
    changes += batch.length;
    for (const { after } of batch) {
      const latest = objects.get(byPerson.get(after.personId) ?? '');
      if (!latest || after.startedAt >= latest.startedAt) byPerson.set(after.personId, after.id);
      const day = startOfDay(after.startedAt);
      byDay.set(day, (byDay.get(day) ?? new Set()).add(after.id));
      if (after.figures !== null) running.delete(after.id);
    }
  });

  async function count({ unitId, startedAt, endedAt }: Round): Promise<RoundFigures> {
    const now = clock.now();
    const { coverMin, coverFootM } = lists.inForce(patrolRulesKind, now).content;
    const fixes = await positions.readTrack(unitId, startedAt, (endedAt ?? now) + 1);
    return roundFigures(fixes, { coverMs: coverMin * MINUTE_MS, coverFootM }, (place) => district.placeOf(place)?.gridCode ?? null);
  }

  async function note(round: Round, event: Parameters<RoundBook['note']>[1]): Promise<void> {
    await objects.act(round.id, { action: event.type, expectedRevision: round.revision, actor: SYSTEM, payload: {} }, (state) => (
      state.revision === round.revision ? ok({ events: [{ ...event, at: clock.now(), actor: SYSTEM }] }) : refuse('OBJECT_REVISION_CONFLICT')));
  }

  async function begin({ id, startedAt }: { readonly id: string; readonly startedAt: number }, actor: Actor, teamId: string | null): Promise<Result<Round>> {
    const known = objects.get(id);
    if (known) return known.personId === actor.id ? ok(known) : refuse('OBJECT_REVISION_CONFLICT');
    const now = clock.now();
    const unitId = teams.unitOfPerson(actor.id, teamId);
    if (!unitId) return refuse('NOT_FOUND');
    if (!teams.isOnDuty(unitId, now)) await teams.rereadDuty();
    const moment = mayBegin(startedAt, { now, isOnDuty: teams.isOnDuty(unitId, now) });
    if (!moment.ok) return moment;
    const before = objects.get(byPerson.get(actor.id) ?? '');
    if (before && before.endedAt === null) await note(before, { type: 'ended', endedAt: Math.max(before.startedAt, moment.value), reason: 'started-anew' });
    const facts = { id, personId: actor.id, personName: actor.name, unitId, areaCode: district.gridOfPerson(actor.id) ?? district.areaOfUnit(unitId), startedAt: moment.value, toldAt: now };
    return objects.open(id, { events: [{ type: 'started', at: now, actor, facts }] });
  }

  async function end(id: string, endedAt: number, actor: Actor): Promise<Result<Round>> {
    const round = objects.get(id);
    if (!round || round.personId !== actor.id) return refuse('OBJECT_NOT_FOUND');
    if (round.reason === 'worker' && round.endedAt === endedAt) return ok(round);
    return objects.act(id, { action: 'end', expectedRevision: round.revision, actor, payload: { endedAt } }, (state) => {
      const moment = endByWorker(state, endedAt, clock.now());
      return moment.ok ? ok({ events: [{ type: 'ended', at: clock.now(), actor, endedAt: moment.value, reason: 'worker' }] }) : moment;
    });
  }

  function figuresOf(round: Round): RoundFigures {
    const held = running.get(round.id);
    if (round.endedAt !== null) return round.figures ?? held?.figures ?? NO_FIGURES;
    const now = clock.now();
    if (!held || now - held.at > FRESH_MS) {
      running.set(round.id, { at: now, figures: held?.figures ?? NO_FIGURES });
      count(round).then((figures) => {
        if (!running.has(round.id)) return;
        running.set(round.id, { at: now, figures });
        changes += 1;
      }, () => running.delete(round.id));
    }
    return held?.figures ?? NO_FIGURES;
  }

  return {
    get: (id) => objects.get(id),
    since(at) {
      const ids = [...byDay].flatMap(([day, own]) => (day + DAY_MS > at - DAY_MS ? [...own] : []));
      return ids.flatMap((id) => { const round = objects.get(id); return round && (round.startedAt >= at || round.endedAt === null) ? [round] : []; });
    },
    latestOf: (personId) => objects.get(byPerson.get(personId) ?? ''),
    version: () => changes, begin, end, note, count, figuresOf,
  };
}

/** The rounds of a unit that a fix of this time belongs to. */
export function holdsFix({ unitId, startedAt, endedAt }: Round, fix: { readonly unitId: UnitId; readonly at: number }): boolean {
  return unitId === fix.unitId && fix.at >= startedAt && (endedAt === null || fix.at <= endedAt);
}
