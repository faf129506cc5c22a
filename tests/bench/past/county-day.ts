import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createSqliteDocumentStore, createSqliteEventStore, createSqliteTrackStore, openDatabase } from '@wangge/server/store/sqlite';
import { DAY_MS, HOUR_MS, asId, dateKey, startOfDay, type TeamId, type UnitId } from '@wangge/shared/base';
import type { District } from '@wangge/shared/district';
import type { DomainEvent } from '@wangge/shared/life';
import type { PastPicture } from '@wangge/shared/wire';
import { play, type Happened } from '../../support/histories.ts';
import { startTestApp } from '../../support/test-app.ts';

/**
 * How long it takes to open a day of a county in the past, and what live work notices of it: 2,000 cases a day, 50,000 devices whose
 * tracks are thinned to a fix in half an hour, 60 squads with one in half a minute. Ends with a verdict; fails when it is not kept.
 */
const DAYS = Number(process.argv[2] ?? 30);
const [CASES_A_DAY, DEVICES, SQUADS] = [2_000, 50_000, 60] as const;
const [SQUAD_EACH_MS, PERSON_EACH_MS] = [30_000, HOUR_MS / 2] as const;
/** The promise: a day opens within this, and while it is played nobody else waits longer than a blink. */
const [OPEN_WITHIN_MS, STEP_WITHIN_MS, NOBODY_WAITS_MS] = [2_000, 500, 250] as const;
const END = startOfDay(Date.now());
const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`;

/** Lives of cases that were played once and came to their end, to be lived again by others at other times. */
function lives(): Happened[][] {
  const happened: Happened[] = [];
  const [list] = fc.sample(fc.array(fc.record({ afterMin: fc.integer({ min: 0, max: 16 }), pick: fc.integer({ min: 0, max: 1_000 }), choice: fc.integer({ min: 0, max: 1_000 }) }), { minLength: 2_000, maxLength: 2_000 }), { seed: 55, numRuns: 1 });
  play(list!, (one) => happened.push(one));
  return [...Map.groupBy(happened, ({ stream }) => stream).values()].filter((life) => life.length <= 14 && ['evaluated', 'refused'].includes(life.at(-1)!.event.to));
}

/** One life moved in time under another name; nothing in it lies after `until`. */
function moved(life: readonly Happened[], id: string, at: number, until: number): DomainEvent[] {
  const by = at - life[0]!.event.at;
  return life.map(({ stream, event }) => JSON.parse(JSON.stringify(event).replace(/\b17\d{11}\b/g, (n) => String(Number(n) + by)).replaceAll(`"${stream}"`, `"${id}"`)) as DomainEvent).filter(({ at: when }) => when <= until);
}

const folder = mkdtempSync(join(tmpdir(), 'wangge-county-'));
try {
  // Nothing happens by itself: what is measured is the replay and nothing else.
  const still = { now: () => Date.now(), after: () => () => undefined, every: () => () => undefined };
  const first = await startTestApp(`sqlite:${join(folder, 'wangge.db')}`, {}, still);
  const db = openDatabase(join(folder, 'wangge.db'));
  const documents = createSqliteDocumentStore(db);
  const district = (await documents.get<District>('district', 'current'))!;
  const people = Array.from({ length: DEVICES }, (_, i) => ({ id: asId<UnitId>(`p${i}`), kind: 'person' as const, name: `${i}`, teamId: null, personId: null, gridCode: district.grids[i % 3]!.code, plate: null, terminalPhone: null }));
  const [team] = district.teams;
  const squads = Array.from({ length: SQUADS }, (_, i) => ({ id: asId<UnitId>(`s${i}`), kind: 'vehicle' as const, name: `${i}`, teamId: asId<TeamId>(`st${i}`), personId: null, gridCode: null, plate: null, terminalPhone: null }));
  const teams = squads.map(({ id, teamId, name }) => ({ ...team!, id: teamId, name, unitId: id }));
  await documents.put('district', 'current', { ...district, teams: [...district.teams, ...teams], units: [...district.units, ...squads, ...people] });
  const events = createSqliteEventStore(db);
  const all = lives();
  const due: { at: number; stream: string; event: DomainEvent }[] = [];
  for (let i = 0; i < DAYS * CASES_A_DAY; i += 1) {
    const at = END - DAYS * DAY_MS + Math.floor((i * DAY_MS) / CASES_A_DAY);
    for (const event of moved(all[i % all.length]!, `k${i}`, at, END)) due.push({ at: event.at, stream: `k${i}`, event });
  }
  due.sort((a, b) => a.at - b.at);
  const revisions = new Map<string, number>();
  for (let i = 0; i < due.length; i += 2_000) {
    await events.append(due.slice(i, i + 2_000).map(({ stream, event }) => {
      const expectedRevision = revisions.get(stream) ?? 0;
      revisions.set(stream, expectedRevision + 1);
      return { stream, expectedRevision, events: [event] };
    }));
  }
  const tracksDb = openDatabase(join(folder, 'wangge-tracks.db'));
  const tracks = createSqliteTrackStore(tracksDb);
  // The last day, and the one that is opened when nothing of it was read before.
  const OTHER = END - DAY_MS - Math.floor(DAYS / 3) * DAY_MS;
  for (const day of [END - DAY_MS, OTHER]) {
    for (let at = day; at < day + DAY_MS; at += PERSON_EACH_MS) await tracks.appendFixes(people.map(({ id }, i) => ({ unitId: id, at: at + i, lng: 120.28 + (at % 7) / 1_000, lat: 31.8, speedKmh: 3, headingDeg: null, accuracyM: null })));
    for (const { id } of squads) await tracks.appendFixes(Array.from({ length: DAY_MS / SQUAD_EACH_MS }, (_, k) => ({ unitId: id, at: day + k * SQUAD_EACH_MS, lng: 120.28 + (k % 100) / 10_000, lat: 31.8, speedKmh: 30, headingDeg: null, accuracyM: null })));
  }
  db.close();
  tracksDb.close();
  console.log(`${due.length} events of ${DAYS * CASES_A_DAY} cases, ${DEVICES} devices, kept after ${seconds()}`);

  const test = await first.restart();
  console.log(`started after ${seconds()}, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  const chief = test.as('chief');
  let longestGapMs = 0;
  let beat = performance.now();
  const watch = setInterval(() => {
    longestGapMs = Math.max(longestGapMs, performance.now() - beat - 5);
    beat = performance.now();
  }, 5);
  let mostWaitedMs = 0;
  /** Wall and CPU milliseconds of one question, which is printed. */
  const ask = async <T>(name: string, path: string): Promise<{ readonly body: T; readonly tookMs: number; readonly workMs: number }> => {
    longestGapMs = 0;
    beat = performance.now();
    const from = performance.now();
    const cpu = process.cpuUsage();
    const { status, body } = await chief.call('GET', `/api/v1/replay/${path}`);
    const [tookMs, used] = [Math.round(performance.now() - from), process.cpuUsage(cpu)];
    const workMs = Math.round((used.user + used.system) / 1_000);
    mostWaitedMs = Math.max(mostWaitedMs, longestGapMs);
    console.log(`${name}: ${status}, ${tookMs} ms, of it ${workMs} ms of work, ${Math.round(JSON.stringify(body).length / 1_024)} KB, nobody waited longer than ${Math.round(longestGapMs)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
    return { body: body as unknown as T, tookMs, workMs };
  };
  const day = END - DAY_MS;
  const noon = day + 12 * HOUR_MS;
  const opened = await ask<PastPicture>('the day before opened at noon', `at?t=${noon}`);
  await ask('its strip', `day?date=${dateKey(day)}`);
  await ask('its people', `people?t=${noon}`);
  const steps: number[] = [];
  let held = opened.body;
  for (const [name, stepMs] of [['60 times as fast', 30_000], ['600 times as fast', 300_000]] as const) {
    for (let i = 0; i < 12; i += 1) {
      const step = await ask<PastPicture>(`half a second on, ${name}`, `at?t=${held.at + stepMs}&from=${held.seq}&since=${held.at}`);
      held = step.body;
      steps.push(step.tookMs);
    }
  }
  await ask('back to eight', `at?t=${day + 8 * HOUR_MS}`);
  const other = await ask('another day opened', `at?t=${OTHER + 12 * HOUR_MS}`);
  await ask('boards of that moment', `boards?t=${OTHER + 12 * HOUR_MS}&names=oversight,calls,appraisal`);
  steps.sort((a, b) => a - b);
  const [openMs, workMs, stepMs] = [Math.max(opened.tookMs, other.tookMs), Math.max(opened.workMs, other.workMs), steps[Math.floor(steps.length * 0.95)]!];
  const isKept = openMs < OPEN_WITHIN_MS && stepMs < STEP_WITHIN_MS && mostWaitedMs < NOBODY_WAITS_MS;
  console.log(`past: county day opened in ${openMs} ms (${workMs} ms of work), 95 of 100 steps within ${stepMs} ms, nobody waited longer than ${Math.round(mostWaitedMs)} ms … ${isKept ? 'ok' : 'FAILED'}`);
  if (!isKept) process.exitCode = 1;
  clearInterval(watch);
  await test.close();
} finally {
  rmSync(folder, { recursive: true });
}
