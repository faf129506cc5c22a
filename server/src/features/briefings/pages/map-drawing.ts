import type { FrozenArea, FrozenMap, Tone } from '@wangge/shared/briefing';
import { createPlane, type LngLat } from '@wangge/shared/geo';
import { stampText } from '../words.ts';
import { LAMPS, drawLamp, lampTone, lampWord } from './lamps.ts';
import { placeLabels } from './place-labels.ts';
import type { Box } from './parts.ts';
import type { Sheet } from './sheet.ts';

const STEPS: readonly Tone[] = ['land1', 'land2', 'land3', 'land4', 'land5'];
const RADIUS: Readonly<Record<(typeof LAMPS)[number], number>> = { red: 4.6, yellow: 4, green: 3, paused: 3 };
/** Under the map: what its signs mean. */
const LEGEND = 34;
/** 坐标系: places are kept in WGS-84, which a page of this scale cannot tell from it. */
const DATUM = 'CGCS2000';

/** The tone of an area with so many open cases, of the most that any has. */
function loadTone(open: number, most: number): Tone {
  return STEPS[most === 0 ? 0 : Math.ceil((open / most) * (STEPS.length - 1))]!;
}

/** A round length that takes at most so many metres. */
function roundLength(mostM: number): number {
  const power = 10 ** Math.floor(Math.log10(mostM));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= mostM) ?? power;
}

/** Where the ground lies on the page: as large as the box holds it, in the middle. */
function projection({ bounds: [west, south, east, north] }: FrozenMap, { x, y, width, height }: Box): { readonly scale: number; at(place: LngLat): [number, number] } {
  const plane = createPlane([(west + east) / 2, (south + north) / 2]);
  const [eastM, northM] = plane.toPlane([east, north]);
  const scale = Math.min(width / (2 * eastM), height / (2 * northM));
  return {
    scale,
    at(place) {
      const [right, up] = plane.toPlane(place);
      return [x + width / 2 + right * scale, y + height / 2 - up * scale];
    },
  };
}

/** 地图: areas by how many cases are open in them, each with its name and number, and lamps where cases stand; scale bar, datum and moment under it. */
export function drawMap(sheet: Sheet, box: Box, map: FrozenMap, asOf: number, k: number): void {
  const room: Box = { ...box, height: box.height - LEGEND * k };
  const { scale, at } = projection(map, room);
  const line = (places: readonly LngLat[]): [number, number][] => places.map(at);
  const most = Math.max(...map.areas.map(({ open }) => open), 0);
  for (const area of map.areas) sheet.area(area.rings.map(line), loadTone(area.open, most), null, 0);
  sheet.area(map.ponds.map(line), 'water', null, 0);
  for (const widthM of new Set(map.rivers.map((river) => river.widthM))) {
    sheet.area(map.rivers.filter((river) => river.widthM === widthM).map((river) => line(river.line)), null, 'water', Math.max(0.7 * k, widthM * scale));
  }
  sheet.area(map.roads.map(line), null, 'line2', 0.8 * k);
  sheet.area(map.areas.flatMap(({ rings }) => rings.map(line)), null, 'bar2', 0.6 * k);
  sheet.area(map.outline.map(line), null, 'ink', 1.3 * k);
  const [west, south, east, north] = map.bounds;
  sheet.area([line([[west, south], [west, north], [east, north], [east, south], [west, south]])], null, 'line', 0.6 * k);
  const lamps = map.points.map(({ lngLat, lamp, count }) => ({ at: at(lngLat), lamp, count, radius: RADIUS[lamp] * k }));
  for (const { at: [x, y], lamp, count, radius } of lamps) {
    sheet.disc(x, y, radius * 1.25, 'paper');
    drawLamp(sheet, x, y, radius, lamp);
    if (count > 1) sheet.text(x + radius * 1.3, y - radius * 0.5, String(count), { size: 6.5 * k, weight: 700, tone: lampTone(lamp) });
  }
  const size = 8 * k;
  const wordsOf = ({ name, open }: FrozenArea): string => `${name} ${open}`;
  const labels = map.areas.map((area) => ({ area, at: at(area.label), width: sheet.widthOf(wordsOf(area), size, 500), height: size }));
  placeLabels(labels, lamps.map(({ at: [x, y], radius }) => ({ x, y, radius: radius * 1.3 })), room).forEach(([x, y], i) => {
    const { area } = labels[i]!;
    const left = x - labels[i]!.width / 2;
    const end = sheet.text(left, y, `${area.name} `, { size });
    sheet.text(left + end, y, String(area.open), { size, weight: 700 });
  });
  drawLegend(sheet, box, map, { asOf, k, scale, most });
}

function drawLegend(sheet: Sheet, { x, y, width, height }: Box, map: FrozenMap, { asOf, k, scale, most }: { readonly asOf: number; readonly k: number; readonly scale: number; readonly most: number }): void {
  const base = y + height - 16 * k;
  const size = 8 * k;
  let left = x;
  for (const lamp of LAMPS) {
    drawLamp(sheet, left + 4 * k, base - 3 * k, 3.6 * k, lamp);
    left += 11 * k + sheet.text(left + 11 * k, base, lampWord(lamp), { size, tone: 'ink2' }) + 9 * k;
  }
  left += sheet.text(left, base, '在办 0', { size, tone: 'ink2' }) + 4 * k;
  for (const tone of STEPS) {
    sheet.box(left, base - 7 * k, 10 * k, 8 * k, tone, 'line2');
    left += 10 * k;
  }
  sheet.text(left + 4 * k, base, `${most} 件`, { size, tone: 'ink2' });
  const lengthM = roundLength((width * 0.16) / scale);
  const [end, bar] = [x + width, x + width - lengthM * scale];
  sheet.path([[bar, base - 5 * k], [bar, base], [end, base], [end, base - 5 * k]], 'ink2', 0.9 * k);
  sheet.text(bar - 5 * k, base, lengthM >= 1_000 ? `${lengthM / 1_000} 公里` : `${lengthM} 米`, { size, tone: 'ink2', align: 'right' });
  const source = map.source === '示意' ? '示意地图' : map.source;
  sheet.text(x, base + 13 * k, [`坐标系 ${DATUM}`, `截至 ${stampText(asOf)}`, source].filter(Boolean).join('　'), { size, tone: 'ink3' });
}
