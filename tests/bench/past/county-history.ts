import { join } from 'node:path';
import fc from 'fast-check';
import { createSqliteDocumentStore, createSqliteEventStore, createSqliteTrackStore, openDatabase } from '@wangge/server/store/sqlite';
import { DAY_MS, HOUR_MS, asId, type TeamId, type UnitId } from '@wangge/shared/base';
import type { District } from '@wangge/shared/district';
import type { DomainEvent } from '@wangge/shared/life';
import { play, type Happened } from '../../support/histories.ts';

const [CASES_A_DAY, DEVICES, SQUADS] = [2_000, 50_000, 60] as const;
const [SQUAD_EACH_MS, PERSON_EACH_MS] = [30_000, HOUR_MS / 2] as const;

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

/**
 * Keeps the history of a county in the store of a server that does not run: `days` days up to `end` with 2,000 cases each, 60 squads
 * with a fix in half a minute and 50,000 devices with one in half an hour, the fixes of the days that are given. Answers what it kept, in words.
 */
export async function keepCounty(folder: string, days: number, end: number, daysWithTracks: readonly number[]): Promise<string> {
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
  for (let i = 0; i < days * CASES_A_DAY; i += 1) {
    const at = end - days * DAY_MS + Math.floor((i * DAY_MS) / CASES_A_DAY);
    for (const event of moved(all[i % all.length]!, `k${i}`, at, end)) due.push({ at: event.at, stream: `k${i}`, event });
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
  for (const day of daysWithTracks) {
    for (let at = day; at < day + DAY_MS; at += PERSON_EACH_MS) await tracks.appendFixes(people.map(({ id }, i) => ({ unitId: id, at: at + i, lng: 120.28 + (at % 7) / 1_000, lat: 31.8, speedKmh: 3, headingDeg: null, accuracyM: null })));
    for (const { id } of squads) await tracks.appendFixes(Array.from({ length: DAY_MS / SQUAD_EACH_MS }, (_, k) => ({ unitId: id, at: day + k * SQUAD_EACH_MS, lng: 120.28 + (k % 100) / 10_000, lat: 31.8, speedKmh: 30, headingDeg: null, accuracyM: null })));
  }
  db.close();
  tracksDb.close();
  return `${due.length} events of ${days * CASES_A_DAY} cases, ${DEVICES} devices`;
}
