import { createHash } from 'node:crypto';
import { DAY_MS, MINUTE_MS, SECOND_MS, dateKey, type UnitId } from '@wangge/shared/base';
import type { Unit } from '@wangge/shared/district';
import { fencesOn } from '@wangge/shared/district-map';
import { NO_STANDING, createGuard, createGuardIndex, decideFix, isLateFenceEvent, isMeant, type FenceEvent, type FenceFinding, type Guard, type GuardIndex, type UnitStanding } from '@wangge/shared/fence';
import type { PositionFix } from '@wangge/shared/position';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { PositionsApi } from '../positions/positions.api.ts';
import type { FenceEventBook } from './fence-event-book.ts';
import { fenceKind } from './fence-kind.api.ts';
import { WriteQueue } from './write-queue.ts';

const STANDINGS = 'fence-standing';
/** A unit that comes near a fence is read back this far, so that it was seen outside before it enters. */
const LOOK_BACK_MS = 10 * MINUTE_MS;
const SAVE_EACH_MS = 5 * MINUTE_MS;
const SWEEP_MS = 5 * SECOND_MS;

export interface FenceDeskNeeds {
  readonly positions: Pick<PositionsApi, 'onHeard' | 'readTrack' | 'placesAt' | 'latestOf'>;
  readonly documents: DocumentStore;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
  readonly log: Logger;
  /** Raises an alarm for what the list names as one; once, however often it is told. */
  raise(event: FenceEvent, now: number): Promise<void>;
}

/** What is kept of a unit. `serial`: how many events it has, for the name of the next. */
interface KeptStanding {
  readonly serial: number;
  readonly standing: UnitStanding;
}

/** A unit that is near a fence. `isKept`: the store holds a standing that has to be put right. `waiting`: fixes that come while its past is read. */
interface Watched extends KeptStanding {
  readonly isKept: boolean;
  readonly savedAt: number;
  readonly waiting: PositionFix[] | null;
}

/**
 * 围栏值守: decides on every fix near a fence, on the one node that leads. Units far from any fence cost a look into a grid of cells. What is
 * found is kept under the unit's running number before the standing that says it was found: after a crash the same fixes,
 * read from the track, give the same event under the same name.
 */
export class FenceDesk {
  readonly #needs: FenceDeskNeeds;
  readonly #events: FenceEventBook;
  readonly #watched = new Map<UnitId, Watched>();
  readonly #writes: WriteQueue;
  #guards: { readonly stamp: string; readonly byId: ReadonlyMap<string, Guard>; readonly index: GuardIndex } = { stamp: '', byId: new Map(), index: createGuardIndex([]) };
  #units = new Map<UnitId, { readonly unit: Unit; readonly squad: string | null }>();
  #isLeading = false;

  constructor(needs: FenceDeskNeeds, events: FenceEventBook) {
    this.#needs = needs;
    this.#events = events;
    this.#writes = new WriteQueue((error) => needs.log.warn({ err: error }, 'what fences found could not be kept and is tried again'));
    needs.positions.onHeard((fix) => this.#hear(fix));
    needs.lists.onPublished(() => this.#refresh());
  }

  /** Begins to decide: with those whom the store knows near a fence, and those who are there now. Answers how to stop. */
  start(): () => void {
    this.#isLeading = true;
    this.#refresh();
    void this.#takeUp().catch((error: unknown) => this.#needs.log.error({ err: error }, 'the standings of fences could not be read; units are taken up with their next position'));
    const stop = this.#needs.clock.every(SWEEP_MS, () => {
      this.#refresh();
      void this.#writes.flush();
    });
    return () => {
      this.#isLeading = false;
      stop();
      // Another node decides now: what waited here would put back what it has moved on from.
      this.#writes.clear();
      this.#watched.clear();
    };
  }

  /** How many units a fence is about. */
  unitsOf(fenceId: string): number {
    this.#refresh();
    const guard = this.#guards.byId.get(fenceId);
    return guard === undefined ? 0 : [...this.#units.keys()].filter((unitId) => this.#isMeant(guard, unitId)).length;
  }

  /** Makes ready the fences in force. What was known of one that changed is let go. */
  #refresh(): void {
    const { lists, clock, district } = this.#needs;
    const [now, edition] = [clock.now(), lists.inForce(fenceKind, clock.now())];
    const stamp = `${edition.version} ${dateKey(now)}`;
    if (stamp === this.#guards.stamp) return;
    const guards = fencesOn(edition.content, dateKey(now)).flatMap((fence) => (fence.watch === null ? [] : [createGuard({ ...fence, watch: fence.watch }, keyOf(fence))]));
    this.#guards = { stamp, byId: new Map(guards.map((guard) => [guard.fence.id, guard])), index: createGuardIndex(guards) };
    const { units, teams } = district.current();
    const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
    this.#units = new Map(units.map((unit) => [unit.id, { unit, squad: unit.teamId === null ? null : teamNames.get(unit.teamId) ?? null }]));
  }

  async #takeUp(): Promise<void> {
    const { documents, district, positions } = this.#needs;
    const kept = await documents.list<KeptStanding>(STANDINGS);
    const near = district.current().units.filter(({ id }) => {
      const place = positions.latestOf(id);
      return place !== null && this.#near(id, place).length > 0;
    });
    const held = kept.flatMap(({ id, value }) => (Object.keys(value.standing.fences).length > 0 ? [id as UnitId] : []));
    for (const unitId of new Set([...held, ...near.map(({ id }) => id)])) if (this.#isLeading) await this.#begin(unitId, positions.latestOf(unitId)?.fixAt ?? 0);
  }

  #near(unitId: UnitId, { lng, lat }: { readonly lng: number; readonly lat: number }): readonly Guard[] {
    const near = this.#guards.index.near([lng, lat]);
    return near.length === 0 ? near : near.filter((guard) => this.#isMeant(guard, unitId));
  }

  #isMeant({ watch }: Guard, unitId: UnitId): boolean {
    const known = this.#units.get(unitId);
    return known !== undefined && isMeant(watch, known.unit, known.squad);
  }

  #hear(fix: PositionFix): void {
    if (!this.#isLeading || this.#guards.index.size === 0) return;
    const watched = this.#watched.get(fix.unitId);
    if (watched?.waiting) return void watched.waiting.push(fix);
    if (watched) return this.#hold(this.#decide(watched, fix), fix);
    if (this.#near(fix.unitId, fix).length > 0) void this.#begin(fix.unitId, fix.at);
  }

  /** Takes a unit up with what its track holds since it was last decided on, or of the last minutes. */
  async #begin(unitId: UnitId, at: number): Promise<void> {
    if (this.#watched.has(unitId)) return;
    const { documents, positions, log } = this.#needs;
    const fresh: Watched = { serial: 0, standing: NO_STANDING, isKept: false, savedAt: at, waiting: [] };
    this.#watched.set(unitId, fresh);
    try {
      const kept = await documents.get<KeptStanding>(STANDINGS, unitId);
      const isKept = kept !== null && Object.keys(kept.standing.fences).length > 0;
      const until = kept?.standing.decidedUntil ?? 0;
      const from = Math.max(until + 1, at - (isKept ? DAY_MS : LOOK_BACK_MS));
      const [before] = isKept ? [] : await positions.placesAt([unitId], from - DAY_MS, from - 1);
      const fixes = await positions.readTrack(unitId, from, Number.MAX_SAFE_INTEGER);
      if (this.#watched.get(unitId) !== fresh) return;
      const standing = isKept ? kept.standing : { ...NO_STANDING, decidedUntil: Math.max(until, before?.at ?? 0), last: before ?? null };
      const all = [...fixes, ...fresh.waiting ?? []];
      const watched = all.reduce((state, fix) => this.#decide(state, fix), { ...fresh, serial: kept?.serial ?? 0, standing, isKept, waiting: null } as Watched);
      const last = all.at(-1);
      if (last) this.#hold(watched, last);
      else this.#watched.delete(unitId);
    } catch (error) {
      this.#watched.delete(unitId);
      log.warn({ err: error, unitId }, 'a unit near a fence could not be read and is taken up with its next position');
    }
  }

  #decide(watched: Watched, fix: PositionFix): Watched {
    const { unitId } = fix;
    const { standing, findings } = decideFix(watched.standing, fix, this.#near(unitId, fix), this.#guards.byId);
    const serial = watched.serial + findings.length;
    findings.forEach((finding, index) => this.#keep(unitId, watched.serial + index + 1, finding));
    const isDue = findings.length > 0 || fix.at - watched.savedAt > SAVE_EACH_MS;
    if (isDue) this.#save(unitId, { serial, standing });
    return { serial, standing, isKept: watched.isKept || isDue, savedAt: isDue ? fix.at : watched.savedAt, waiting: null };
  }

  /** Goes on watching a unit, or lets it go once it is far from every fence. */
  #hold(watched: Watched, fix: PositionFix): void {
    const { serial, standing, isKept } = watched;
    const isGone = Object.keys(standing.fences).length === 0 && this.#near(fix.unitId, fix).length === 0;
    if (!isGone) return void this.#watched.set(fix.unitId, watched);
    this.#watched.delete(fix.unitId);
    if (isKept) this.#save(fix.unitId, { serial, standing: { ...standing, last: null } });
  }

  #save(unitId: UnitId, kept: KeptStanding): void {
    this.#writes.add(`${STANDINGS} ${unitId}`, () => this.#needs.documents.put(STANDINGS, unitId, kept));
    void this.#writes.flush();
  }

  #keep(unitId: UnitId, serial: number, finding: FenceFinding): void {
    const guard = this.#guards.byId.get(finding.fenceId);
    const unit = this.#units.get(unitId)?.unit;
    if (!guard || !unit) return;
    const { name, kind, areaCode } = guard.fence;
    const event: FenceEvent = {
      ...finding, id: `${unitId}.${serial}`, unitId, unitName: unit.name, isPerson: unit.kind === 'person', fenceName: name, fenceKind: kind,
      areaCode, placeCode: this.#needs.district.placeOf(finding.lngLat)?.villageCode ?? null, knownAt: this.#needs.clock.now(),
    };
    this.#writes.add(`event ${event.id}`, async () => {
      await this.#events.keep(event);
      if (guard.watch.isAlarm && !isLateFenceEvent(event)) await this.#needs.raise(event, event.knownAt);
    });
    void this.#writes.flush();
  }
}

function keyOf(fence: object): string {
  return createHash('sha256').update(JSON.stringify(fence)).digest('base64url').slice(0, 12);
}
