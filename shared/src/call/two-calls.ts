import type { RefusalCode } from '../base/index.ts';
import type { CallContext } from './call-context.ts';
import { TIERS, type Call, type Tier } from './call.ts';

/** The tier a unit works at; null for one that is not known. */
export function tierOfUnit(id: string, context: Pick<CallContext, 'unitOf'>): Tier | null {
  switch (context.unitOf(id)?.kind) {
    case 'village': return 'village';
    case 'county': return 'county';
    case undefined: return null;
    default: return 'township';
  }
}

/**
 * 两呼两不呼: beyond power may call only who has tried, and a township only after a stationed body (派驻机构) has tried as well,
 * where it has one. What an attempt has solved needs no call. An emergency need not have tried.
 */
export function hasTriedFirst(call: Call, context: CallContext): RefusalCode | null {
  if (call.attempts.some(({ isSolved }) => isSolved)) return 'CALL_SOLVED_ALREADY';
  if (call.ground === 'emergency') return null;
  if (call.attempts.length === 0) return 'CALL_NOTHING_TRIED';
  if (call.to !== 'county') return null;
  const stationed = context.stationedIn(call.townCode);
  return stationed.length === 0 || call.attempts.some(({ unitId }) => stationed.includes(unitId)) ? null : 'CALL_STATIONED_NOT_TRIED';
}

/**
 * 三级排查化解: a dispute climbs from tier to tier. Each tier between the village and the called one must have mediated in vain,
 * in this call's attempts or in an earlier call that was sent and carried it up. Nobody vouches for a tier above their own: what a grid
 * worker tried, who belongs to the village committee, is not the village's mediation.
 */
export function hasClimbedInOrder(call: Call, context: CallContext): boolean {
  if (!call.isDispute || call.ground === 'emergency') return true;
  const carried = [...context.earlier.filter(({ id, calledAt }) => id !== call.id && calledAt !== null), call];
  const mediated = new Set<Tier>(carried.flatMap((c) => c.attempts.filter(({ how }) => how === 'mediated').flatMap(({ unitId }) => {
    const tier = tierOfUnit(unitId, context);
    return tier && TIERS.indexOf(tier) <= TIERS.indexOf(c.from) ? [tier] : [];
  })));
  for (const earlier of carried) if (earlier.id !== call.id && earlier.mediations.some(({ result }) => result === 'failed')) mediated.add(earlier.to);
  const needed = TIERS.slice(TIERS.indexOf('village'), TIERS.indexOf(call.to));
  return needed.every((tier) => mediated.has(tier));
}
