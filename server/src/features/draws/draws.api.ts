import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@wangge/shared/access';
import { dateKey, ok, refuse, type Result } from '@wangge/shared/base';
import type { WorkCalendar } from '@wangge/shared/calendar';
import { decideDraw, decidePlan, evolveDraw, hashPools, toHex, type Draw, type DrawContext, type DrawEvent, type DrawPayload, type DrawPlan, type FrozenPools, type Hash } from '@wangge/shared/draw';
import type { Wish } from '@wangge/shared/life';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects } from '../../ledger/objects.ts';
import { newUuid } from '../../platform/ids.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { itemsNow, poolsNow } from './pools-now.ts';
import { createSeedSafe } from './seed-safe.ts';

const SEED_BYTES = 32;

export const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();

/** What a person gives to plan a draw. */
export type PlanInput = Pick<DrawPlan, 'title' | 'areaCode' | 'itemCodes' | 'drawAt' | 'lastDay'>;

/** How an act is carried out. `commandId`: a repeated one has no second effect. `seed`: only the demo brings its own, so that it is the same everywhere. */
export interface DrawAct {
  readonly commandId?: string;
  readonly seed?: Uint8Array;
}

/** 双随机抽查: the one way by which draws come into being and move. */
export interface DrawsApi {
  get(id: string): Draw | undefined;
  all(): IterableIterator<Draw>;
  history(id: string): Promise<readonly StoredEvent<DrawEvent>[]>;
  onChanges(listener: () => void): void;
  plan(input: PlanInput, actor: Actor, at: number, commandId?: string): Promise<Result<Draw>>;
  command(id: string, wish: Wish<DrawPayload>, at: number, act?: DrawAct): Promise<Result<Draw>>;
  /** What a decision looks at, without pools and seed: for asking what is allowed. */
  context(at: number): DrawContext;
}

export interface DrawsNeeds {
  readonly ledger: Ledger;
  readonly documents: DocumentStore;
  readonly lists: ListsApi;
  calendar(): WorkCalendar;
}

export function createDrawsApi({ ledger, documents, lists, calendar }: DrawsNeeds): DrawsApi {
  const objects = createObjects<Draw, DrawEvent>(ledger, { kind: 'draw', evolve: evolveDraw });
  const safe = createSeedSafe(documents);
  const context = (now: number): DrawContext => ({ now, calendar: calendar(), hash: sha256, toFreeze: null, seed: null });

  async function plan(input: PlanInput, actor: Actor, at: number, commandId?: string): Promise<Result<Draw>> {
    const known = new Set(itemsNow(lists, at).map(({ code }) => code));
    const unknown = input.itemCodes.find((code) => !known.has(code));
    if (unknown !== undefined) return refuse('DRAW_ITEM_UNKNOWN', { field: 'itemCodes', detail: unknown });
    if (input.lastDay < dateKey(input.drawAt)) return refuse('FIELD_INVALID', { field: 'lastDay' });
    const month = dateKey(at).slice(0, 7).replace('-', '');
    const serial = await ledger.takeSerials(`draw-no/${input.areaCode}/${month}`);
    const id = newUuid();
    const no = `${input.areaCode}-SJ-${month}-${String(serial).padStart(2, '0')}`;
    return objects.open(id, { events: [decidePlan({ id, no, ...input }, actor, at)] }, commandId);
  }

  /** Freezes the pools of a draw with a fresh seed, whose commitment is all that is seen of it. */
  async function freeze(draw: Draw, at: number, given?: Uint8Array): Promise<FrozenPools> {
    const seed = given ?? randomBytes(SEED_BYTES);
    const { pools, versions } = poolsNow(lists, draw, at);
    const commitment = toHex(sha256(seed));
    await safe.keep(commitment, toHex(seed));
    return { pools, versions, hashes: hashPools(sha256, pools), commitment };
  }

  async function command(id: string, wish: Wish<DrawPayload>, at: number, { commandId, seed }: DrawAct = {}): Promise<Result<Draw>> {
    const draw = objects.get(id);
    if (!draw) return refuse('OBJECT_NOT_FOUND');
    const looked: DrawContext = {
      ...context(at),
      toFreeze: wish.action === 'commit' && draw.state === 'planned' ? await freeze(draw, at, seed) : null,
      seed: wish.action === 'draw' && draw.frozen ? await safe.find(draw.frozen.commitment) : null,
    };
    return objects.act(id, wish, (state, asked) => {
      const decided = decideDraw(state, asked, looked);
      return decided.ok ? ok({ events: [decided.value] }) : decided;
    }, commandId);
  }

  return {
    get: (id) => objects.get(id), all: () => objects.all(), history: (id) => objects.history(id), onChanges: (listener) => objects.onChanges(listener), plan, command, context,
  };
}
