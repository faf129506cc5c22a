import { PAPERS, type Briefing, type FrozenFigure, type Page } from '@wangge/shared/briefing';
import { KIND_WORDS, clockText, periodText, stampText } from '../words.ts';
import { signature } from './a4.ts';
import { drawRanking, drawTrend, trendSums } from './charts.ts';
import { drawLamps } from './lamps.ts';
import { comparison, drawHero, drawRate, drawSection, fractionOf, leading } from './parts.ts';
import { Sheet, type Measure } from './sheet.ts';
import { caseRow } from './tables.ts';

const { width: W, height: H } = PAPERS.slide;
const LEFT = 44;
const WIDTH = W - 2 * LEFT;
const TOP = 74;
const BOTTOM = H - 46;
const GRID = { columns: 4, rows: 2 };

/** Cuts a list into parts that fit one slide each. */
function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** 简报 as slides of 16:9, for a projector and for the wall: the same numbers in a composition of its own. */
export function slidePages(briefing: Briefing, measure: Measure): Page[] {
  const { content, hash, no } = briefing;
  const slides: { readonly name: string; readonly sheet: Sheet }[] = [];
  const begin = (name: string): Sheet => {
    const sheet = new Sheet(PAPERS.slide, measure);
    slides.push({ name, sheet });
    return sheet;
  };
  drawCover(begin('首页'), briefing);
  inParts(content.figures, GRID.columns * GRID.rows).forEach((figures) => drawGrid(begin('指标'), figures));
  const trend = begin('趋势和排名');
  drawSection(trend, { x: LEFT, y: TOP, width: 440 }, content.trend.title, trendSums(content.trend), content.asOf, 1.3);
  drawTrend(trend, { x: LEFT, y: TOP + 40, width: 440, height: BOTTOM - TOP - 50 }, content.trend, 1.3);
  drawSection(trend, { x: LEFT + 470, y: TOP, width: WIDTH - 470 }, content.ranking.title, '按期结案率', content.asOf, 1.3);
  drawRanking(trend, { x: LEFT + 470, y: TOP + 40, width: WIDTH - 470, height: BOTTOM - TOP - 50 }, content.ranking, 1.2);
  if (content.picture) {
    const sheet = begin('地图');
    const scale = Math.min(WIDTH / content.picture.width, (BOTTOM - TOP - 36) / content.picture.height);
    drawSection(sheet, { x: LEFT, y: TOP, width: WIDTH }, '地图', content.picture.caption, content.asOf, 1.3);
    sheet.picture(LEFT + (WIDTH - content.picture.width * scale) / 2, TOP + 34, content.picture.width * scale, content.picture.height * scale);
  }
  inParts(content.cases, 6).forEach((cases) => {
    const sheet = begin('案件');
    drawSection(sheet, { x: LEFT, y: TOP, width: WIDTH }, '案件', `选列 ${content.cases.length} 件`, content.asOf, 1.3);
    cases.reduce((y, item) => y + caseRow(sheet, LEFT, y, WIDTH, item, content.asOf, 1.25), TOP + 36);
  });
  for (const { title, text } of content.notes) drawNote(begin('文字'), title, text);
  return slides.map(({ name, sheet }, i) => {
    const isCover = i === 0;
    if (!isCover) {
      const end = sheet.text(LEFT, 46, content.title, { size: 20, weight: 700 });
      sheet.text(LEFT + end + 14, 46, periodText(content), { size: 13, tone: 'ink2' });
    }
    if (content.isDemo) {
      sheet.box(W - LEFT - 78, 26, 78, 26, null, 'ink');
      sheet.text(W - LEFT - 39, 44, '演示数据', { size: 13, weight: 500, align: 'centre' });
    }
    sheet.line(LEFT, H - 36, W - LEFT, H - 36, 'line2', 0.8);
    sheet.text(LEFT, H - 18, `截至 ${stampText(content.asOf)} 的数，定格后不再重算　${signature(briefing)}　${content.unmaskedFor === null ? '个人信息已隐去' : `含个人信息，仅限：${content.unmaskedFor}`}`, { size: 11, tone: content.unmaskedFor === null ? 'ink2' : 'red' });
    sheet.text(W - LEFT, H - 18, `${no}　${hash.slice(0, 8)}　${i + 1} / ${slides.length}`, { size: 11, tone: 'ink3', align: 'right' });
    return sheet.page(name);
  });
}

function drawCover(sheet: Sheet, { content }: Briefing): void {
  const end = sheet.text(LEFT, 46, content.area.name, { size: 16, weight: 700 });
  sheet.text(LEFT + end + 12, 46, `${content.area.room}　${KIND_WORDS[content.kind]}`, { size: 14, tone: 'ink2' });
  sheet.fit(LEFT, 112, content.title, WIDTH, { size: 42, weight: 700 });
  sheet.text(LEFT, 144, `${periodText(content)}　截至 ${content.kind === 'moment' || content.kind === 'day' ? clockText(content.asOf) : stampText(content.asOf)}`, { size: 17, tone: 'ink2' });
  sheet.line(LEFT, 164, W - LEFT, 164, 'ink', 1.6);
  const { hero, rates } = leading(content);
  drawHero(sheet, { x: LEFT, y: 176, width: WIDTH, height: 140 }, hero, 1.35);
  drawSection(sheet, { x: LEFT, y: 332, width: WIDTH * 0.42 }, '红黄绿灯', `在办 ${content.lamps.open} 件`, content.asOf, 1.25);
  drawLamps(sheet, { x: LEFT, y: 368, width: WIDTH * 0.42, height: 110 }, content, 1.15);
  if (rates.length === 0) return;
  drawSection(sheet, { x: LEFT + WIDTH * 0.46, y: 332, width: WIDTH * 0.54 }, '结案率', '', content.asOf, 1.25);
  const each = WIDTH * 0.54 * 0.5;
  rates.forEach((figure, i) => drawRate(sheet, { x: LEFT + WIDTH * 0.46 + i * (each + 10), y: 368, width: each - 14, height: 110 }, figure, 1.2));
}

/** Numbers in a grid, each with its fraction, what it is compared with, and its definition. */
function drawGrid(sheet: Sheet, figures: readonly FrozenFigure[]): void {
  const width = WIDTH / GRID.columns;
  const height = (BOTTOM - TOP) / GRID.rows;
  figures.forEach((figure, i) => {
    const x = LEFT + (i % GRID.columns) * width;
    const y = TOP + Math.floor(i / GRID.columns) * height;
    const most = width - 18;
    sheet.line(x, y, x + most, y, 'line2', 0.9);
    sheet.fit(x, y + 24, figure.name, most, { size: 15, weight: 500 });
    sheet.figure(x, y + 74, figure.text, figure.value === null ? '' : figure.unit, { size: 44 });
    sheet.fit(x, y + 94, [fractionOf(figure), figure.isFew ? '样本少' : ''].filter(Boolean).join('　'), most, { size: 12.5, tone: 'ink2' });
    sheet.fit(x, y + 110, comparison(figure), most, { size: 12.5, tone: 'ink2' });
    const lines = sheet.lines(`${figure.definition}来源：${figure.source}。`, most, 10.5);
    lines.slice(0, 6).forEach((line, at) => sheet.text(x, y + 130 + at * 14, line, { size: 10.5, tone: 'ink3' }));
  });
}

function drawNote(sheet: Sheet, title: string, text: string): void {
  sheet.line(LEFT, TOP, W - LEFT, TOP, 'line2', 0.9);
  sheet.text(LEFT, TOP + 34, title, { size: 22, weight: 700 });
  sheet.lines(text, WIDTH, 18).slice(0, 12).forEach((line, i) => sheet.text(LEFT, TOP + 70 + i * 29, line, { size: 18 }));
}
