import type { Actor } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, dateKey, localParts, startOfDay } from '@wangge/shared/base';
import { inspectorsOf, utf8, type Draw, type DrawPayload } from '@wangge/shared/draw';
import type { Village } from '@wangge/shared/district';
import { sha256, type DrawsApi } from '../../features/draws/draws.api.ts';
import type { ListsApi } from '../../features/lists/lists.api.ts';
import type { EnforcementCast } from './cast.ts';
import { inspectorRegister, objectRegister } from './registers.ts';

/** Days before the present at which the registers of the demo begin to hold. */
const REGISTER_AGE_DAYS = 70;

async function fillRegisters(lists: ListsApi, cast: EnforcementCast, villages: readonly Village[], now: number): Promise<void> {
  const at = now - REGISTER_AGE_DAYS * DAY_MS;
  const edition = { version: '演示名录', effectiveFrom: dateKey(at), documentNo: '', isConfirmed: false };
  const here = villages.filter(({ code }) => code.startsWith(cast.areaCode));
  await lists.publish('inspection-objects', { ...edition, text: objectRegister(here) }, '演示', at);
  await lists.publish('inspectors', { ...edition, text: inspectorRegister(cast, localParts(now).year) }, '演示', at);
}

/** One draw of the demo; each step is taken at its own moment. */
class DrawStory {
  readonly #draws: DrawsApi;
  readonly #actor: Actor;
  #draw: Draw;

  constructor(draws: DrawsApi, actor: Actor, draw: Draw) {
    this.#draws = draws;
    this.#actor = actor;
    this.#draw = draw;
  }

  get draw(): Draw {
    return this.#draw;
  }

  async act(action: string, at: number, payload: DrawPayload = {}): Promise<void> {
    const seed = action === 'commit' ? sha256(utf8(`演示 ${this.#draw.no}`)) : undefined;
    const wish = { action, expectedRevision: this.#draw.revision, actor: this.#actor, payload };
    const done = await this.#draws.command(this.#draw.id, wish, at, seed ? { seed } : {});
    if (!done.ok) throw new Error(`demo draw ${this.#draw.no}: ${action} ${done.error.code}`);
    this.#draw = done.value;
  }

  /** Results of the objects from one place of the list to another; one in four has a problem. */
  async record(from: number, to: number, firstAt: number): Promise<void> {
    for (const [i, { slot }] of this.#draw.drawn.slice(from, to).entries()) {
      const hasProblem = (from + i) % 4 === 1;
      await this.act('record', firstAt + i * 5 * HOUR_MS, {
        objectCode: slot.objectCode, outcome: hasProblem ? 'problem' : (from + i) % 9 === 5 ? 'not-reached' : 'no-problem', note: hasProblem ? '台账不全，责令限期改正' : '现场检查，按事项逐项核对',
      });
    }
  }
}

/** 双随机 of the demo: the registers, one draw that is public, one being checked, and one whose seed is committed and not drawn. */
export async function seedDraws(draws: DrawsApi, lists: ListsApi, cast: EnforcementCast, villages: readonly Village[], now: number): Promise<void> {
  await fillRegisters(lists, cast, villages, now);
  const daysAgo = (days: number, hour = 10): number => startOfDay(now) - days * DAY_MS + hour * HOUR_MS;
  async function begin(title: string, itemCodes: readonly string[], drawAt: number, plannedAt: number): Promise<DrawStory> {
    const planned = await draws.plan({ title, areaCode: cast.areaCode, itemCodes, drawAt, lastDay: dateKey(drawAt + 40 * DAY_MS) }, cast.chief, plannedAt);
    if (!planned.ok) throw new Error(`demo draw: ${planned.error.code}`);
    const story = new DrawStory(draws, cast.chief, planned.value);
    await story.act('commit', plannedAt + 2 * HOUR_MS);
    return story;
  }

  const published = await begin('秋季餐饮食品联合抽查', ['SJ01', 'SJ05'], daysAgo(58), daysAgo(60));
  await published.act('draw', daysAgo(58));
  const { objectCode } = published.draw.drawn[0]!.slot;
  await published.act('recuse', daysAgo(58, 11), { objectCode, inspectorCode: inspectorsOf(published.draw, objectCode)[0]!, reason: '近亲属在该店任职' });
  await published.act('assign', daysAgo(58, 14));
  await published.record(0, 2, daysAgo(56));
  await published.record(2, published.draw.drawn.length, daysAgo(36));
  await published.act('publish', daysAgo(16));

  const checking = await begin('工业企业安全生产与排污抽查', ['SJ02', 'SJ03', 'SJ04'], daysAgo(6), daysAgo(8));
  await checking.act('draw', daysAgo(6));
  await checking.act('assign', daysAgo(6, 14));
  await checking.record(0, Math.ceil(checking.draw.drawn.length / 2), daysAgo(4, 9));
  await checking.act('publish', daysAgo(1, 16));

  await begin('市容环卫责任区抽查', ['SJ06', 'SJ07'], startOfDay(now) + 2 * DAY_MS + 10 * HOUR_MS, now - 3 * HOUR_MS);
}
