import { MINUTE_MS } from '../base/index.ts';
import { townCodeOf } from '../district/index.ts';
import type { Alarm, AlarmFacts } from './alarm.ts';
import type { TakeoverSettings } from './takeover-rules.ts';

/** What becomes of a new alarm: it stands alone, joins the flood that is under way, or makes one with those that nobody answered yet. */
export type FloodStep =
  | { readonly kind: 'alone' }
  | { readonly kind: 'joins'; readonly flood: Alarm }
  | { readonly kind: 'begins'; readonly townCode: string; readonly members: readonly Alarm[] };

/** Looks at the alarms of the township of a new one, which is among `all` already. Counted is how many came within the window, answered or not; those of a drill (演练) stand alone. */
export function floodStep(fresh: Alarm, all: Iterable<Alarm>, { flood }: Pick<TakeoverSettings, 'flood'>): FloodStep {
  if (fresh.isDrill) return { kind: 'alone' };
  const townCode = townCodeOf(fresh.areaCode);
  const ofTown = [...all].filter(({ areaCode, isDrill }) => !isDrill && townCodeOf(areaCode) === townCode);
  const running = ofTown.find(({ happening, state }) => happening === 'flood' && state === 'raised');
  if (running) return { kind: 'joins', flood: running };
  const recent = ofTown.filter(({ happening, raisedAt }) => happening !== 'flood' && raisedAt > fresh.raisedAt - flood.windowMin * MINUTE_MS);
  if (recent.length <= flood.members) return { kind: 'alone' };
  return { kind: 'begins', townCode, members: recent.filter(({ state }) => state === 'raised') };
}

/** The facts of a flood's own alarm: the rule of its heaviest member, the place of the newest that has one. */
export function floodFacts(townCode: string, members: readonly Alarm[], now: number): AlarmFacts {
  const [heaviest] = members.toSorted((a, b) => a.rule.rank - b.rule.rank);
  if (!heaviest) throw new Error('a flood has members');
  return {
    id: `flood.${townCode}.${now}`, happening: 'flood', cause: { kind: 'flood', townCode }, matter: '', areaCode: townCode,
    lngLat: members.findLast(({ lngLat }) => lngLat !== null)?.lngLat ?? null, rule: heaviest.rule, rulesVersion: heaviest.rulesVersion, members: members.map(({ id }) => id),
  };
}
