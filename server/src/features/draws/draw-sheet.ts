import { isInArea, type Actor } from '@wangge/shared/access';
import { lampAt } from '@wangge/shared/calendar';
import { drawSets, inspectorsOf, type Draw, type DrawEvent, type DrawnObject } from '@wangge/shared/draw';
import type { SheetKind, SheetObject, SheetPage } from '@wangge/shared/wire';
import type { BoardFigure } from '../../platform/feature.ts';
import { figureOf, sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { DrawsApi } from './draws.api.ts';
import { drawBoardSets } from './draws.queries.ts';

/** Who asks, of what, and when. */
export interface DrawGround {
  readonly draws: DrawsApi;
  readonly district: DistrictApi;
  readonly actor: Actor;
  readonly now: number;
}

function drawObject({ id, no, title, state, stateSince, drawAt, drawnAt }: Draw): SheetObject {
  return sheetObject('draw', id, title, { no, state, since: stateSince, dueAt: drawnAt === null ? drawAt : null });
}

/** An object that was drawn: who checks it, what was found, and until when that has to be public. */
function checkObject(draw: Draw, { slot, result }: DrawnObject, now: number): SheetObject {
  const { objects = [], inspectors = [] } = draw.frozen?.pools ?? {};
  const object = objects.find(({ code }) => code === slot.objectCode);
  const units = new Set(inspectorsOf(draw, slot.objectCode).flatMap((code) => inspectors.find((one) => one.code === code)?.unit ?? []));
  const isOwed = result !== null && result.publishedAt === null;
  return sheetObject('check', `${draw.id}/${slot.objectCode}`, object?.name ?? slot.objectCode, {
    no: slot.objectCode, villageCode: object?.villageCode ?? null, holder: [...units].join('、') || null, state: result?.outcome ?? 'unchecked', since: result?.checkedAt ?? draw.drawnAt,
    dueAt: isOwed ? result.clock.dueAt : null, lamp: isOwed ? lampAt(result.clock, now) : null,
  });
}

function inspectorObject(draw: Draw, inspectorCode: string): SheetObject {
  const found = draw.frozen?.pools.inspectors.find(({ code }) => code === inspectorCode);
  return sheetObject('inspector', `${draw.id}/${inspectorCode}`, found?.name ?? inspectorCode, { no: inspectorCode, holder: found?.unit ?? null, since: draw.drawnAt });
}

/** 双随机一公开 as sheets: what was drawn, by whom it is checked, what was found, whether it is public in time; and the draws of the year. */
export function drawSheetFigures({ draws, actor, now }: DrawGround): BoardFigure[] {
  const { current, ofYear } = drawBoardSets(draws.all(), actor, now);
  const year = figureOf('year', ofYear, drawObject);
  if (current === null) return [year];
  const { objects, inspectors, checked, problems, inTime, late, waiting } = drawSets(current, now);
  const toObject = (one: DrawnObject): SheetObject => checkObject(current, one, now);
  return [
    figureOf('objects', objects, toObject), figureOf('inspectors', inspectors, (code) => inspectorObject(current, code)),
    figureOf('checked', objects, toObject, { weight: { adds: (one) => Number(checked.includes(one)), of: () => 1 } }),
    figureOf('problems', checked, toObject, { weight: { adds: (one) => Number(problems.includes(one)), of: () => 1 } }),
    figureOf('in-time', [...inTime, ...late], toObject, { weight: { adds: (one) => Number(inTime.includes(one)), of: () => 1 } }),
    figureOf('late', late, toObject), figureOf('waiting', waiting, toObject), year,
  ];
}

/** A draw, or one object or inspector of it, with what happened; null for one outside the reader's area. */
export async function drawSheetPage(kind: SheetKind, id: string, { draws, district, actor, now }: DrawGround): Promise<SheetPage | null> {
  const [drawId = '', code] = id.split('/');
  const draw = kind === 'draw' || kind === 'check' || kind === 'inspector' ? draws.get(drawId) : undefined;
  if (!draw || !isInArea(draw.areaCode, actor.areaCode)) return null;
  const one = draw.drawn.find(({ slot }) => slot.objectCode === code);
  const nameOf = (objectCode: string | undefined): string | null => draw.frozen?.pools.objects.find((object) => object.code === objectCode)?.name ?? null;
  const entries = (await draws.history(drawId)).filter(({ event: { payload } }) => kind !== 'check' || payload.objectCode === undefined || payload.objectCode === code);
  const object = kind === 'draw' ? drawObject(draw) : kind === 'inspector' && code ? inspectorObject(draw, code) : one && checkObject(draw, one, now);
  return object ? { object, entries: sheetEntries<DrawEvent>(entries, district.unitName, ({ payload }) => nameOf(payload.objectCode)), at: now } : null;
}
