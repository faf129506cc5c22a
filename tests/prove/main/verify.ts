import { availableParallelism, loadavg } from 'node:os';
import type { Figures } from '@wangge/shared/figures';
import type { PositionFix } from '@wangge/shared/position';
import type { Cast } from '../cast.ts';
import { percentile, type Checks } from '../checks.ts';
import { countFigures, tablesOf } from '../expected/figures.ts';
import { countTracks, kilometres, metres, type CountedTrack } from '../expected/fleet.ts';
import { isOpen } from '../expected/ledger.ts';
import { readTypes } from '../expected/limits.ts';
import { countTickets } from '../expected/tickets.ts';
import { busyTeams } from '../orders.ts';
import type { Played } from './play.ts';
import { readMetrics } from '../rest.ts';
import type { Scale } from './scale.ts';
import type { Roster } from '../sources/district-files.ts';
import type { Sources } from '../sources/source-types.ts';
import type { Surface } from '../surface.ts';

/** Everything the final checks look at. */
export interface Evidence {
  readonly url: string;
  readonly scale: Scale;
  readonly sources: Sources;
  readonly roster: Roster;
  readonly cast: Cast;
  readonly played: Played;
  readonly frameFixes: ReadonlyMap<string, number>;
  readonly centre: readonly [number, number];
}

const STALE_MS = 300_000;
const OFF_DUTY_MS = 7_200_000;
const wholeNumber = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
const plus = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, string> => {
  const sum = new Map<string, string>();
  for (const key of new Set([...a.keys(), ...b.keys()])) if ((a.get(key) ?? 0) + (b.get(key) ?? 0) > 0) sum.set(key, String((a.get(key) ?? 0) + (b.get(key) ?? 0)));
  return sum;
};

/** Tickets: what the file says became cases, no more and no less, of the right type in the right village. */
export async function verifyTickets({ url, scale, sources, played }: Evidence, checks: Checks): Promise<void> {
  const counted = countTickets(sources, scale.tickets);
  const { tickets: output } = played.outputs;
  checks.same('tickets accepted and refused rows, as the replay reports them', [wholeNumber(output, /受理 (\d+) 件/), wholeNumber(output, /未用 (\d+) 行/)],
    [counted.usable, counted.unusable], `${counted.usable} accepted, ${counted.unusable} rows without a place`);
  const found = new Map<string, number>();
  for (const { typeCode, villageCode } of played.entries.values()) found.set(`${typeCode}@${villageCode}`, (found.get(`${typeCode}@${villageCode}`) ?? 0) + 1);
  checks.sameTable('cases by type and village equal the file', plus(found, new Map()), plus(counted.counts, new Map()));
  checks.same('cases in the store', (await readMetrics(url, 'wangge_cases')).get(''), counted.usable);
}

/** Live rows: both walls hold what a fresh snapshot holds, and every place is the last one said. */
export async function verifyWalls({ cast, played }: Evidence, checks: Checks): Promise<void> {
  const fresh = await cast.openWall();
  const text = (surface: Surface): string => JSON.stringify([...surface.rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  const wanted = text(fresh);
  const shown = [...played.entries.values()].filter((entry) => isOpen(entry) || entry.closedAt !== undefined).length;
  checks.same('a fresh wall holds every case that matters', fresh.rows.size, shown);
  checks.check('both walls hold the same rows as a fresh snapshot', cast.walls.every((wall) => text(wall) === wanted),
    `${fresh.rows.size} rows each, ${cast.walls.map(({ diffs, frames }) => `${diffs} differences and ${frames} frames`).join('; ')}`);
  const faults = [...cast.walls, cast.desk, ...cast.field.map(({ surface }) => surface)].flatMap((surface) => surface.faults);
  checks.check('no gap, no broken frame, no refusal on any surface', faults.length === 0, faults.slice(0, 5).join('; ') || `${cast.field.length + 3} surfaces`);
  fresh.close();
}

/** The tracks of the played devices as the server keeps them against the file; answers each half's shift in time. */
export async function verifyTracks(evidence: Evidence, checks: Checks): Promise<readonly { readonly track: CountedTrack; readonly shiftMs: number; readonly unitId: string; readonly teamId: string }[]> {
  const { played, roster, cast, centre } = evidence;
  const wrong: string[] = [];
  const tracks: { track: CountedTrack; shiftMs: number; unitId: string; teamId: string }[] = [];
  for (const half of played.halves) {
    const shifts = new Set<number>();
    for (const track of countTracks(half, centre)) {
      const crew = roster.crews.find(({ device }) => device === track.device);
      if (crew === undefined) continue;
      const { fixes } = await cast.room.dispatcher.get<{ fixes: PositionFix[] }>(`/api/v1/units/${crew.unitId}/track?from=0&to=${Date.now() + 3_600_000}&reason=check`);
      const shiftMs = (fixes[0]?.at ?? 0) - (track.fixes[0]?.fileAt ?? 0);
      shifts.add(shiftMs);
      tracks.push({ track, shiftMs, unitId: crew.unitId, teamId: crew.teamId });
      const bad = track.fixes.filter((fix, i) => fixes[i]?.at !== fix.fileAt + shiftMs || metres(fix, fixes[i]) > 0.5).length + Math.abs(fixes.length - track.fixes.length);
      if (bad > 0) wrong.push(`${track.device}: ${bad} of ${track.fixes.length} (found ${fixes.length})`);
    }
    if (shifts.size !== 1) wrong.push(`${shifts.size} different shifts in time`);
  }
  const total = tracks.reduce((sum, { track }) => sum + track.fixes.length, 0);
  checks.check('every position of the fleet is in its track, carried as declared', wrong.length === 0, wrong.slice(0, 4).join('; ') || `${total} positions of ${tracks.length} devices`);
  const sent = played.outputs.fleet.reduce((sum, output) => sum + wholeNumber(output, /送出 (\d+) 点/), 0);
  checks.same('the replay had an answer to every position', sent, played.halves.reduce((sum, half) => sum + half.length, 0));
  const [before, after] = played.fixes;
  const repeats = tracks.reduce((sum, { track }) => sum + track.repeats, 0);
  const wantedFixes = plus(evidence.frameFixes, new Map([['live', total + roster.gridWorkers.length], ['POSITION_DUPLICATE', repeats]]));
  checks.sameTable('positions accepted and refused, by reason', plus(before ?? new Map(), after ?? new Map()), wantedFixes);
  const [wall] = cast.walls;
  const off = tracks.filter(({ track, shiftMs, unitId }) => {
    const [last, place] = [track.fixes.at(-1), wall.places.get(wall.units.get(unitId)?.index ?? -1)];
    return last === undefined || place === undefined || metres(last, place) > 2 || Math.abs(place.fixAt - last.fileAt - shiftMs) > 100;
  });
  checks.check('a wall shows every device at its last place, read from binary frames', off.length === 0, off.length === 0 ? `${tracks.length} markers within 2 m` : off.slice(0, 4).map(({ unitId }) => unitId).join(', '));
  return tracks;
}

/** Every figure, as REST and as both walls have it, against a count of the ledger and the file. */
export async function verifyFigures({ cast, played, roster }: Evidence, tracks: Awaited<ReturnType<typeof verifyTracks>>, checks: Checks): Promise<void> {
  const types = readTypes();
  const entries = [...played.entries.values()];
  const figures = await cast.room.dispatcher.get<Figures>('/api/v1/figures');
  const found = tablesOf(figures, entries);
  for (const [name, wanted] of countFigures(entries, types, figures.at)) checks.sameTable(`figures, ${name}`, found.get(name) ?? new Map(), wanted);
  for (const [i, wall] of cast.walls.entries()) {
    const shown = wall.figures;
    const wrong = shown === null ? ['none'] : [...countFigures(entries, types, shown.at)].filter(([name, wanted]) =>
      JSON.stringify([...(tablesOf(shown, entries).get(name) ?? [])].sort()) !== JSON.stringify([...wanted].sort())).map(([name]) => name);
    checks.check(`figures pushed to wall ${i + 1} equal a count at their own instant`, wrong.length === 0, wrong.join('; ') || 'all groups');
  }
  const busy = busyTeams(entries);
  const lastAt = new Map(tracks.map(({ teamId, track, shiftMs }) => [teamId, (track.fixes.at(-1)?.fileAt ?? 0) + shiftMs]));
  const onDuty = roster.crews.filter(({ teamId }) => figures.at - (lastAt.get(teamId) ?? -Infinity) < OFF_DUTY_MS);
  const isStale = (teamId: string): boolean => figures.at - (lastAt.get(teamId) ?? -Infinity) > STALE_MS;
  const wanted = {
    onDuty: onDuty.length, idle: onDuty.filter(({ teamId }) => !busy.has(teamId) && !isStale(teamId)).length,
    busy: onDuty.filter(({ teamId }) => busy.has(teamId) && !isStale(teamId)).length, stale: onDuty.filter(({ teamId }) => isStale(teamId)).length,
    gridWorkersOnline: roster.gridWorkers.length, gridWorkersTotal: roster.gridWorkers.length,
  };
  const { patrolKmToday, ...force } = figures.force;
  checks.same('figures, squads on duty, idle, busy, stale; grid workers', force, wanted);
  const km = tracks.reduce((sum, { track, shiftMs }) => sum + kilometres(track.fixes, shiftMs, figures.at), 0);
  checks.check('figures, patrol mileage of the day', Math.abs(patrolKmToday - km) <= 0.1 + km * 0.001, `${patrolKmToday} km, counted ${km.toFixed(1)} km`);
}

/** Delays measured while everything ran; what fell into the restart is left out and said. */
export function verifyDelays({ cast, played, scale }: Evidence, checks: Checks): void {
  const { orders, away } = played;
  const isCalm = ({ takenAt }: { takenAt: number }): boolean => takenAt < away.from - 1_000 || takenAt > away.to;
  const calm = orders.acknowledged.filter(isCalm);
  const delays = calm.flatMap(({ caseId, revision, takenAt }) => cast.walls.map((wall) => (wall.shownAt(caseId, revision) ?? wall.lostAt(caseId) ?? Infinity) - takenAt));
  const field = orders.fieldDelays.filter(isCalm).map(({ ms }) => ms);
  const said = (values: readonly number[]): string => `p50 ${percentile(values, 0.5)} ms, p99 ${percentile(values, 0.99)} ms, worst ${Math.max(...values)} ms of ${values.length}`;
  checks.check('command accepted → shown on the walls, p99 < 300 ms', percentile(delays, 0.99) < 300, `${said(delays)} (${orders.acknowledged.length - calm.length} commands around the restart left out; machine load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores)`);
  checks.check('order → telephone of the crew, p99 < 1 s', percentile(field, 0.99) < 1_000, said(field));
  checks.check(`${scale.orders} cases dispatched to field clients and handled`, orders.completed === scale.orders && orders.refusals.length === 0,
    `${orders.completed} carried out with ${orders.acknowledged.length} commands${orders.refusals.length > 0 ? `; refused: ${orders.refusals.slice(0, 4).join(', ')}` : ''}`);
}
