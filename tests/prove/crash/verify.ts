import type { EventStore } from '@wangge/server/store/event-store';
import type { Figures } from '@wangge/shared/figures';
import type { PositionFix } from '@wangge/shared/position';
import type { Cast } from '../cast.ts';
import type { Checks } from '../checks.ts';
import { countFigures, tablesOf } from '../expected/figures.ts';
import { isOpen, type Entry } from '../expected/ledger.ts';
import { readTypes } from '../expected/limits.ts';
import type { Acknowledged } from '../orders.ts';
import type { Surface } from '../surface.ts';
import type { Promises } from './promises.ts';

const PAGE = 5_000;

/** What the history lacks of what was promised, and what it holds beyond. */
export interface Account {
  lost: number;
  duplicate: number;
}

/** Every photo and every position that was answered as kept is there, each position once. */
export async function verifyKept(cast: Cast, promises: Promises, checks: Checks, account: Account): Promise<void> {
  const { dispatcher } = cast.room;
  const units = new Map<string, number[]>();
  for (const { unitId, at } of promises.fixes) units.set(unitId, [...(units.get(unitId) ?? []), at]);
  let missing = 0;
  let doubled = 0;
  for (const [unitId, promised] of units) {
    const { fixes } = await dispatcher.get<{ fixes: PositionFix[] }>(`/api/v1/units/${unitId}/track?from=0&to=${Date.now() + 3_600_000}&reason=check`);
    const kept = new Set(fixes.map(({ at }) => at));
    missing += promised.filter((at) => !kept.has(at)).length;
    doubled += fixes.length - kept.size;
  }
  checks.check('every position that was answered is in its track, once', missing === 0 && doubled === 0, `${promises.fixes.length} positions of ${units.size} devices, ${missing} missing, ${doubled} twice`);
  const photos = await Promise.all(promises.photos.map(async (id) => (await fetch(`${dispatcher.url}/api/v1/attachments/${id}`, { headers: { cookie: dispatcher.cookie } })).status));
  const lostPhotos = photos.filter((status) => status !== 200).length;
  checks.check('every photo that was answered can be opened', lostPhotos === 0, `${photos.length} photos`);
  account.lost += missing + lostPhotos;
  account.duplicate += doubled;
}

/** Figures against a count of what was promised; walls against a fresh snapshot. */
export async function verifyShown(cast: Omit<Cast, 'walls'> & { readonly walls: readonly Surface[] }, entries: readonly Entry[], checks: Checks): Promise<void> {
  const figures = await cast.room.dispatcher.get<Figures>('/api/v1/figures');
  const found = tablesOf(figures, entries);
  for (const [name, wanted] of countFigures(entries, readTypes(), figures.at)) checks.sameTable(`figures, ${name}`, found.get(name) ?? new Map(), wanted);
  const fresh = await cast.openWall();
  const text = (rows: ReadonlyMap<string, object>): string => JSON.stringify([...rows.values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
  const wanted = text(fresh.rows);
  const faults = [...cast.walls, cast.desk, ...cast.field.map(({ surface }) => surface)].flatMap((surface) => surface.faults);
  checks.check(`${cast.walls.length} walls went on by number all the time and hold what a fresh one holds`, faults.length === 0 && cast.walls.every(({ rows, snapshots }) => text(rows) === wanted && snapshots.length === 1),
    faults.slice(0, 4).join('; ') || `${fresh.rows.size} rows, ${Math.max(...cast.walls.map(({ connections }) => connections))} connections, snapshots: ${[...new Set(cast.walls.map(({ snapshots }) => snapshots.join(' ')))].join(' | ')}, ${cast.walls.filter(({ rows }) => text(rows) !== wanted).length} hold something else`);
  fresh.close();
}

/** The history itself, with the server gone: each promised report and command is there once, and nothing else is. */
export async function verifyHistory(events: EventStore, promises: Promises, commands: readonly Acknowledged[], entries: readonly Entry[], checks: Checks, account: Account): Promise<void> {
  const streams = new Map<string, number[]>();
  const numbers = new Map<string, number>();
  let [seq, gaps] = [0, 0];
  for (;;) {
    const page = await events.readSince(seq, PAGE);
    if (page.length === 0) break;
    for (const stored of page) {
      if (stored.seq !== seq + 1) gaps += 1;
      seq = stored.seq;
      if (stored.stream.includes('/')) continue;
      streams.set(stored.stream, [...(streams.get(stored.stream) ?? []), stored.revision]);
      const no = (stored.event as { facts?: { externalNo?: string } }).facts?.externalNo;
      if (no !== undefined) numbers.set(no, (numbers.get(no) ?? 0) + 1);
    }
  }
  const promised = new Map(promises.reports.map(({ caseId }) => [caseId, 1]));
  for (const { caseId } of commands) promised.set(caseId, (promised.get(caseId) ?? 0) + 1);
  const lost = [...promised].reduce((sum, [id, count]) => sum + Math.max(0, count - (streams.get(id)?.length ?? 0)), 0);
  const beyond = [...streams].reduce((sum, [id, { length }]) => sum + Math.max(0, length - (promised.get(id) ?? 0)), 0);
  const twice = promises.reports.filter(({ externalNo }) => numbers.get(externalNo) !== 1).length;
  const caseNos = new Set(promises.reports.map(({ caseNo }) => caseNo));
  const isOrdered = [...streams.values()].every((revisions) => revisions.every((revision, i) => revision === i + 1));
  checks.check('every report that was answered is one case', twice === 0 && caseNos.size === promises.reports.length, `${promises.reports.length} reports, ${caseNos.size} numbers`);
  checks.check('every command that was answered is one event', lost === 0 && beyond === 0, `${commands.length} commands on ${entries.filter((entry) => entry.acceptedAt !== undefined || !isOpen(entry)).length} cases: ${lost} lost, ${beyond} beyond`);
  checks.check('the history has no gap and no revision twice', gaps === 0 && isOrdered, `${seq} events in ${streams.size} cases`);
  account.lost += lost;
  account.duplicate += beyond + twice;
}
