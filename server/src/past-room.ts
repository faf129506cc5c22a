import { setImmediate } from 'node:timers/promises';
import { isInArea, type Actor } from '@wangge/shared/access';
import { asId, type CaseId, type UnitId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { Unit } from '@wangge/shared/district';
import type { PastPeople, PastPicture } from '@wangge/shared/wire';
import { CaseBook } from './features/cases/case-book.ts';
import { countedFeed } from './features/cases/counted-cases.api.ts';
import { caseRow } from './features/cases/case-row.ts';
import { CaseViews, type RowView } from './features/cases/case-views.queries.ts';
import { deskView, wallView } from './features/cases/case-visibility.queries.ts';
import { createDistrictApi, type DistrictApi } from './features/district/district.api.ts';
import type { KeptDistrict } from './features/district/district-store.ts';
import { createRuleBook } from './features/district/rule-book.api.ts';
import { isCaseIn } from './features/figures/case-area.api.ts';
import { counts } from './features/figures/figure-members.api.ts';
import { createFiguresApi } from './features/figures/figures.api.ts';
import type { ListsApi } from './features/lists/lists.api.ts';
import type { PositionsApi } from './features/positions/positions.api.ts';
import type { OpenPastRoom, PastRoom } from './features/replay/past-room.api.ts';
import { TeamBoard, type DutySaid } from './features/teams/teams.api.ts';
import { PastPlaces } from './past-places.ts';

export interface PastRoomNeeds {
  readonly kept: KeptDistrict;
  readonly lists: ListsApi;
  readonly positions: Pick<PositionsApi, 'readTrack' | 'placesAt'>;
  unitName(item: Case): string | null;
}

const EVENTS_IN_A_TURN = 200;

/** Who said when that they were on duty was not kept: in the past somebody is on duty who sends positions. */
const NOBODY_SAID: DutySaid = { of: () => undefined, onChange: () => undefined, reread: () => Promise.resolve() };

const isOfTeam = ({ teamId }: Unit): boolean => teamId !== null;
const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The wall's or the desk's sight of cases, as the live rows and figures have it. */
export function viewOf({ role, areaCode }: Actor, district: DistrictApi): RowView {
  return role === 'wall' ? wallView(district, areaCode) : deskView(areaCode);
}

/** Sets up rooms of the past from the very parts of the live one, with a clock of their own that stands at the cursor. */
export function createPastRooms({ kept, lists, positions, unitName }: PastRoomNeeds): OpenPastRoom {
  const squads = new Set<UnitId>(kept.district.teams.map(({ unitId }) => unitId));
  const people = kept.district.units.filter(({ id }) => !squads.has(id)).map(({ id }) => id);
  let cursor = 0;
  const now = (): number => cursor;
  const district = createDistrictApi(kept.district, kept.map, createRuleBook(lists, { now, after: () => () => undefined, every: () => () => undefined }));

  return async (cases, begin): Promise<PastRoom> => {
    let at = begin;
    let seq = 0;
    cursor = at;
    const book = new CaseBook(cases);
    const counted = countedFeed(book);
    const places = new PastPlaces({ positions, areaOfUnit: district.areaOfUnit, squads: [...squads], people });
    const board = new TeamBoard(counted, district, NOBODY_SAID, { indexOf: (id) => places.indexOf(id), lastFixAt: (id) => places.lastFixAt(id), patrolKmToday: (id) => places.kmToday(id), offlineSince: () => null });
    const views = new CaseViews(book, () => at, unitName);
    const figures = createFiguresApi(counted, district, (when, areaCode) => board.force(when, areaCode));
    await figures.startInTurns(at);

    return {
      get at() { return at; },
      get seq() { return seq; },
      get sources() {
        cursor = at;
        return { figures, cases: counted };
      },
      async move(to, events, isExact) {
        for (const { knownAt, stored, before } of events) {
          seq += 1;
          if (before !== undefined && book.get(before.id) === undefined) book.hold(before);
          // What comes before an event that is missing here is no history: it is left until its place is told.
          if (stored.revision !== (book.get(asId<CaseId>(stored.stream))?.revision ?? 0) + 1) continue;
          at = Math.max(at, knownAt);
          book.apply([{ ...stored, seq }]);
          if (seq % EVENTS_IN_A_TURN === 0) await setImmediate();
        }
        at = Math.max(at, to);
        await places.move(at, isExact);
      },
      members(actor, { figure, area, limit }) {
        cursor = at;
        const view = viewOf(actor, district);
        const found = [...counted.all()].filter((item) => isInArea(item.villageCode, actor.areaCode) && (area === null || isCaseIn(item, area)) && counts(figure, item, at)).sort((a, b) => a.clock.dueAt - b.clock.dueAt);
        return { total: found.length, cases: found.filter((item) => view.includes(item)).slice(0, limit).map((item) => caseRow(item, view.place(item))) };
      },
      picture(actor, { fromSeq, peopleSince }): PastPicture {
        cursor = at;
        const view = viewOf(actor, district);
        const changes = fromSeq === null || fromSeq > seq ? null : views.since(fromSeq, view);
        const units = board.units(at, actor.areaCode, isOfTeam);
        const people = peopleSince === null ? [] : district.within(actor.areaCode).units.filter((unit) => !isOfTeam(unit));
        const frames = [places.frame(units.map(({ id }) => id), at), ...(peopleSince === null ? [] : [places.frame(people.map(({ id }) => id), at, peopleSince)])];
        return {
          at, seq, fromSeq: changes === null ? null : fromSeq, figures: figures.read(at, actor.areaCode),
          cases: changes?.cases ?? views.rows(view), gone: changes?.gone ?? [], ticker: changes?.ticker ?? views.ticker(view), units, frames: frames.map(inBase64),
        };
      },
      people(actor): PastPeople {
        cursor = at;
        const units = board.units(at, actor.areaCode, (unit) => !isOfTeam(unit));
        return { at, units, frame: inBase64(places.frame(units.map(({ id }) => id), at)) };
      },
    };
  };
}
