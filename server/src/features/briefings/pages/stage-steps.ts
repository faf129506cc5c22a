import { CASES_A_PAGE, type Briefing, type BriefingStep, type FrozenFigure } from '@wangge/shared/briefing';
import { clockText, periodText, stampText } from '../words.ts';
import { mapScope } from './a4.ts';
import { drawRanking, drawTrend, trendSums } from './charts.ts';
import { drawLamps } from './lamps.ts';
import { drawMap } from './map-drawing.ts';
import { comparison, drawHero, drawRate, drawSection, fractionOf, leading, type Box } from './parts.ts';
import type { Sheet } from './sheet.ts';
import { TWELFTHS, type StageRoom } from './stage-room.ts';
import { caseRow } from './tables.ts';

/** Under the large title of the first page. */
const COVER_TOP = 160;
const HEAD = 40;

/** What a page is drawn with. */
export interface StageSheet {
  readonly sheet: Sheet;
  readonly briefing: Briefing;
  readonly room: StageRoom;
}

type Content = Briefing['content'];

/** A box without its section head, whose rule it draws. */
function section(sheet: Sheet, box: Box, title: string, scope: string, { asOf }: Content): Box {
  drawSection(sheet, box, title, scope, asOf, 1.3);
  return { ...box, y: box.y + HEAD, height: box.height - HEAD - 6 };
}

function drawTrendPart(sheet: Sheet, box: Box, content: Content): void {
  drawTrend(sheet, section(sheet, box, content.trend.title, trendSums(content.trend), content), content.trend, 1.3);
}

function drawRankingPart(sheet: Sheet, box: Box, content: Content): void {
  drawRanking(sheet, section(sheet, box, content.ranking.title, '按期结案率', content), content.ranking, 1.2);
}

function drawLampsPart(sheet: Sheet, box: Box, content: Content): void {
  drawLamps(sheet, section(sheet, box, '红黄绿灯', `在办 ${content.lamps.open} 件`, content), content, 1.15);
}

function drawRatesPart(sheet: Sheet, box: Box, content: Content): void {
  const { rates } = leading(content);
  if (rates.length === 0) return;
  const inner = section(sheet, box, '结案率', '', content);
  const each = (inner.width - 20) / 2;
  rates.forEach((figure, i) => drawRate(sheet, { ...inner, x: inner.x + i * (each + 20), width: each }, figure, 1.2));
}

/** 要览: title, the first number, lamps and rates; on wide walls trend, ranking and map beside them. */
export function drawOverview({ sheet, briefing: { content }, room }: StageSheet): void {
  const { part, columns, isTall, edge, whole } = room;
  const titleWidth = isTall ? whole.width : part(0, Math.min(2, columns)).width;
  sheet.fit(edge, 110, content.title, titleWidth, { size: isTall ? 34 : 40, weight: 700 });
  sheet.text(edge, 140, `${periodText(content)}　截至 ${content.kind === 'moment' || content.kind === 'day' ? clockText(content.asOf) : stampText(content.asOf)}`, { size: 17, tone: 'ink2' });
  const { hero } = leading(content);
  if (isTall) {
    drawHero(sheet, part(0, 3, COVER_TOP), hero, 1.25);
    drawLampsPart(sheet, part(3, 5, COVER_TOP), content);
    drawRatesPart(sheet, part(5, 7.4, COVER_TOP), content);
    return drawTrendPart(sheet, part(7.6, TWELFTHS, COVER_TOP), content);
  }
  const main = part(0, 2, COVER_TOP);
  sheet.line(main.x, COVER_TOP, main.x + main.width, COVER_TOP, 'ink', 1.6);
  drawHero(sheet, { ...main, y: main.y + 16 }, hero, 1.3);
  const lower = { y: 332, height: room.height - 332 - 52 };
  drawLampsPart(sheet, { ...main, ...lower, width: main.width * 0.46 }, content);
  drawRatesPart(sheet, { ...lower, x: main.x + main.width * 0.5, width: main.width * 0.5 }, content);
  if (columns >= 3) drawTrendPart(sheet, part(2, 3), content);
  if (columns >= 4) drawRankingPart(sheet, part(3, 4), content);
  if (columns >= 6) drawMapPart(sheet, part(4, 6), content);
}

function drawMapPart(sheet: Sheet, box: Box, content: Content): void {
  if (content.map) drawMap(sheet, section(sheet, box, '地图', mapScope(content.map), content), content.map, content.asOf, 1.25);
}

/** 指标: numbers in a grid, each with its fraction, what it is compared with, and its definition. */
export function drawFigures({ sheet, briefing: { content }, room }: StageSheet, { from, to }: Extract<BriefingStep, { kind: 'figures' }>): void {
  const across = room.isTall ? 2 : 4;
  const down = room.isTall ? 4 : 2;
  const { whole } = room;
  content.figures.slice(from, to).forEach((figure, i) => {
    const column = i % across;
    const box = room.isTall ? { x: whole.x + column * (whole.width / 2 + 9), width: whole.width / 2 - 9 } : columnOf(room, column, across);
    drawFigure(sheet, { ...box, y: whole.y + Math.floor(i / across) * (whole.height / down), height: whole.height / down - 8 }, figure, room.columns >= 4 ? 1.12 : 1);
  });
}

/** The column of a grid: kept off the joints where there are as many columns of the page. */
function columnOf(room: StageRoom, column: number, across: number): Pick<Box, 'x' | 'width'> {
  if (room.columns >= across) return room.part((column * room.columns) / across, ((column + 1) * room.columns) / across);
  const each = room.whole.width / across;
  return { x: room.whole.x + column * each, width: each - 18 };
}

function drawFigure(sheet: Sheet, { x, y, width, height }: Box, figure: FrozenFigure, k: number): void {
  sheet.line(x, y, x + width, y, 'line2', 0.9);
  sheet.fit(x, y + 24 * k, figure.name, width, { size: 15 * k, weight: 500 });
  sheet.figure(x, y + 74 * k, figure.text, figure.value === null ? '' : figure.unit, { size: 44 * k });
  sheet.fit(x, y + 94 * k, [fractionOf(figure), figure.isFew ? '样本少' : ''].filter(Boolean).join('　'), width, { size: 12.5 * k, tone: 'ink2' });
  sheet.fit(x, y + 110 * k, comparison(figure), width, { size: 12.5 * k, tone: 'ink2' });
  const lines = sheet.lines(`${figure.definition}来源：${figure.source}。`, width, 10.5 * k);
  lines.slice(0, Math.max(2, Math.floor((height - 118 * k) / (14 * k)))).forEach((line, at) => sheet.text(x, y + (130 + at * 14) * k, line, { size: 10.5 * k, tone: 'ink3' }));
}

/** 趋势和排名, each half of the page. */
export function drawTrends({ sheet, briefing: { content }, room: { part, columns, isTall } }: StageSheet): void {
  const half = isTall ? 5 : Math.ceil(columns / 2);
  drawTrendPart(sheet, part(0, half), content);
  drawRankingPart(sheet, part(half, isTall ? TWELFTHS : columns), content);
}

const LEAST_ROW = 13;

/** 地图, and beside it the areas by how many cases are open in them. */
export function drawMapStep({ sheet, briefing: { content }, room }: StageSheet): void {
  const { map } = content;
  if (!map) return;
  const { part, columns, isTall, whole } = room;
  const split = isTall ? 7 : columns === 2 ? 0 : 2;
  drawMapPart(sheet, split > 0 ? part(0, split) : { ...whole, width: whole.width * 0.7 - 18 }, content);
  const hasRanking = columns >= 4;
  const list = split > 0 ? part(split, isTall ? TWELFTHS : hasRanking ? columns / 2 + 1 : columns) : { ...whole, x: whole.x + whole.width * 0.7 + 6, width: whole.width * 0.3 - 6 };
  if (hasRanking) drawRankingPart(sheet, part(columns / 2 + 1, columns), content);
  const inner = section(sheet, { ...list, y: list.y + (isTall ? 10 : 0) }, '在办', '按件数', content);
  const lines = sheet.lines(map.definition, inner.width, 10.5).slice(0, 6);
  const rows = [...map.areas].sort((a, b) => b.open - a.open);
  const across = isTall || columns === 6 ? 2 : 1;
  const space = inner.height - lines.length * 15 - 16;
  const row = Math.max(LEAST_ROW, Math.min(19, space / Math.ceil(rows.length / across)));
  const size = Math.min(12.5, row * 0.74);
  const most = Math.max(1, ...rows.map(({ open }) => open));
  const places = Math.floor(space / row + 0.001) * across;
  const isCut = rows.length > places;
  const listed = isCut ? rows.slice(0, places - across) : rows;
  if (isCut) sheet.text(inner.x, inner.y + 14 + (places / across - 1) * row, `另有 ${rows.length - listed.length} 个从略`, { size, tone: 'ink3' });
  listed.forEach(({ name, open }, i) => {
    const width = inner.width / across - (across > 1 ? 12 : 0);
    const x = inner.x + (i % across) * (inner.width / across + (across > 1 ? 6 : 0));
    const y = inner.y + 6 + Math.floor(i / across) * row;
    sheet.fit(x, y + 8, name, 74, { size });
    sheet.box(x + 80, y - 1, ((width - 124) * open) / most, 9, 'bar3');
    sheet.text(x + width, y + 8, `${open} 件`, { size, weight: 500, align: 'right' });
  });
  lines.forEach((line, i) => sheet.text(inner.x, inner.y + inner.height - (lines.length - 1 - i) * 15, line, { size: 10.5, tone: 'ink3' }));
}

const CASE_SCALES = [1.9, 1.75, 1.6, 1.45, 1.35, 1.25, 1.15];

/** 案件, in as many columns as the page has room for. */
export function drawCases({ sheet, briefing: { content }, room }: StageSheet, { from, to }: Extract<BriefingStep, { kind: 'cases' }>): void {
  const inner = section(sheet, room.whole, '案件', `选列 ${content.cases.length} 件，第 ${from + 1}–${to} 件`, content);
  const across = room.isTall || room.columns === 2 ? 1 : room.columns === 4 ? 2 : 3;
  const cases = content.cases.slice(from, to);
  const down = Math.ceil(CASES_A_PAGE / across);
  const width = (inner.width / across) * 0.97;
  const k = CASE_SCALES.find((scale) => cases.every((item) => caseRow(sheet, 0, 0, width, item, content.asOf, scale, false) * down <= inner.height)) ?? 1;
  for (let column = 0; column < across; column += 1) {
    const { x, width: each } = across === 1 ? inner : room.part((column * room.columns) / across, ((column + 1) * room.columns) / across);
    cases.slice(column * down, (column + 1) * down).reduce((y, item) => y + caseRow(sheet, x, y, each, item, content.asOf, k), inner.y - 4);
  }
}

const SIZES = [24, 20, 17, 14, 11.5, 9.5, 8];
const CHARACTERS_A_LINE = 38;

/** 文字: as large as all of it can be written; lines no longer than the eye follows. */
export function drawNote({ sheet, briefing: { content }, room }: StageSheet, { at }: Extract<BriefingStep, { kind: 'note' }>): void {
  const note = content.notes[at];
  if (!note) return;
  const most = room.columns > 3 ? room.part(room.columns / 2 - 1, room.columns / 2 + 1) : room.whole;
  const height = most.height - 56;
  const fits = (size: number): { readonly size: number; readonly lines: readonly string[]; readonly isWhole: boolean } => {
    const lines = sheet.lines(note.text, Math.min(most.width, size < 12 ? Infinity : size * CHARACTERS_A_LINE), size);
    const rows = Math.floor(height / (size * 1.6));
    return { size, lines: lines.slice(0, rows), isWhole: lines.length <= rows };
  };
  const chosen = SIZES.map(fits).find(({ isWhole }) => isWhole) ?? fits(SIZES.at(-1)!);
  sheet.line(most.x, most.y, most.x + most.width, most.y, 'line2', 0.9);
  sheet.text(most.x, most.y + 36, note.title, { size: 24, weight: 700 });
  chosen.lines.forEach((line, i) => sheet.text(most.x, most.y + 56 + (i + 1) * chosen.size * 1.6, line, { size: chosen.size }));
}
