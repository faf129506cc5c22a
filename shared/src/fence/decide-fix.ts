import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../base/index.ts';
import { createPlane, distanceM, nearestOnSegment } from '../geo/index.ts';
import { MAX_ACCURACY_M, MAX_BELIEVABLE_KMH, MAX_SILENCE_MS, type PositionFix } from '../position/index.ts';
import { insideM, isWithinHours, type Guard } from './guard.ts';
import type { FenceFinding, FenceStanding, Seen, UnitStanding } from './standing.ts';

/** Nearer to a border than this, or than the device claims to be right within, a fix says nothing of the side it is on. */
export const MIN_MARGIN_M = 15;
/** A second fix this much later confirms a crossing. */
export const CONFIRM_MS = 10 * SECOND_MS;
/** One fix for the other side is enough where the straight way between the fixes around it, this far apart at most, passes there too. */
const PASS_MS = 2 * MINUTE_MS;
/** A receiver that wanders is off by this much at most; farther in no time is a jump. */
const WANDER_M = 150;
/** So many fixes have to agree before a place beyond belief is believed. */
const AGREEING = 3;
/** What was known before a longer silence says nothing any more. */
export const FORGOTTEN_MS = DAY_MS;
/** Farther outside than this a fence lets go of a unit. */
const LET_GO_M = 600;

/** A unit after a fix, and what the fix shows to have happened. */
export interface Decided {
  readonly standing: UnitStanding;
  readonly findings: readonly FenceFinding[];
}

/**
 * Decides on the next fix of a unit (围栏判定). Pure: the same fixes in order of time give the same findings; one that is not newer
 * than what was decided, or claims no better than 100 m, changes nothing. Across a jump that is believed in the end, and a silence of more than a
 * day, nothing is told. `near`: the guards that watch this unit around the fix; those it stands to already must be among `guards`.
 */
export function decideFix(standing: UnitStanding, fix: PositionFix, near: readonly Guard[], guards: ReadonlyMap<string, Guard>): Decided {
  if (fix.at <= standing.decidedUntil) return { standing, findings: [] };
  const seen = { ...standing, decidedUntil: fix.at };
  if ((fix.accuracyM ?? 0) > MAX_ACCURACY_M) return { standing: seen, findings: [] };
  const place: Seen = { at: fix.at, lng: fix.lng, lat: fix.lat };
  const isForgotten = standing.last === null || fix.at - standing.last.at > FORGOTTEN_MS;
  if (!isForgotten && !isBelievable(standing.last!, place)) {
    const agreeing = standing.suspect !== null && isBelievable(standing.suspect, place) ? standing.suspect.agreeing + 1 : 1;
    return { standing: agreeing >= AGREEING ? { ...seen, last: place, suspect: null, fences: {} } : { ...seen, suspect: { ...place, agreeing } }, findings: [] };
  }
  const last = isForgotten ? null : standing.last;
  const findings: FenceFinding[] = [];
  const fences: Record<string, FenceStanding> = {};
  const held = Object.keys(standing.fences).flatMap((id) => guards.get(id) ?? []);
  for (const guard of new Set([...held, ...near])) {
    const { id } = guard.fence;
    const known = isForgotten ? undefined : standing.fences[id];
    const before = known?.key === guard.key ? known : begin(guard, last);
    const depthM = insideM(guard, [fix.lng, fix.lat]);
    const after = follow(guard, before, { place, depthM, marginM: Math.max(MIN_MARGIN_M, fix.accuracyM ?? 0), last }, findings);
    if (after.isIn === true || after.hasFollowed || depthM > -LET_GO_M) fences[id] = after;
  }
  return { standing: { decidedUntil: fix.at, last: place, suspect: null, fences }, findings };
}

function isBelievable(from: Seen, to: Seen): boolean {
  return distanceM([from.lng, from.lat], [to.lng, to.lat]) <= WANDER_M + (MAX_BELIEVABLE_KMH * 1_000 * (to.at - from.at)) / HOUR_MS;
}

/** A unit that comes near: where it was last seen says on which side it was, and nothing is told of that. */
function begin(guard: Guard, last: Seen | null): FenceStanding {
  const isIn = last === null ? null : sideOf(guard, insideM(guard, [last.lng, last.lat]), MIN_MARGIN_M);
  return { key: guard.key, isIn, sureAt: last?.at ?? 0, turn: null, since: null, isTold: false, hasFollowed: false };
}

/** On which side of its border a fix is; null where it is too near to say. A small area asks for no more than half its depth. */
function sideOf({ depthM: middleM }: Guard, depthM: number, marginM: number): boolean | null {
  if (depthM >= Math.min(marginM, middleM / 2)) return true;
  return depthM <= -marginM ? false : null;
}

interface Evidence {
  readonly place: Seen;
  readonly depthM: number;
  readonly marginM: number;
  readonly last: Seen | null;
}

function follow(guard: Guard, before: FenceStanding, { place, depthM, marginM, last }: Evidence, findings: FenceFinding[]): FenceStanding {
  const side = guard.fence.shape.type === 'LineString' && depthM >= 0 ? true : sideOf(guard, depthM, marginM);
  const isSilent = last !== null && place.at - last.at > MAX_SILENCE_MS;
  const isNow = side !== null && before.isIn === null;
  let next: FenceStanding = isNow ? { ...before, isIn: side, sureAt: place.at } : before;
  if (side !== null && side === next.isIn) next = passed(guard, next, place, findings);
  else if (side !== null) next = turned(guard, next, { ...place, from: last }, findings);
  return dwell(guard, next, { place, isSure: side !== null && side === next.isIn, isSilent }, findings);
}

/** A fix for the other side: the first waits, the second makes it true since the first. */
function turned(guard: Guard, before: FenceStanding, place: Seen & { readonly from: Seen | null }, findings: FenceFinding[]): FenceStanding {
  const { turn } = before;
  if (turn === null || place.at - turn.at > MAX_SILENCE_MS) return { ...before, turn: place };
  if (place.at - turn.at < CONFIRM_MS) return before;
  const isIn = !before.isIn;
  tell(guard, isIn ? 'enter' : 'leave', { at: turn.at, lngLat: [turn.lng, turn.lat], before: before.sureAt, since: null }, findings);
  return { ...before, isIn, sureAt: place.at, turn: null, since: isWithinHours(guard.watch.hours, turn.at) ? turn.at : null, isTold: false };
}

/** A fix for the side it was on: what waited was nothing, or the unit was over there and came back (一穿而过). */
function passed(guard: Guard, before: FenceStanding, place: Seen, findings: FenceFinding[]): FenceStanding {
  const { turn, isIn, sureAt } = before;
  const next = { ...before, turn: null, sureAt: place.at };
  if (turn === null || !isOnWay(guard, turn, place, isIn === true)) return next;
  const [over, back] = isIn === true ? ['leave', 'enter'] as const : ['enter', 'leave'] as const;
  tell(guard, over, { at: turn.at, lngLat: [turn.lng, turn.lat], before: sureAt, since: null }, findings);
  tell(guard, back, { at: place.at, lngLat: [place.lng, place.lat], before: turn.at, since: null }, findings);
  return { ...next, since: isWithinHours(guard.watch.hours, place.at) ? place.at : null, isTold: false };
}

/** Whether the straight way around a fix for the other side lies for sure on that side too, beside the fix: a bad fix has no such way. */
function isOnWay(guard: Guard, turn: NonNullable<FenceStanding['turn']>, place: Seen, isIn: boolean): boolean {
  if (!turn.from || guard.fence.shape.type === 'LineString' || place.at - turn.from.at > PASS_MS) return false;
  const { toPlane, toLngLat } = createPlane([turn.lng, turn.lat]);
  const { point } = nearestOnSegment([0, 0], toPlane([turn.from.lng, turn.from.lat]), toPlane([place.lng, place.lat]));
  return sideOf(guard, insideM(guard, toLngLat(point)), MIN_MARGIN_M) === !isIn;
}

/** What takes its time: staying, following a route, and being off it. A silence begins the time anew; outside the hours it stands still. */
function dwell(guard: Guard, before: FenceStanding, { place, isSure, isSilent }: { readonly place: Seen; readonly isSure: boolean; readonly isSilent: boolean }, findings: FenceFinding[]): FenceStanding {
  const { watch: { stayMs, offMs, hours }, fence: { shape } } = guard;
  if (!isWithinHours(hours, place.at)) return { ...before, since: null, isTold: false, hasFollowed: false };
  const since = isSilent || before.since === null ? place.at : before.since;
  const next = { ...before, since };
  if (before.turn !== null || !isSure) return next;
  const lastedMs = place.at - since;
  if (shape.type === 'LineString') {
    if (next.isIn === true) return { ...next, hasFollowed: next.hasFollowed || lastedMs >= (offMs ?? Infinity) };
    if (!next.hasFollowed || next.isTold || lastedMs < (offMs ?? Infinity)) return next;
    tell(guard, 'off-route', { at: place.at, lngLat: [place.lng, place.lat], before: null, since }, findings);
    return { ...next, isTold: true };
  }
  if (next.isIn !== true || next.isTold || lastedMs < (stayMs ?? Infinity)) return next;
  tell(guard, 'stay', { at: place.at, lngLat: [place.lng, place.lat], before: null, since }, findings);
  return { ...next, isTold: true };
}

function tell({ fence: { id }, watch: { tells, hours } }: Guard, happening: FenceFinding['happening'], told: Omit<FenceFinding, 'fenceId' | 'happening'>, findings: FenceFinding[]): void {
  if (tells.includes(happening) && isWithinHours(hours, told.at)) findings.push({ fenceId: id, happening, ...told });
}
