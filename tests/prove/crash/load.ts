import { randomUUID } from 'node:crypto';
import { storePhoto } from '../../support/tiny-photo.ts';
import type { Cast } from '../cast.ts';
import type { Entry } from '../expected/ledger.ts';
import type { Orders, Outcome } from '../orders.ts';
import type { Workplace } from '../processes.ts';
import type { Roster } from '../sources/district-files.ts';
import { waitUntil } from '../surface.ts';
import type { Promises } from './promises.ts';
import { Terminal } from './terminal.ts';

const REPORTERS = 3;
const ORDERERS = 4;
const TERMINALS = 6;
const TERMINAL_BEHIND_MS = 6 * 3_600_000;
const OUTCOMES: readonly Outcome[] = ['closed', 'handling', 'closed', 'handed-in'];
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface LoadParts {
  readonly place: Pick<Workplace, 'url' | 'jt808Port'>;
  readonly cast: Cast;
  readonly roster: Roster;
  readonly orders: Orders;
  readonly promises: Promises;
  readonly types: readonly string[];
  readonly lngLat: readonly [number, number];
}

/** Everything at once (受理、派遣、现场反馈、定位、照片), each client asking again until it has its answer, as pages and terminals do. */
export class Load {
  readonly entries = new Map<string, Entry>();
  readonly failures: string[] = [];
  readonly #parts: LoadParts;
  readonly #untouched: string[] = [];
  readonly #terminals: Terminal[];
  readonly #running: Promise<void>[];
  #isStopped = false;
  #ordered = 0;

  constructor(parts: LoadParts) {
    this.#parts = parts;
    const { place, cast, roster, promises, lngLat } = parts;
    cast.desk.onRow = ({ id, typeCode, villageCode, reportedAt }) => {
      if (!this.entries.has(id)) this.entries.set(id, { id, typeCode, villageCode, reportedAt });
    };
    const startAt = Math.floor((Date.now() - TERMINAL_BEHIND_MS) / 1_000) * 1_000;
    this.#terminals = roster.crews.slice(-TERMINALS).map(({ terminalPhone, unitId }) => new Terminal(terminalPhone, unitId, lngLat, startAt, promises));
    this.#running = [
      ...Array.from({ length: REPORTERS }, () => this.#until(() => this.#report())),
      ...Array.from({ length: ORDERERS }, () => this.#until(() => this.#order())),
      ...roster.gridWorkers.map((_, i) => this.#onDuty(i)),
      this.#until(() => this.#photograph()),
      ...this.#terminals.map((terminal) => terminal.drive(place.jt808Port)),
    ];
  }

  /** Lets everybody finish what they began. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const terminal of this.#terminals) terminal.stop();
    await Promise.all(this.#running);
  }

  async #until(act: () => Promise<void>): Promise<void> {
    while (!this.#isStopped) {
      await act().catch((error: unknown) => void this.failures.push(error instanceof Error ? error.message : String(error)));
    }
  }

  /** One report; every fifth is sent three times at once under its one key, and all must have the same answer. */
  async #report(): Promise<void> {
    const { cast, promises, types, lngLat: [lng, lat] } = this.#parts;
    const key = randomUUID();
    const body = { typeCode: types[promises.reports.length % types.length], description: `崩溃验证 ${key}`, lng, lat, externalNo: key };
    const times = promises.reports.length % 5 === 4 ? 3 : 1;
    const answers = await Promise.all(Array.from({ length: times }, () =>
      cast.room.intake.ask<{ id: string; no: string; code?: string }>('POST', '/api/v1/cases', body, { 'idempotency-key': key })));
    const [first] = answers;
    if (!first || answers.some(({ status, body: { id } }) => status !== 201 || id !== first.body.id)) {
      promises.refusals.push(`report: ${answers.map(({ status, body: { code, id } }) => `${status} ${code ?? id}`).join(', ')}`);
      return;
    }
    promises.reports.push({ key, externalNo: key, caseId: first.body.id, caseNo: first.body.no });
    this.#untouched.push(first.body.id);
    await wait(60);
  }

  async #order(): Promise<void> {
    const { cast, orders } = this.#parts;
    const id = this.#untouched.shift();
    if (id === undefined) return wait(20);
    await waitUntil(() => this.entries.has(id), 60_000, `case ${id} on the desk`);
    const [entry, row] = [this.entries.get(id), cast.desk.rows.get(id)];
    const serial = this.#ordered;
    this.#ordered += 1;
    const field = cast.field[serial % cast.field.length];
    if (entry && row && field) await orders.carryOut(entry, row, field, OUTCOMES[serial % OUTCOMES.length] ?? 'closed');
  }

  /** Says once that they are on duty, which no kill may undo, and then where they are. */
  async #onDuty(i: number): Promise<void> {
    await this.#parts.cast.gridWorkers[i]?.ask('PUT', '/api/v1/duty', { onDuty: true });
    await this.#until(() => this.#locate(i));
  }

  async #locate(i: number): Promise<void> {
    const { cast, roster, promises, lngLat: [lng, lat] } = this.#parts;
    const [person, worker] = [cast.gridWorkers[i], roster.gridWorkers[i]];
    if (!person || !worker) return;
    const at = Date.now();
    const { status } = await person.ask('POST', '/api/v1/positions', { fixes: [{ at, lng, lat, accuracyM: 8 }] });
    if (status === 202) promises.fixes.push({ unitId: worker.unitId, at });
    else promises.refusals.push(`position of ${worker.unitId}: ${status}`);
    await wait(90);
  }

  /** A photo that got no answer was not promised. */
  async #photograph(): Promise<void> {
    const { place, cast, promises } = this.#parts;
    const id = await storePhoto(place.url, { cookie: cast.room.dispatcher.cookie }).catch(() => null);
    if (id !== null) promises.photos.push(id);
    await wait(250);
  }
}
