import { PAPERS, type Briefing, type FrozenMap, type Page } from '@wangge/shared/briefing';
import { KIND_WORDS, clockText, periodText, stampText } from '../words.ts';
import { ROW, drawRanking, drawTrend, trendSums } from './charts.ts';
import { drawLamps } from './lamps.ts';
import { drawMap } from './map-drawing.ts';
import { drawHero, drawRate, drawSection, leading } from './parts.ts';
import { Sheet, type Measure } from './sheet.ts';
import { caseRow, figureRow } from './tables.ts';

const LEFT = 48;
const WIDTH = PAPERS.a4.width - 2 * LEFT;
const TOP = 84;
const BOTTOM = PAPERS.a4.height - 66;
const HEAD = 30;
const MOST_PLACES = 36;
const MAP_HEIGHT = 388;
/** Places stand this close rather than on a page of their own. */
const CLOSE_ROW = 14;

/** Who answers for the numbers, in one line. */
export function signature({ state, issued, frozen }: Briefing): string {
  if (state === 'withdrawn') return '已撤回，不作依据';
  return issued ? `${issued.name} ${stampText(issued.at)} 签发` : `${frozen.name} ${stampText(frozen.at)} 定格，未签发`;
}

/** What a map holds and what it leaves out. */
export function mapScope({ points, hidden }: FrozenMap): string {
  const shown = points.reduce((sum, { count }) => sum + count, 0);
  return `在办 ${shown + hidden} 件，上图 ${shown} 件${hidden > 0 ? `，另有 ${hidden} 件只计数` : ''}`;
}

/** Lays out pages from top to bottom: whatever does not fit begins the next one. */
class Flow {
  readonly #briefing: Briefing;
  readonly #measure: Measure;
  readonly sheets: Sheet[] = [];
  y = 0;

  constructor(briefing: Briefing, measure: Measure) {
    this.#briefing = briefing;
    this.#measure = measure;
    this.turn();
  }

  get sheet(): Sheet {
    return this.sheets.at(-1)!;
  }

  turn(): void {
    const sheet = new Sheet(PAPERS.a4, this.#measure);
    const { content, no } = this.#briefing;
    this.sheets.push(sheet);
    const end = sheet.text(LEFT, 50, content.area.name, { size: 10.5, weight: 700 });
    sheet.text(LEFT + end + 8, 50, content.area.room, { size: 10.5, tone: 'ink2' });
    sheet.text(LEFT + WIDTH, 50, `${KIND_WORDS[content.kind]}　${no}`, { size: 9.5, tone: 'ink3', align: 'right' });
    this.y = TOP;
  }

  /** Room for a block of this height. */
  room(height: number): number {
    if (this.y + height > BOTTOM) this.turn();
    const at = this.y;
    this.y += height;
    return at;
  }

  section(title: string, scope: string, first: number): void {
    const at = this.room(HEAD + first);
    this.y = at + HEAD;
    drawSection(this.sheet, { x: LEFT, y: at, width: WIDTH }, title, scope, this.#briefing.content.asOf, 1);
  }

  pages(): Page[] {
    const { content, hash } = this.#briefing;
    return this.sheets.map((sheet, i) => {
      const y = PAPERS.a4.height - 44;
      sheet.line(LEFT, y - 13, LEFT + WIDTH, y - 13, 'line2', 0.7);
      sheet.text(LEFT, y, `截至 ${stampText(content.asOf)} 的数，定格后不再重算　${signature(this.#briefing)}`, { size: 8.5, tone: 'ink2' });
      sheet.text(LEFT + WIDTH, y, `${i + 1} / ${this.sheets.length}`, { size: 9.5, weight: 500, align: 'right' });
      sheet.text(LEFT, y + 12, `${content.isDemo ? '演示数据　' : ''}${content.unmaskedFor === null ? '个人信息已隐去' : `含个人信息，仅限：${content.unmaskedFor}`}　校验码 ${hash.slice(0, 16)}`, { size: 8.5, tone: content.unmaskedFor === null ? 'ink3' : 'red' });
      return sheet.page(`第 ${i + 1} 页`);
    });
  }
}

function drawTitle(flow: Flow, { content }: Briefing): void {
  const { sheet } = flow;
  const lines = sheet.lines(content.title, WIDTH - (content.isDemo ? 90 : 0), 31, 700).slice(0, 2);
  lines.forEach((line, i) => sheet.text(LEFT, 106 + i * 38, line, { size: 31, weight: 700 }));
  if (content.isDemo) {
    sheet.box(LEFT + WIDTH - 66, 86, 66, 22, null, 'ink');
    sheet.text(LEFT + WIDTH - 33, 101, '演示数据', { size: 11, weight: 500, align: 'centre' });
  }
  const y = 106 + (lines.length - 1) * 38 + 24;
  sheet.text(LEFT, y, `${periodText(content)}　截至 ${content.kind === 'moment' || content.kind === 'day' ? clockText(content.asOf) : stampText(content.asOf)}`, { size: 12.5, tone: 'ink2' });
  sheet.line(LEFT, y + 16, LEFT + WIDTH, y + 16, 'ink', 1.4);
  flow.y = y + 32;
}

/** 简报 on A4: what matters first on the first page, then every figure with its definition, the cases, the ranking. */
export function a4Pages(briefing: Briefing, measure: Measure): Page[] {
  const { content } = briefing;
  const flow = new Flow(briefing, measure);
  drawTitle(flow, briefing);
  const { hero, rates } = leading(content);
  if (hero.length > 0) drawHero(flow.sheet, { x: LEFT, y: flow.room(120), width: WIDTH, height: 108 }, hero, 1);
  flow.section('红黄绿灯', `在办 ${content.lamps.open} 件`, 82);
  drawLamps(flow.sheet, { x: LEFT, y: flow.room(88), width: WIDTH, height: 74 }, content, 1);
  if (rates.length > 0) {
    flow.section('结案率', '', 96);
    const y = flow.room(98);
    rates.forEach((figure, i) => drawRate(flow.sheet, { x: LEFT + i * (WIDTH / 2 + 12), y, width: WIDTH / 2 - 12, height: 90 }, figure, 1));
  }
  for (const note of content.notes) drawNote(flow, note.title, note.text);
  flow.section(content.trend.title, trendSums(content.trend), 124);
  const trend = Math.min(170, BOTTOM - flow.y - 8);
  drawTrend(flow.sheet, { x: LEFT, y: flow.room(trend + 8), width: WIDTH, height: trend }, content.trend, 1);
  if (content.map) {
    flow.section('地图', mapScope(content.map), MAP_HEIGHT);
    drawMap(flow.sheet, { x: LEFT, y: flow.room(MAP_HEIGHT + 4), width: WIDTH, height: MAP_HEIGHT }, content.map, content.asOf, 1);
    const lines = flow.sheet.lines(content.map.definition, WIDTH, 8.5);
    lines.forEach((line) => flow.sheet.text(LEFT, flow.room(12.5) + 9, line, { size: 8.5, tone: 'ink3' }));
    flow.y += 10;
  }
  if (content.picture) {
    const height = Math.min(420, (WIDTH * content.picture.height) / content.picture.width);
    const width = (height * content.picture.width) / content.picture.height;
    flow.section('附图', content.picture.caption, height);
    flow.sheet.picture(LEFT + (WIDTH - width) / 2, flow.room(height + 14), width, height);
  }
  const hadRoom = drawPlaces(flow, briefing, false);
  if (content.cases.length > 0) {
    flow.section('案件', `选列 ${content.cases.length} 件`, 60);
    for (const item of content.cases) {
      const height = caseRow(flow.sheet, LEFT, 0, WIDTH, item, content.asOf, 1, false);
      const y = flow.room(height);
      caseRow(flow.sheet, LEFT, y, WIDTH, item, content.asOf, 1);
    }
    flow.y += 12;
  }
  if (!hadRoom) drawPlaces(flow, briefing, true);
  flow.section('数与口径', `${content.figures.length} 项`, 60);
  for (const figure of content.figures) {
    const height = figureRow(flow.sheet, LEFT, 0, WIDTH, figure, 1, false);
    const y = flow.room(height);
    figureRow(flow.sheet, LEFT, y, WIDTH, figure, 1);
  }
  for (const { title, definition, source } of [content.trend, content.ranking]) {
    const lines = flow.sheet.lines(`${title}。口径：${definition}来源：${source}。`, WIDTH, 8.5);
    const y = flow.room(lines.length * 12.5 + 12);
    flow.sheet.line(LEFT, y, LEFT + WIDTH, y, 'line', 0.6);
    lines.forEach((line, i) => flow.sheet.text(LEFT, y + 14 + i * 12.5, line, { size: 8.5, tone: 'ink3' }));
  }
  return flow.pages();
}

/** The ranking, which stands on one page: here where there is room for it, or where it must be now. Answers whether it was drawn. */
function drawPlaces(flow: Flow, { content: { ranking } }: Briefing, isDue: boolean): boolean {
  const places = Math.min(ranking.rows.length, MOST_PLACES);
  const least = places * CLOSE_ROW + 16;
  if (!isDue && flow.y + HEAD + least > BOTTOM) return false;
  flow.section(ranking.title, '按期结案率，口径见后', least);
  const height = Math.min(places * ROW + 16, BOTTOM - flow.y - 8);
  drawRanking(flow.sheet, { x: LEFT, y: flow.room(height + 8), width: WIDTH, height }, ranking, 1);
  flow.y += 6;
  return true;
}

function drawNote(flow: Flow, title: string, text: string): void {
  const lines = flow.sheet.lines(text, WIDTH, 10.5);
  flow.y = flow.room(26 + Math.min(2, lines.length) * 17) + 4;
  flow.sheet.line(LEFT, flow.y - 4, LEFT + WIDTH, flow.y - 4, 'line2', 0.7);
  flow.sheet.text(LEFT, flow.y + 14, title, { size: 12.5, weight: 700 });
  flow.y += 24;
  for (const line of lines) flow.sheet.text(LEFT, flow.room(17) + 11, line, { size: 10.5, tone: 'ink' });
  flow.y += 12;
}
