import { randomUUID } from 'node:crypto';
import type { CaseDetail, CaseRow, CommandAnswer } from '@wangge/shared/wire';
import { isOpen, type Entry } from './expected/ledger.ts';
import type { CountedType } from './expected/limits.ts';
import type { Person } from './rest.ts';
import type { Crew } from './sources/district-files.ts';
import { waitUntil, type Surface } from './surface.ts';

/** Who acts in the room. */
export interface Room {
  readonly intake: Person;
  readonly chief: Person;
  readonly dispatcher: Person;
  readonly inspector: Person;
  readonly inspectorId: string;
  readonly deputy: Person;
  /** The id of a stored picture that stands for every photo: the proof is about orders, not pictures. */
  readonly photo: string;
}

/** A crew with its telephone in its hand. */
export interface FieldClient {
  readonly crew: Crew;
  readonly person: Person;
  readonly surface: Surface;
}

/** A command that was answered: what it made of the case, when the server took it. */
export interface Acknowledged {
  readonly caseId: string;
  readonly action: string;
  readonly revision: number;
  readonly takenAt: number;
}

/** How far an order goes. */
export type Outcome = 'closed' | 'handling' | 'handed-in' | 'suspended';

export class Orders {
  readonly acknowledged: Acknowledged[] = [];
  readonly refusals: string[] = [];
  /** Milliseconds from the order's dispatch to its arrival on the crew's telephone. */
  readonly fieldDelays: { readonly takenAt: number; readonly ms: number }[] = [];
  completed = 0;
  readonly #room: Room;
  readonly #types: ReadonlyMap<string, CountedType>;

  constructor(room: Room, types: ReadonlyMap<string, CountedType>) {
    this.#room = room;
    this.#types = types;
  }

  /** Sends one command, again with the same id while nobody answers; null when it was refused. */
  async #command(who: Person, row: CaseRow, action: string, payload: object = {}): Promise<CaseDetail | null> {
    const { status, body } = await who.ask<CommandAnswer & { code?: string }>('POST', `/api/v1/cases/${row.id}/commands`, {
      action, expectedRevision: row.revision, commandId: randomUUID(), payload,
    });
    if (status !== 200) {
      this.refusals.push(`${action}: ${status} ${body?.code}`);
      return null;
    }
    const detail = body.case;
    const entry = detail.timeline.find(({ revision }) => revision === row.revision + 1);
    this.acknowledged.push({ caseId: row.id, action, revision: row.revision + 1, takenAt: entry?.at ?? Number.NaN });
    return detail;
  }

  /** Whether an order of this type may end so. */
  mayEnd(typeCode: string, outcome: Outcome): boolean {
    return outcome !== 'suspended' || this.#types.get(typeCode)?.canSuspend === true;
  }

  /** Takes a reported case all the way to its outcome, each step by who may take it. */
  async carryOut(entry: Entry, reported: CaseRow, field: FieldClient, outcome: Outcome): Promise<void> {
    const { intake, chief, dispatcher } = this.#room;
    const { typeCode, level, gridCode } = reported;
    const accepted = await this.#command(intake, reported, 'accept', { typeCode, level, gridCode });
    if (accepted === null) return;
    entry.acceptedAt = accepted.timeline.at(-1)?.at ?? Number.NaN;
    const filed = await this.#command(chief, accepted.row, 'file');
    const sent = filed && await this.#command(dispatcher, filed.row, 'dispatch', { teamId: field.crew.teamId });
    if (!sent) return;
    entry.teamId = field.crew.teamId;
    entry.departmentId = field.crew.departmentId;
    const sentAt = this.acknowledged.at(-1)?.takenAt ?? Number.NaN;
    await waitUntil(() => field.surface.shownAt(entry.id, sent.row.revision) !== undefined, 30_000, `order ${entry.id} on the telephone of ${field.crew.account}`);
    this.fieldDelays.push({ takenAt: sentAt, ms: (field.surface.shownAt(entry.id, sent.row.revision) ?? Number.NaN) - sentAt });
    await this.#handle(entry, field.surface.rows.get(entry.id) ?? sent.row, field.person, outcome);
    this.completed += 1;
  }

  async #handle(entry: Entry, order: CaseRow, squad: Person, outcome: Outcome): Promise<void> {
    let detail = await this.#command(squad, order, 'deliver');
    for (const [action, payload] of [['sign', {}], ['depart', {}], ['arrive', { lngLat: order.lngLat, accuracyM: 10 }]] as const) {
      detail = detail && await this.#command(squad, detail.row, action, payload);
    }
    if (detail === null || outcome === 'handling') return;
    if (outcome === 'suspended') return this.#suspend(entry, detail.row, squad);
    const done = await this.#command(squad, detail.row, 'report-back', { note: '已处置', photos: [this.#room.photo] });
    if (done === null) return;
    entry.isDone = true;
    entry.haltedAt = done.timeline.at(-1)?.at ?? Number.NaN;
    if (outcome === 'closed') await this.#close(entry, done.row);
  }

  async #suspend(entry: Entry, row: CaseRow, squad: Person): Promise<void> {
    const until = Date.now() + 86_400_000;
    const asked = await this.#command(squad, row, 'request-suspension', { reason: '待配件', until });
    const reviewed = asked && await this.#command(this.#room.dispatcher, asked.row, 'review-application', { isSupported: true, note: '属实' });
    const paused = reviewed && await this.#command(this.#room.deputy, reviewed.row, 'approve-suspension', { until });
    if (!paused) return;
    entry.isPaused = true;
    entry.haltedAt = paused.timeline.at(-1)?.at ?? Number.NaN;
  }

  async #close(entry: Entry, row: CaseRow): Promise<void> {
    const { intake, inspector, inspectorId, chief } = this.#room;
    const checking = await this.#command(intake, row, 'send-check', { personId: inspectorId });
    const checked = checking && await this.#command(inspector, checking.row, 'pass-check', { photos: [this.#room.photo], lngLat: checking.row.lngLat, fixAt: Date.now() });
    const closed = checked && await this.#command(chief, checked.row, 'close');
    if (closed) entry.closedAt = closed.timeline.at(-1)?.at ?? Number.NaN;
  }

  /** Turns a report away at the counter. */
  async turnAway(entry: Entry, row: CaseRow): Promise<void> {
    if ((await this.#command(this.#room.intake, row, 'refuse', { reason: '不属本辖区职责', answerHow: 'phone' })) !== null) entry.isEnded = true;
  }
}

/** How many teams hold an order that is not done. */
export function busyTeams(entries: readonly Entry[]): Set<string> {
  return new Set(entries.flatMap((entry) => (isOpen(entry) && entry.teamId !== undefined && entry.isDone !== true ? [entry.teamId] : [])));
}
