import type { Actor } from '../access/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { Guards } from '../life/index.ts';
import { fromHex, toHex, type Hash } from './bytes.ts';
import type { DrawGuard } from './draw-life.ts';
import type { DrawPayload } from './draw-payload.ts';
import type { Draw, DrawnObject, FrozenPools } from './draw.ts';
import { hashPools } from './pools.ts';
import { eligibleInspectors, objectsOf } from './run-draw.ts';
import { inspectorsAfter } from './verify-record.ts';

/** What a decision may look at beside the draw. `toFreeze`: the pools as they stand now, for `commit`; `seed`: the secret, for `draw`. */
export interface DrawContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
  readonly hash: Hash;
  readonly toFreeze: FrozenPools | null;
  readonly seed: string | null;
}

export interface DrawGuardInput {
  readonly draw: Draw;
  readonly actor: Actor;
  readonly payload: DrawPayload;
  readonly context: DrawContext;
}

/** The drawn object somebody speaks of. */
export function drawnObject(draw: Draw, objectCode: string | undefined): DrawnObject | undefined {
  return draw.drawn.find(({ slot }) => slot.objectCode === objectCode);
}

/** Who checks an object now. */
export function inspectorsOf(draw: Draw, objectCode: string | undefined): readonly string[] {
  const found = drawnObject(draw, objectCode);
  return found ? inspectorsAfter(found.slot, draw.recusals).current : [];
}

/** The first object of the pools that could be drawn without having enough inspectors; undefined when all have. */
export function objectWithoutInspectors({ pools }: FrozenPools, lastDay: string): string | undefined {
  for (const item of pools.items) {
    const short = objectsOf(item, pools.objects).find((object) => eligibleInspectors({ pools, lastDay }, object).length < item.inspectorsPerObject);
    if (short) return short.code;
  }
  return undefined;
}

/** Each condition named in the life of a draw, with the number of its rule. */
export const DRAW_GUARDS: Guards<DrawGuard, DrawGuardInput> = {
  'enough-inspectors': {
    rule: 'DR5', onPayload: true,
    check: ({ draw, context: { toFreeze } }) => {
      if (!toFreeze || toFreeze.pools.items.every((item) => objectsOf(item, toFreeze.pools.objects).length === 0)) return 'DRAW_POOL_EMPTY';
      return objectWithoutInspectors(toFreeze, draw.lastDay) === undefined ? null : 'DRAW_TOO_FEW_INSPECTORS';
    },
  },
  'announced-moment': { rule: 'DR4', onPayload: true, check: ({ draw, context }) => (context.now >= draw.drawAt ? null : 'DRAW_TOO_EARLY') },
  'seed-kept': {
    rule: 'DR3', onPayload: true,
    check: ({ draw: { frozen }, context: { seed, hash } }) => {
      const bytes = seed === null ? null : fromHex(seed);
      if (!frozen || !bytes || toHex(hash(bytes)) !== frozen.commitment) return 'DRAW_COMMITMENT_BROKEN';
      const found = hashPools(hash, frozen.pools);
      const isWhole = found.items === frozen.hashes.items && found.objects === frozen.hashes.objects && found.inspectors === frozen.hashes.inspectors;
      return isWhole ? null : 'DRAW_COMMITMENT_BROKEN';
    },
  },
  'open-slot': {
    rule: 'DR7', onPayload: true,
    check: ({ draw, payload }) => {
      const found = drawnObject(draw, payload.objectCode);
      return !found ? 'DRAW_OBJECT_NOT_DRAWN' : found.result ? 'DRAW_RESULT_EXISTS' : null;
    },
  },
  'on-slot': {
    rule: 'DR6', onPayload: true,
    check: ({ draw, payload }) => (inspectorsOf(draw, payload.objectCode).includes(payload.inspectorCode ?? '') ? null : 'DRAW_NOT_ON_OBJECT'),
  },
  'own-slot': {
    rule: 'DR8', onPayload: true,
    check: ({ draw, actor, payload }) =>
      (actor.role !== 'squad' && actor.role !== 'department') || inspectorsOf(draw, payload.objectCode).includes(actor.id) ? null : 'DRAW_NOT_YOUR_OBJECT',
  },
  'has-results': { rule: 'DR9', check: ({ draw }) => (draw.drawn.some(({ result }) => result && result.publishedAt === null) ? null : 'DRAW_NOTHING_TO_PUBLISH') },
};
