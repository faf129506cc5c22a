import { SECOND_MS } from '@wangge/shared/base';
import { isUnfinished, type Oversight } from '@wangge/shared/oversight';
import type { CasesApi } from '../../features/cases/cases.api.ts';
import type { OversightApi } from '../../features/oversight/oversight.api.ts';
import type { Logger } from '../../platform/logger.ts';
import { orderStep } from './order-steps.ts';
import type { Town } from './town.ts';

const LOOK_MS = 15 * SECOND_MS;

/** The demo's people in the present as they answer orders of supervision and strike them off. */
export class LiveOversight {
  readonly #oversight: OversightApi;
  readonly #cases: CasesApi;
  readonly #town: Town;
  readonly #log: Logger;
  #lookedAt = -Infinity;

  constructor({ oversight, cases, town, log }: { oversight: OversightApi; cases: CasesApi; town: Town; log: Logger }) {
    this.#oversight = oversight;
    this.#cases = cases;
    this.#town = town;
    this.#log = log;
  }

  /** Does what is due; looks every quarter of a minute only. */
  async act(now: number): Promise<void> {
    if (now - this.#lookedAt < LOOK_MS) return;
    this.#lookedAt = now;
    for (const order of [...this.#oversight.all()].filter(isUnfinished)) await this.#turnTo(order, now);
  }

  async #turnTo(order: Oversight, now: number): Promise<void> {
    const item = this.#cases.get(order.caseId);
    const step = item && orderStep(order, item, this.#town);
    if (!step || step.at > now) return;
    const done = await this.#oversight.act(order.id, { action: step.action, expectedRevision: order.revision, actor: step.actor, payload: { text: step.text } }, now);
    if (!done.ok) this.#log.info({ order: order.no, action: step.action, code: done.error.code }, 'demo step on an order was refused');
  }
}
