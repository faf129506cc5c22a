import { readFileSync } from 'node:fs';
import { AppraisalBook, type AppraisalWeights } from '@wangge/shared/appraisal';
import { DAY_MS } from '@wangge/shared/base';
import type { CaseEvent } from '@wangge/shared/case';
import { comparePeriod, type Difference } from './compare.ts';
import { END, START, calendar, departments, gridWorkerOf, teams } from './county.ts';
import { generateHistories } from './generate.ts';
import { provePatrols } from './patrol-histories.ts';
import { readHistory, type History } from './recount/history.ts';
import type { World } from './recount/tally.ts';
import { KINDS } from './recount/windows.ts';

const SEED = 20_260_105;
const SHOWN = 10;
const WEIGHTS = new URL('../../../../server/src/features/appraisal/defaults/appraisal-weights.json', import.meta.url);

/** Looks while the histories go on: on the Saturday worked after 春节, in 劳动节, at the end and long after it. */
const LOOKS = ['2026-02-28T10:00:00+08:00', '2026-05-02T09:00:00+08:00'].map((text) => Date.parse(text));
const AFTER = END + 20 * DAY_MS;

/** Which days each look asks about: its own, the one before, and one a while ago. */
const BACK_DAYS = [0, 1, 33];

const levels = new Map(departments.map(({ id, level }) => [id as string, level]));
const headcounts = new Map(teams.map(({ id, headcount }) => [id as string, headcount]));

/**
 * Generates histories, feeds them to the read model of appraisal as they happen, and compares at several looks every indicator of
 * everybody by day, week, month, quarter and year with a count from the raw events that shares nothing with it.
 */
export async function proveHistories(count: number, seed = SEED): Promise<{ ok: boolean; lines: string[] }> {
  const weights = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as AppraisalWeights;
  const organisation = {
    settings: weights.settings, levelOf: (id: string) => levels.get(id) ?? 'town', gridWorkerOf, headcountOf: (id: string) => headcounts.get(id) ?? 1,
  };
  const book = new AppraisalBook(organisation);
  const streams = new Map<string, CaseEvent[]>();
  const looks = [...LOOKS, END, AFTER];
  const differences: Difference[] = [];
  let events = 0;
  let figures = 0;
  const look = (asOf: number): void => {
    const histories = [...streams].map(([id, list]) => readHistory(id, list));
    const world: World = { ...organisation, calendar, asOf, byPhone: phoneBook(histories) };
    book.advance(asOf);
    const seen = new Set<string>();
    for (const kind of KINDS) {
      for (const back of BACK_DAYS) {
        const at = asOf - back * DAY_MS;
        if (at < START) continue;
        const compared = comparePeriod(kind, at, book, histories, world, weights, seen);
        figures += compared.figures;
        differences.push(...compared.differences);
      }
    }
  };
  for (const { caseId, event } of generateHistories(count, seed)) {
    while (looks[0] !== undefined && looks[0] < event.at) look(looks.shift()!);
    const list = streams.get(caseId);
    if (list) list.push(event);
    else streams.set(caseId, [event]);
    book.apply(caseId, event, calendar);
    events += 1;
    if (events % 5_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const asOf of looks) look(asOf);
  const patrols = provePatrols(seed);
  const ok = differences.length === 0 && streams.size === count && patrols.differences.length === 0;
  return { ok, lines: [
    `histories: ${streams.size} of ${count}, ${events} events, ${new Set([...streams.values()].flat().map(({ type }) => type)).size} kinds`,
    `histories: ${figures} figures compared with the recount at ${LOOKS.length + 2} instants`,
    `histories: ${patrols.compared} figures of patrols and days on duty compared`,
    `histories: ${differences.length + patrols.differences.length} differences`,
    ...patrols.differences.slice(0, SHOWN).map((line) => `  ${line}`),
    ...differences.slice(0, SHOWN).map(({ what, product, recounted, cases }) => `  ${what}: product ${product}, recount ${recounted}, e.g. ${cases.join(' ')}`),
  ] };
}

function phoneBook(histories: readonly History[]): World['byPhone'] {
  const byPhone = Map.groupBy(histories, ({ events }) => events[0]!.facts!.reporter.phone);
  return (phone) => byPhone.get(phone) ?? [];
}
