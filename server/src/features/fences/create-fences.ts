import { isInArea, type Actor } from '@wangge/shared/access';
import { DAY_MS, MINUTE_MS, dateKey, startOfDay } from '@wangge/shared/base';
import { fencesOn, type DrawnFence, type Fence } from '@wangge/shared/district-map';
import type { FenceEvent, FenceEventBoard } from '@wangge/shared/fence';
import type { Feature } from '../../platform/feature.ts';
import { maskName } from '../cases/mask.api.ts';
import { FenceDesk, type FenceDeskNeeds } from './fence-desk.ts';
import { FenceEventBook } from './fence-event-book.ts';
import { fenceKind } from './fence-kind.api.ts';

const MOST_LISTED = 200;
/** Events leave the board by their age alone: surfaces look again this often. */
const LOOK_AGAIN_MS = 10 * MINUTE_MS;

/** What app.ts shares between nodes. */
export interface Fences extends Feature {
  reread(): Promise<void>;
  onKept(listener: () => void): void;
}

/**
 * 电子围栏: the board `fences` draws those in force today in the reader's area, a county's own is everybody's; the board `fence-events` has what
 * they told in the last day. On a wall the names of persons are masked.
 */
export async function createFences(needs: FenceDeskNeeds): Promise<Fences> {
  const { lists, clock, district } = needs;
  const book = new FenceEventBook(needs.documents);
  await book.reread(clock.now());
  const desk = new FenceDesk(needs, book);
  let published = 0;
  lists.onPublished((kind) => { if (kind === fenceKind.kind) published += 1; });
  const inForce = (now: number): readonly Fence[] => fencesOn(lists.inForce(fenceKind, now).content, dateKey(now));
  const isOf = (areaCode: string, actor: Actor): boolean => isInArea(areaCode, actor.areaCode);

  function read(actor: Actor, now: number): FenceEventBoard {
    const isSeen = ({ areaCode, placeCode, unitId }: FenceEvent): boolean => isOf(areaCode, actor) || (placeCode !== null && isOf(placeCode, actor)) || isOf(district.areaOfUnit(unitId), actor);
    const seen = book.recent(now).filter(isSeen);
    return {
      events: seen.slice(0, MOST_LISTED).map((event) => (actor.role === 'wall' && event.isPerson ? { ...event, unitName: maskName(event.unitName) } : event)),
      total: seen.length,
      fences: inForce(now).filter(({ areaCode, watch }) => watch !== null && (isOf(areaCode, actor) || isInArea(actor.areaCode, areaCode)))
        .map(({ id, name, kind, watch }) => ({ id, name, kind, tells: watch?.tells ?? [], units: desk.unitsOf(id) })),
    };
  }

  return {
    boards: [
      {
        name: 'fences', access: 'case.view',
        version: () => published * 100_000 + Math.round(startOfDay(clock.now()) / DAY_MS),
        read: (actor, now): readonly DrawnFence[] => inForce(now)
          .filter(({ areaCode }) => isOf(areaCode, actor) || isInArea(actor.areaCode, areaCode))
          .map(({ watch: _told, ...drawn }) => drawn),
      },
      { name: 'fence-events', access: 'unit.view', version: () => book.version + published + Math.floor(clock.now() / LOOK_AGAIN_MS), read },
    ],
    start: () => desk.start(),
    reread: () => book.reread(clock.now()),
    onKept: (listener) => book.onChange(listener),
  };
}
