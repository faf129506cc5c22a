import type { Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { startClock } from '../calendar/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import { fromHex } from './bytes.ts';
import { DRAW_GUARDS, drawnObject, objectWithoutInspectors, type DrawContext, type DrawGuardInput } from './draw-guards.ts';
import { DRAW_LIFE, type DrawEventType, type DrawGuard, type DrawRow, type DrawState } from './draw-life.ts';
import type { DrawPayload } from './draw-payload.ts';
import type { Draw, DrawEvent, DrawPlan } from './draw.ts';
import type { Recusal } from './record.ts';
import { redrawInspector, runDraw } from './run-draw.ts';
import { inspectorsAfter } from './verify-record.ts';

/** Opens a draw with its plan. */
export function decidePlan(plan: DrawPlan, actor: Actor, now: number): DrawEvent {
  return { type: 'planned', at: now, actor, to: 'planned', payload: {}, plan };
}

/** What this actor may do with the draw now. */
export function drawActions(draw: Draw, actor: Actor, context: DrawContext): string[] {
  const rows = allowedRows<DrawState, DrawGuard, DrawRow, DrawGuardInput>(DRAW_LIFE, draw, actor, DRAW_GUARDS, { draw, actor, payload: {}, context });
  return [...new Set(rows.map(({ action }) => action))];
}

/** Turns a wish and the present draw into the event it causes, or into a refusal. Pure: time, pools and seed come in. */
export function decideDraw(draw: Draw, wish: Wish<DrawPayload>, context: DrawContext): Result<DrawEvent> {
  const { actor, payload } = wish;
  const found = findRow<DrawState, DrawGuard, DrawRow, DrawGuardInput>(DRAW_LIFE, draw, wish, DRAW_GUARDS, { draw, actor, payload, context });
  if (!found.ok) return found.error.code === 'DRAW_TOO_FEW_INSPECTORS' && context.toFreeze ? refuse(found.error.code, { ...found.error, detail: objectWithoutInspectors(context.toFreeze, draw.lastDay) ?? '' }) : found;
  const type = found.value.event as DrawEventType;
  const event: DrawEvent = { type, at: context.now, actor, to: stateAfter(found.value, draw, draw.state), payload };
  switch (type) {
    case 'committed': return ok({ ...event, frozen: context.toFreeze! });
    case 'drawn': return ok({ ...event, seed: context.seed!, slots: runDraw(context.hash, fromHex(context.seed!)!, { pools: draw.frozen!.pools, lastDay: draw.lastDay }) });
    case 'recused': return recused(draw, event, context);
    case 'result-recorded': return ok(withResult(draw, event, context));
    default: return ok(event);
  }
}

function recused(draw: Draw, event: DrawEvent, context: DrawContext): Result<DrawEvent> {
  const { objectCode = '', inspectorCode = '', reason = '' } = event.payload;
  const ask = { number: draw.recusals.length + 1, objectCode, inspectorCode };
  const { excluded } = inspectorsAfter(drawnObject(draw, objectCode)!.slot, draw.recusals);
  const inputs = { pools: draw.frozen!.pools, lastDay: draw.lastDay };
  const replacementCode = redrawInspector(context.hash, fromHex(draw.seed!)!, inputs, ask, excluded);
  if (replacementCode === null) return refuse('DRAW_NOBODY_LEFT', { rule: 'DR6' });
  const recusal: Recusal = { ...ask, replacementCode, reason, at: event.at };
  return ok({ ...event, recusal });
}

/** The last result ends the checks. Of several items the shortest limit counts for making the result public. */
function withResult(draw: Draw, event: DrawEvent, { calendar, now }: DrawContext): DrawEvent {
  const { slot } = drawnObject(draw, event.payload.objectCode)!;
  const limits = draw.frozen!.pools.items.filter(({ code }) => slot.itemCodes.includes(code)).map(({ publishLimit }) => startClock(calendar, publishLimit, now));
  const clock = limits.reduce((a, b) => (b.dueAt < a.dueAt ? b : a));
  const isLast = draw.drawn.filter(({ result }) => result === null).length === 1;
  return { ...event, clock, to: isLast ? 'checked' : draw.state };
}
