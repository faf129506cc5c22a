import { isInArea, type Actor } from '@wangge/shared/access';
import { localParts } from '@wangge/shared/base';
import type { Draw, DrawsBoard, InspectionItem } from '@wangge/shared/draw';
import { drawRow } from './draw-view.ts';

const SHOWN = 6;

/** The draws of an area, those that run first, then the newest. */
export function drawsFor(all: Iterable<Draw>, actor: Actor): Draw[] {
  const rank = ({ state }: Draw): number => (state === 'published' || state === 'cancelled' ? 1 : 0);
  return [...all].filter(({ areaCode }) => isInArea(areaCode, actor.areaCode)).sort((a, b) => rank(a) - rank(b) || b.drawAt - a.drawAt);
}

/** The draws that the board shows: the one that is drawn or checked, else the last; the others; and those of this year. */
export interface DrawBoardSets {
  readonly current: Draw | null;
  readonly others: readonly Draw[];
  readonly ofYear: readonly Draw[];
}

export function drawBoardSets(all: Iterable<Draw>, actor: Actor, now: number): DrawBoardSets {
  const draws = drawsFor(all, actor).filter(({ state }) => state !== 'cancelled');
  const drawn = draws.filter(({ drawnAt }) => drawnAt !== null).sort((a, b) => b.drawnAt! - a.drawnAt!);
  const current = (drawn.length > 0 ? drawn : draws)[0] ?? null;
  return { current, others: draws.filter((draw) => draw !== current), ofYear: drawn.filter(({ drawnAt }) => localParts(drawnAt!).year === localParts(now).year) };
}

/** The board `draws` for one reader: what is being drawn or checked, else what was drawn last; and the year so far. */
export function drawsBoard(all: Iterable<Draw>, items: readonly InspectionItem[], actor: Actor, now: number): DrawsBoard {
  const { current, others, ofYear } = drawBoardSets(all, actor, now);
  const thisYear = ofYear.map((draw) => drawRow(draw, items, now));
  const sum = (count: (row: (typeof thisYear)[number]) => number): number => thisYear.reduce((total, row) => total + count(row), 0);
  return {
    current: current ? drawRow(current, items, now) : null,
    year: {
      draws: thisYear.length, objects: sum((r) => r.figures.objects), inspectors: sum((r) => r.figures.inspectors), checked: sum((r) => r.figures.checked),
      problems: sum((r) => r.figures.problems), inTime: sum((r) => r.figures.inTime), late: sum((r) => r.figures.late), waiting: sum((r) => r.figures.waiting),
    },
    rows: others.slice(0, SHOWN).map((draw) => drawRow(draw, items, now)), toCheck: toCheckIn(current === null ? others : [current, ...others]),
  };
}

/** The objects drawn that nobody checked yet, by village. */
function toCheckIn(draws: readonly Draw[]): DrawsBoard['toCheck'] {
  const villages = draws.flatMap(({ drawn, frozen }) => {
    const villageOf = new Map((frozen?.pools.objects ?? []).map(({ code, villageCode }) => [code, villageCode]));
    return drawn.flatMap(({ slot, result }) => (result === null ? villageOf.get(slot.objectCode) ?? [] : []));
  });
  return [...Map.groupBy(villages, (code) => code)].map(([villageCode, all]) => ({ villageCode, objects: all.length }));
}
