import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createSqliteDocumentStore, createSqliteEventStore, createSqliteTrackStore, openDatabase } from '@wangge/server/store/sqlite';
import { DAY_MS, HOUR_MS, asId, startOfDay, type UnitId } from '@wangge/shared/base';
import type { District } from '@wangge/shared/district';
import type { DomainEvent } from '@wangge/shared/life';
import type { PastPicture } from '@wangge/shared/wire';
import { play, type Happened } from '../../support/histories.ts';
import { startTestApp } from '../../support/test-app.ts';

/** How long it takes to open a day of a county in the past, and what live work notices of it. */
const DAYS = Number(process.argv[2] ?? 30);
const [CASES_A_DAY, DEVICES, SQUADS] = [2_000, 50_000, 4] as const;
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
  await documents.put('district', 'current', { ...district, units: [...district.units, ...people] });
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
  for (let at = END - DAY_MS; at < END; at += HOUR_MS / 2) await tracks.appendFixes(people.map(({ id }, i) => ({ unitId: id, at: at + i, lng: 120.28, lat: 31.8, speedKmh: 3, headingDeg: null, accuracyM: null })));
  for (let i = 0; i < SQUADS; i += 1) await tracks.appendFixes(Array.from({ length: 8_640 }, (_, k) => ({ unitId: asId<UnitId>(`u${i}`), at: END - DAY_MS + k * 10_000, lng: 120.28 + (k % 100) / 10_000, lat: 31.8, speedKmh: 30, headingDeg: null, accuracyM: null })));
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
  const ask = async (name: string, path: string): Promise<PastPicture> => {
    longestGapMs = 0;
    beat = performance.now();
    const from = performance.now();
    const cpu = process.cpuUsage();
    const { body } = await chief.call('GET', `/api/v1/replay/${path}`);
    console.log(`${name}: ${Math.round(performance.now() - from)} ms, of it ${Math.round((process.cpuUsage(cpu).user + process.cpuUsage(cpu).system) / 1_000)} ms of work, ${Math.round(JSON.stringify(body).length / 1_024)} KB, nobody waited longer than ${Math.round(longestGapMs)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
    return body as unknown as PastPicture;
  };
  const day = END - DAY_MS;
  const noon = await ask('a day opened at noon', `at?t=${day + 12 * HOUR_MS}`);
  await ask('its strip', `day?date=${new Date(day + 8 * HOUR_MS).toISOString().slice(0, 10)}`);
  const next = await ask('ten minutes on', `at?t=${day + 12 * HOUR_MS + 600_000}&from=${noon.seq}`);
  await ask('ten minutes on again, with people', `at?t=${day + 12 * HOUR_MS + 1_200_000}&from=${next.seq}&people=1`);
  await ask('back to eight', `at?t=${day + 8 * HOUR_MS}`);
  await ask('another day', `at?t=${day - Math.floor(DAYS / 3) * DAY_MS + 12 * HOUR_MS}`);
  clearInterval(watch);
  await test.close();
} finally {
  rmSync(folder, { recursive: true });
}
