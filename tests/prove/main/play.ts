import { writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import type { Cast } from '../cast.ts';
import type { Checks } from '../checks.ts';
import { toCsv } from '../csv.ts';
import type { Entry } from '../expected/ledger.ts';
import { Orders, type Outcome } from '../orders.ts';
import { endProcess, type Workplace } from '../processes.ts';
import { readMetrics } from '../rest.ts';
import type { Scale } from './scale.ts';
import type { Roster } from '../sources/district-files.ts';
import type { Row, Sources } from '../sources/source-types.ts';
import { waitUntil } from '../surface.ts';

/** What happened in the run, for the checks after it. */
export interface Played {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly orders: Orders;
  readonly halves: readonly (readonly Row[])[];
  /** Positions by verdict as each life of the server counted them. */
  readonly fixes: readonly ReadonlyMap<string, number>[];
  readonly outputs: { readonly tickets: string; readonly fleet: readonly string[] };
  /** From the kill until both walls were in step again; epoch ms. */
  readonly away: { readonly from: number; readonly to: number };
  readonly server: ChildProcess;
}

const REPLAY = 'server/src/cli/replay.ts';
const TURNED_AWAY = 3;
const OUTCOMES: readonly Outcome[] = ['closed', 'closed', 'handling', 'closed', 'closed', 'handed-in', 'closed', 'suspended', 'closed', 'closed'];
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Two halves of the fleet by device, so that each is whole and can be counted exactly. */
function halvesOf(fleet: readonly Row[], devicesPerHalf: number): Row[][] {
  const devices = [...new Set(fleet.map((row) => row['device'] ?? ''))].sort();
  const pick = (from: number): Row[] => {
    const wanted = new Set(devices.slice(from, from + devicesPerHalf));
    return fleet.filter((row) => wanted.has(row['device'] ?? ''));
  };
  return [pick(0), pick(devicesPerHalf)];
}

/** Plays the whole day: tickets throughout, half of the fleet, a kill in the middle of it all, the other half. */
export class Play {
  readonly #place: Workplace;
  readonly #cast: Cast;
  readonly #scale: Scale;
  readonly #orders: Orders;
  readonly #entries = new Map<string, Entry>();
  readonly #untouched: string[] = [];
  #turned = 0;

  constructor(place: Workplace, cast: Cast, scale: Scale, orders: Orders) {
    this.#place = place;
    this.#cast = cast;
    this.#scale = scale;
    this.#orders = orders;
    cast.desk.onRow = ({ id, typeCode, villageCode, reportedAt }) => {
      if (this.#entries.has(id)) return;
      this.#entries.set(id, { id, typeCode, villageCode, reportedAt });
      this.#untouched.push(id);
    };
  }

  async run(sources: Sources, roster: Roster, server: ChildProcess, checks: Checks): Promise<Played> {
    const { tickets: limit, halfSeconds, ticketSeconds, devicesPerHalf, orders } = this.#scale;
    const halves = halvesOf(sources.fleet, devicesPerHalf);
    const times = sources.tickets.map((row) => Date.parse(`${(row['create_time'] ?? '').replace(' ', 'T')}+08:00`)).filter((at) => !Number.isNaN(at)).sort((a, b) => a - b).slice(0, limit);
    const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
    const ticketArgs = ['--tickets', sources.ticketsFile, '--speed', String(spanMs / (ticketSeconds * 1_000)), ...(limit === Infinity ? [] : ['--limit', String(limit)])];
    const tickets = this.#place.run(REPLAY, ticketArgs);

    const first = this.#fleet(halves[0] ?? [], 1);
    await this.#inPace(orders / 2, (halfSeconds * 1_000) / (orders / 2));
    const firstOutput = await first;
    await waitUntil(() => this.#entries.size >= Math.min(times.length, sources.tickets.length) * 0.05, 60_000, 'the tickets to flow');
    await wait(2_500);
    const fixesBefore = await readMetrics(this.#place.url, 'wangge_fixes');

    const inFlight = [this.#order(), this.#order(), this.#order()];
    await wait(120);
    const { away, server: next } = await this.#restart(server, checks);
    const second = this.#fleet(halves[1] ?? [], 2);
    await Promise.all(inFlight);
    await this.#inPace(orders / 2 - inFlight.length, (halfSeconds * 1_000) / (orders / 2));
    const [secondOutput, ticketOutput] = [await second, await tickets];
    await this.#turnAway();
    await this.#reportGridWorkers(roster);
    return {
      entries: this.#entries, orders: this.#orders, halves, fixes: [fixesBefore, await readMetrics(this.#place.url, 'wangge_fixes')],
      outputs: { tickets: ticketOutput.output, fleet: [firstOutput, secondOutput] }, away, server: next,
    };
  }

  async #fleet(rows: readonly Row[], half: number): Promise<string> {
    const file = this.#place.path(`fleet-${half}.csv`);
    const columns = Object.keys(rows[0] ?? {});
    writeFileSync(file, toCsv(columns, rows.map((row) => columns.map((name) => row[name] ?? ''))));
    const { output } = await this.#place.run(REPLAY, ['--fleet', file, '--speed', String(86_400 / this.#scale.halfSeconds)]);
    return output;
  }

  /** Starts `count` orders, one each `everyMs`, and waits for all of them. */
  async #inPace(count: number, everyMs: number): Promise<void> {
    const started: Promise<void>[] = [];
    for (let i = 0; i < count; i += 1) {
      started.push(this.#order());
      await wait(everyMs);
    }
    await Promise.all(started);
  }

  #ordered = 0;

  async #order(): Promise<void> {
    const serial = this.#ordered;
    this.#ordered += 1;
    const outcome = OUTCOMES[serial % OUTCOMES.length] ?? 'closed';
    const field = this.#cast.field[serial % this.#cast.field.length];
    const fits = (id: string): boolean => this.#orders.mayEnd(this.#entries.get(id)?.typeCode ?? '', outcome);
    await waitUntil(() => this.#untouched.some(fits), 30_000, 'a case to send a team to');
    const [id = ''] = this.#untouched.splice(this.#untouched.findIndex(fits), 1);
    const [entry, row] = [this.#entries.get(id), this.#cast.desk.rows.get(id)];
    if (entry && row && field) await this.#orders.carryOut(entry, row, field, outcome);
  }

  async #turnAway(): Promise<void> {
    for (; this.#turned < TURNED_AWAY; this.#turned += 1) {
      const id = this.#untouched.shift() ?? '';
      const [entry, row] = [this.#entries.get(id), this.#cast.desk.rows.get(id)];
      if (entry && row) await this.#orders.turnAway(entry, row);
    }
  }

  /** Grid workers go on duty and say where they are, as telephones do. */
  async #reportGridWorkers(roster: Roster): Promise<void> {
    for (const [i, { gridCode }] of roster.gridWorkers.entries()) {
      const [lng, lat] = [...this.#cast.desk.rows.values()].find((row) => row.gridCode === gridCode)?.lngLat ?? [114.35, 22.69];
      await this.#cast.gridWorkers[i]?.ask('PUT', '/api/v1/duty', { onDuty: true });
      await this.#cast.gridWorkers[i]?.ask('POST', '/api/v1/positions', { fixes: [{ at: Date.now(), lng, lat, accuracyM: 8 }] });
    }
  }

  /** Kills the server without warning, starts it on the same folder and waits until both walls are in step again. */
  async #restart(server: ChildProcess, checks: Checks): Promise<{ away: Played['away']; server: ChildProcess }> {
    const { walls } = this.#cast;
    const before = walls.map(({ epoch, seq, snapshots, connections }) => ({ epoch, seq, snapshots: snapshots.length, connections }));
    const acknowledged = [...this.#orders.acknowledged];
    const from = Date.now();
    await endProcess(server, 'SIGKILL');
    const { server: next, readyMs } = await this.#place.startServer();
    await waitUntil(() => walls.every((wall, i) => wall.connections > (before[i]?.connections ?? 0)), 30_000, 'the walls to come back');
    await wait(1_500);
    const away = { from, to: Date.now() };
    checks.check('server killed with -9 in the middle starts again on the same folder', readyMs < 15_000, `ready in ${readyMs} ms`);
    checks.check('both walls went on by epoch and number, without a new snapshot',
      walls.every((wall, i) => wall.epoch === before[i]?.epoch && wall.snapshots.length === before[i]?.snapshots && wall.seq >= before[i].seq && wall.faults.length === 0),
      walls.map((wall, i) => `${before[i]?.seq} → ${wall.seq}`).join(', '));
    const desk = this.#cast.room.dispatcher;
    let kept = 0;
    const newest = new Map(acknowledged.map(({ caseId, revision }) => [caseId, revision]));
    for (const [caseId, revision] of newest) {
      const { row } = await desk.get<{ row: { revision: number } }>(`/api/v1/cases/${caseId}`);
      if (row.revision >= revision) kept += 1;
    }
    checks.check('every acknowledged command is there after the kill', kept === newest.size, `${acknowledged.length} commands on ${newest.size} cases`);
    return { away, server: next };
  }
}
