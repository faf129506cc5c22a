import { isInArea, type Actor } from '../access/index.ts';
import { HOUR_MS, ok, refuse, type Result } from '../base/index.ts';
import { allowedRows, findRow, type Guards, type LifeRow, type Wish } from '../life/index.ts';
import { isRunningAt, type Drill, type DrillEvent, type DrillFacts, type DrillState } from './drill.ts';

/** A drill is over within a day, whatever was asked for. */
const LONGEST_MS = 24 * HOUR_MS;

type GuardName = 'own-area' | 'is-due';
type DrillRow = LifeRow<DrillState, never, GuardName>;
interface GuardInput { readonly drill: Drill; readonly actor: Actor; readonly now: number }

/** The life of a drill: whoever may open one ends it; what nobody ended ends by itself when its time is over. */
export const DRILL_LIFE = [
  { action: 'end', event: 'drill-ended', from: ['open'], to: 'ended', roles: ['duty-chief', 'commander'], guards: ['own-area'] },
  { action: 'end', event: 'drill-ended', from: ['open'], to: 'ended', roles: ['system'], guards: ['is-due'] },
] as const satisfies readonly DrillRow[];

const GUARDS: Guards<GuardName, GuardInput> = {
  'own-area': { rule: 'DR1', check: ({ drill, actor }) => (isInArea(drill.areaCode, actor.areaCode) ? null : 'OBJECT_NOT_FOUND') },
  'is-due': { rule: 'DR7', check: ({ drill, now }) => (drill.until <= now ? null : 'OBJECT_ACTION_NOT_IN_STATE') },
};

/** Whether two areas have ground in common. */
export function areasMeet(one: string, other: string): boolean {
  return isInArea(one, other) || isInArea(other, one);
}

/** Opens a drill in the actor's area: named, over within a day, and one at a time on the same ground. `all` are the drills there are. */
export function openDrill(facts: DrillFacts, actor: Actor, all: Iterable<Drill>, now: number): Result<DrillEvent> {
  if (actor.role !== 'duty-chief' && actor.role !== 'commander') return refuse('ACTION_FORBIDDEN', { rule: 'DR1' });
  if (!isInArea(facts.areaCode, actor.areaCode)) return refuse('ACTION_FORBIDDEN', { rule: 'DR1', field: 'areaCode' });
  if (facts.until <= now || facts.until > now + LONGEST_MS) return refuse('DRILL_END', { rule: 'DR1', field: 'until' });
  const running = [...all].find((drill) => drill.state === 'open' && isRunningAt(drill, now) && areasMeet(drill.areaCode, facts.areaCode));
  if (running) return refuse('DRILL_RUNNING', { rule: 'DR2', detail: running.name });
  return ok({ type: 'drill-opened', at: now, actor, facts });
}

/** Turns a wish into the event it causes, or into a refusal. */
export function decideDrill(drill: Drill, wish: Wish, now: number): Result<DrillEvent> {
  const found = findRow<DrillState, GuardName, DrillRow, GuardInput>(DRILL_LIFE, drill, wish, GUARDS, { drill, actor: wish.actor, now });
  return found.ok ? ok({ type: 'drill-ended', at: now, actor: wish.actor }) : found;
}

/** What this actor may do with the drill now. */
export function allowedOnDrill(drill: Drill, actor: Actor, now: number): readonly 'end'[] {
  return allowedRows<DrillState, GuardName, DrillRow, GuardInput>(DRILL_LIFE, drill, actor, GUARDS, { drill, actor, now }).length > 0 ? ['end'] : [];
}
