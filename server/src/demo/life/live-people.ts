import { DAY_MS, SECOND_MS, startOfDay, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { CallsApi } from '../../features/calls/calls.api.ts';
import type { CasesApi } from '../../features/cases/cases.api.ts';
import type { Logger } from '../../platform/logger.ts';
import { Agenda } from './agenda.ts';
import type { Arrival, Demand } from './demand.ts';
import { nextStep } from './next-step.ts';
import type { CallDeed } from './step.ts';
import type { Town } from './town.ts';

/** After a refusal, as when an operator was faster, the case is looked at again. */
const AGAIN_MS = 30 * SECOND_MS;

/** The demo's people in the present: they report and handle cases through the same door as everybody else. */
export class LivePeople {
  readonly #town: Town;
  readonly #cases: CasesApi;
  readonly #calls: CallsApi;
  readonly #demand: Demand;
  readonly #log: Logger;
  readonly #agenda = new Agenda();
  #day: number;
  #coming: Arrival[];

  constructor({ town, cases, calls, demand, log, now }: { town: Town; cases: CasesApi; calls: CallsApi; demand: Demand; log: Logger; now: number }) {
    this.#town = town;
    this.#cases = cases;
    this.#calls = calls;
    this.#demand = demand;
    this.#log = log;
    this.#day = startOfDay(now);
    this.#coming = demand.ofDay(this.#day).filter((a) => a.at > now);
    for (const item of cases.all()) town.put(null, item);
    for (const item of cases.all()) this.#plan(item, now);
  }

  /** Takes the new state of a case, whoever changed it. */
  observe(before: Case | null, after: Case, now: number): void {
    this.#town.put(before, after);
    this.#plan(after, now);
  }

  /** Turns to a case again, for its call has changed. */
  look(id: CaseId, now: number): void {
    const item = this.#cases.get(id);
    if (item) this.#plan(item, now);
  }

  /** Does everything that is due, one thing after the other. */
  async act(now: number): Promise<void> {
    await this.#report(now);
    for (let entry = this.#agenda.takeDue(now); entry; entry = this.#agenda.takeDue(now)) {
      const item = this.#cases.get(entry.caseId as Case['id']);
      if (item && item.revision === entry.revision) await this.#carryOut(item, entry.at, now);
    }
  }

  #plan(item: Case, from: number): void {
    const step = nextStep(item, this.#town, from);
    if (step) this.#agenda.add({ at: Math.max(step.at, from), caseId: item.id, revision: item.revision });
  }

  /** `dueAt` is the instant the step was planned for, a little before `now`. */
  async #carryOut(item: Case, dueAt: number, now: number): Promise<void> {
    const step = nextStep(item, this.#town, dueAt);
    if (step?.call && step.at <= dueAt) return this.#carryOutCall(item, step.call, now);
    if (!step?.act || step.at > dueAt) {
      this.#plan(item, dueAt + 1);
      return;
    }
    const done = await this.#cases.command(item.id, { ...step.act, expectedRevision: item.revision }, now);
    if (done.ok) return;
    this.#log.info({ case: item.no, action: step.act.action, code: done.error.code }, 'demo step was refused');
    this.#agenda.add({ at: now + AGAIN_MS, caseId: item.id, revision: item.revision });
  }

  async #carryOutCall(item: Case, deed: CallDeed, now: number): Promise<void> {
    const done = deed.kind === 'draft'
      ? await this.#calls.draft(item.id, deed.draft, deed.actor, now)
      : await this.#calls.command(deed.callId, { ...deed, expectedRevision: this.#calls.get(deed.callId)?.revision ?? 0 }, now);
    if (done.ok) return;
    this.#log.info({ case: item.no, code: done.error.code }, 'demo step on a call was refused');
    this.#agenda.add({ at: now + AGAIN_MS, caseId: item.id, revision: item.revision });
  }

  async #report(now: number): Promise<void> {
    const today = startOfDay(now);
    for (; this.#day < today; this.#day += DAY_MS) this.#coming.push(...this.#demand.ofDay(this.#day + DAY_MS));
    for (let next = this.#coming[0]; next && next.at <= now; next = this.#coming[0]) {
      this.#coming.shift();
      const { type, actor, description, source, externalNo, lngLat, address, reporter, isSelfHandled, photos, afterPhotos = [] } = next;
      await this.#cases.report([{ typeCode: type.code, description, source, externalNo, lngLat, address, reporter, photos, isSelfHandled, ...(isSelfHandled ? { afterPhotos } : {}) }], actor, now);
    }
  }
}
