import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Briefing, BriefingDetail, Page } from '@wangge/shared/briefing';
import { API_KEY, startTestApp, type TestApp } from '../support/test-app.ts';

/** Comma, quote, UTF-8, from row 1, every sheet a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const folder = mkdtempSync(join(tmpdir(), 'wangge-office-'));
let app: TestApp;
let briefing: Briefing;
let a4: readonly Page[];
let slides: readonly Page[];

const office = (...args: string[]): string => execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', ...args, '--outdir', folder], { encoding: 'utf8', stdio: 'pipe' });
const pdfText = (file: string): string => execFileSync('pdftotext', ['-raw', join(folder, file), '-'], { encoding: 'utf8' });
const pageCount = (file: string): number => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [join(folder, file)], { encoding: 'utf8' }))?.[1]);
const numbersIn = (text: string): string[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).sort();
const textOf = (pages: readonly Page[]): string => pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))).join('\n');

async function get(path: string): Promise<Response> {
  const answer = await fetch(`${app.url}/api/v1/briefings/${path}`, { headers: { cookie: app.as('chief').cookie } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

function rowsOf(sheet: string): string[][] {
  const file = readdirSync(folder).find((name) => name.endsWith(`-${sheet}.csv`)) ?? '';
  return readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '').trimEnd().split('\n').map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) => (quoted === undefined ? plain : quoted.replaceAll('""', '"'))));
}

beforeAll(async () => {
  app = await startTestApp();
  const ids: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    const said = { typeCode: 'T1', lng: 120.21 + (i % 3) * 0.05, lat: 31.8, description: ['=1+1', '+8613', '-2', '@SUM(A1)', '\t=2', '路面积水', '河道侵占'][i], address: '=cmd|1', reporterName: '王小明', reporterPhone: '13812345678' };
    ids.push((await app.anonymous.call('POST', '/api/v1/intake/cases', said, { 'x-api-key': API_KEY, 'idempotency-key': `n-${i}` })).body.id);
  }
  const wish = {
    figureIds: ['reported-today', 'accepted-today', 'open', 'month-on-time-rate', 'red', 'I11', 'I12', 'I21'], caseIds: ids, title: '社会治理日报', pictureId: app.photo, caption: '全镇',
    notes: [{ title: '要情', text: '龘堃片区水位 ≤ 3.65 米，已派 2 支队伍。' }], commandId: 'office-wish',
  };
  ({ briefing } = (await app.as('chief').call('POST', '/api/v1/briefings', wish)).body as unknown as BriefingDetail);
  for (const format of ['pdf', 'pptx', 'xlsx']) writeFileSync(join(folder, `b.${format}`), Buffer.from(await (await get(`${briefing.id}/files/${format}`)).arrayBuffer()));
  ({ pages: a4 } = (await (await get(`${briefing.id}/pages?paper=a4`)).json()) as { pages: Page[] });
  ({ pages: slides } = (await (await get(`${briefing.id}/pages?paper=slide`)).json()) as { pages: Page[] });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** A cell as a number; null where it says that there is none. */
const read = (cell: string | undefined): number | null => (cell === '—' ? null : Number(cell));

/** Every number that was frozen, as it is read. */
function frozenNumbers({ content: { figures, lamps, map, ranking, trend } }: Briefing): string[] {
  return [
    ...figures.flatMap(({ text, denominator, numerator }) => [text, ...(denominator === null ? [] : [`${numerator} / ${denominator}`])]),
    ...[lamps.red, lamps.yellow, lamps.green, lamps.paused].map(String), ...ranking.rows.flatMap(({ name, text }) => [name, text]),
    String(Math.max(...trend.points.map(({ bar }) => bar))), ...(map?.areas ?? []).flatMap(({ name, open }) => [name, String(open)]),
  ];
}

describe('[BF7] an exported briefing', () => {
  it('is a PDF whose numbers are those of the pages, no more and no fewer, in embedded faces', () => {
    const text = pdfText('b.pdf');
    expect(pageCount('b.pdf')).toBe(a4.length);
    expect(numbersIn(text)).toEqual(numbersIn(textOf(a4)));
    for (const shown of frozenNumbers(briefing)) expect(textOf(a4)).toContain(shown);
    for (const words of [briefing.no, briefing.hash.slice(0, 16), '社会治理日报', 'chief', '个人信息已隐去', '案件实时统计', '龘堃片区', '≤', '王**', '138****5678']) expect(text.replace(/\s/g, '')).toContain(words);
    const fonts = execFileSync('pdffonts', [join(folder, 'b.pdf')], { encoding: 'utf8' }).trimEnd().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
  });

  it('is a PDF that LibreOffice opens', () => {
    office('--infilter=draw_pdf_import', '--convert-to', 'odg', join(folder, 'b.pdf'));
    office('--convert-to', 'pdf:draw_pdf_Export', join(folder, 'b.odg'));
    expect(pageCount('b.pdf')).toBe(a4.length);
  });

  it('is a PPTX that LibreOffice opens, a slide a page, with the frozen numbers as text', () => {
    office('--convert-to', 'odp', join(folder, 'b.pptx'));
    office('--convert-to', 'pdf', join(folder, 'b.odp'));
    expect(pageCount('b.pdf')).toBe(slides.length);
    const text = pdfText('b.pdf').replace(/\s/g, '');
    for (const shown of [...frozenNumbers(briefing), briefing.no, briefing.hash.slice(0, 8), '社会治理日报', '个人信息已隐去']) expect(text).toContain(shown.replace(/\s/g, ''));
  });

  it('is a workbook that LibreOffice opens, whose cells are the frozen numbers and no formula', () => {
    office('--convert-to', EVERY_SHEET, join(folder, 'b.xlsx'));
    const figures = rowsOf('数与口径').slice(1);
    expect(figures.map(([name, value, unit, numerator, denominator]) => [name, read(value), unit, read(numerator), read(denominator)])).toEqual(briefing.content.figures.map(({ name, value, unit, numerator, denominator }) => [name, value, unit, numerator, denominator]));
    expect(figures.map(([, , , , , , , , definition, source]) => [definition, source])).toEqual(briefing.content.figures.map(({ definition, source }) => [definition, source]));
    const { lamps, ranking, trend, cases } = briefing.content;
    expect(rowsOf('红黄绿灯').slice(1).map(([, count]) => Number(count))).toEqual([lamps.red, lamps.yellow, lamps.green, lamps.paused, lamps.open]);
    expect(rowsOf('排名').slice(1, 1 + ranking.rows.length).map(([, name, rate, part, whole]) => [name, read(rate), read(part), read(whole)])).toEqual(ranking.rows.map(({ name, value, numerator, denominator }) => [name, value, numerator, denominator]));
    expect(rowsOf('趋势').slice(1, 1 + trend.points.length).map(([, bar, line]) => [Number(bar), Number(line)])).toEqual(trend.points.map(({ bar, line }) => [bar, line]));
    expect(readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('-简报.csv')) ?? ''), 'utf8')).toContain(briefing.hash);
    const told = rowsOf('案件').slice(1);
    expect(told.map((row) => row.at(-1))).toEqual(cases.map(({ description }) => (/^[=+\-@\t]/.test(description) ? `'${description}` : description)));
    expect(told.every((row) => row[8]?.startsWith("'=cmd"))).toBe(true);
  });

  it('[BF6] shows each number in the workbook as it is printed, and holds no formula', () => {
    office('--convert-to', 'fods', join(folder, 'b.xlsx'));
    const sheet = readFileSync(join(folder, 'b.fods'), 'utf8');
    expect(sheet).toContain('office:value-type="float"');
    expect(sheet).not.toContain('table:formula');
    for (const { text } of briefing.content.figures) expect(sheet).toContain(`<text:p>${text}</text:p>`);
  });
});
