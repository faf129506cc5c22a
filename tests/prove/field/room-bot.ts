import { randomUUID } from 'node:crypto';
import type { CaseDetail, CaseRow, CommandAnswer } from '@wangge/shared/wire';
import type { Person } from '../rest.ts';
import type { Surface } from '../surface.ts';
import { URGENT_TYPES, type FieldDistrict } from './district.ts';
import type { Journal } from './journal.ts';
import { wait } from './scale.ts';

/** An order that was given to a squad. */
export interface Given {
  readonly caseId: string;
  readonly no: string;
  readonly teamId: string;
  readonly at: number;
  /** Taken back within the seconds that the rules allow. */
  isWithdrawn: boolean;
}

export interface RoomPeople {
  readonly intake: Person;
  readonly chief: Person;
  readonly dispatcher: Person;
}

const LOOK_EACH_MS = 150;
const SENT_SHARE = 0.5;
/** So many orders a squad has in hand at most. */
export const MOST_IN_HAND = 2;
const WITHDRAWN_SHARE = 0.06;

/** Reports what is urgent at the counter, as somebody who walked in. */
export async function reportAtCounter(intake: Person, { people }: FieldDistrict, count: number, journal: Journal): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const [words, corner] = [randomUUID(), people[i]?.corner ?? [0, 0]];
    const deed = journal.begin({ account: 'intake1', kind: 'report', key: null, words, photos: [], pressedAt: Date.now() });
    const { status } = await intake.ask('POST', '/api/v1/cases', { typeCode: URGENT_TYPES[0], description: `一线验证 ${words}`, lng: corner[0] + 0.002, lat: corner[1] + 0.002 }, { 'idempotency-key': words });
    deed.isKept = status === 201;
  }
}

/** 指挥室: takes reports in, files them and sends squads, those asleep first and those who go far next, each with two orders in hand at most. */
export class RoomBot {
  readonly given: Given[] = [];
  readonly refusals: string[] = [];
  readonly #people: RoomPeople;
  readonly #desk: Surface;
  readonly #teams: FieldDistrict['teams'];
  readonly #random: () => number;
  readonly #seen = new Set<string>();
  readonly #running: Promise<void>;
  #isOver = false;

  constructor(people: RoomPeople, desk: Surface, teams: FieldDistrict['teams'], random: () => number) {
    this.#people = people;
    this.#desk = desk;
    this.#teams = teams.toSorted((a, b) => Number(b.isAsleep) - Number(a.isAsleep) || Number(b.isFar) - Number(a.isFar));
    this.#random = random;
    this.#running = this.#watch();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async #watch(): Promise<void> {
    while (!this.#isOver) {
      const team = this.#freeTeam();
      const row = team && this.#next(team.isAsleep || team.isFar);
      if (row && team) await this.#send(row, team.id);
      else await wait(LOOK_EACH_MS);
    }
  }

  #freeTeam(): FieldDistrict['teams'][number] | undefined {
    const inHand = new Map<string, number>();
    for (const { order, state } of this.#desk.rows.values()) {
      if (order && (state === 'dispatched' || state === 'handling')) inHand.set(order.teamId, (inHand.get(order.teamId) ?? 0) + 1);
    }
    return this.#teams.find(({ id }) => (inHand.get(id) ?? 0) < MOST_IN_HAND);
  }

  /** The next report that is sent on; for who sleeps or goes far any will do. */
  #next(isAny: boolean): CaseRow | undefined {
    for (const row of this.#desk.rows.values()) {
      if (row.state !== 'reported' || this.#seen.has(row.id)) continue;
      this.#seen.add(row.id);
      if (isAny || this.#random() < SENT_SHARE) return row;
    }
    return undefined;
  }

  async #send(row: CaseRow, teamId: string): Promise<void> {
    const { intake, chief, dispatcher } = this.#people;
    const { typeCode, level, gridCode } = row;
    const accepted = await this.#command(intake, row, 'accept', { typeCode, level, gridCode });
    const filed = accepted && await this.#command(chief, accepted.row, 'file');
    const sent = filed && await this.#command(dispatcher, filed.row, 'dispatch', { teamId });
    if (!sent) return;
    const given: Given = { caseId: row.id, no: row.no, teamId, at: Date.now(), isWithdrawn: false };
    this.given.push(given);
    if (this.#teams.some((team) => team.id === teamId && (team.isAsleep || team.isFar)) || this.#random() > WITHDRAWN_SHARE) return;
    const { status } = await this.#ask(dispatcher, sent.row, 'withdraw');
    given.isWithdrawn = status === 200;
  }

  async #command(who: Person, row: CaseRow, action: string, payload: object = {}): Promise<CaseDetail | null> {
    const { status, body } = await this.#ask(who, row, action, payload);
    if (status === 200) return body.case;
    this.refusals.push(`${action}: ${status} ${body?.code}`);
    return null;
  }

  #ask(who: Person, row: CaseRow, action: string, payload: object = {}) {
    return who.ask<CommandAnswer & { code?: string }>('POST', `/api/v1/cases/${row.id}/commands`, { action, expectedRevision: row.revision, commandId: randomUUID(), payload });
  }
}
