import type { TeamId } from '@wangge/shared/base';
import type { Candidate } from '@wangge/shared/dispatch';
import { lineLengthM, nearestOnLine, pointAlong, type LngLat } from '@wangge/shared/geo';
import type { CaseRow } from '@wangge/shared/wire';
import type { Ribbon, Stroke } from '../../map/fx/ribbon.ts';
import type { MapTheme } from '../../map/map-theme.ts';
import type { MapLabel } from '../../map/scene.ts';
import { mercatorOf } from '../../map/viewport.ts';

/** A squad's unit and where it was last seen. */
export interface SquadPlace {
  readonly unit: number;
  readonly lngLat: LngLat | undefined;
}

/** Words on a way: 6 分 · 1.9 km, and 1 执法二组 4 分. */
export interface WayWords {
  eta(leftMs: number, distanceM: number): string;
  candidate(rank: number, teamId: TeamId, etaMs: number): string;
}

export interface WayScene {
  readonly ribbons: Ribbon[];
  readonly labels: MapLabel[];
}

const ARRIVAL_FADE_MS = 600;
/** Where the capsule likes to sit, as shares of the way; the middle first. They are fixed so that it does not creep along. */
const CAPSULE_SHARES = [0.5, 0.35, 0.65, 0.2, 0.8, 0.92];

/**
 * Squads on their way (派遣线): for each order that has a way and has not arrived, a dashed line from the squad along the rest of the way to the case, and a
 * capsule with time and distance left. When an order arrives its line is gone from the answer and fades by itself.
 */
export function dispatchScene(
  rows: Iterable<CaseRow>, squadOf: (teamId: TeamId) => SquadPlace | undefined, { now, theme, words }: { now: number; theme: MapTheme; words: WayWords },
): WayScene {
  const ribbons: Ribbon[] = [];
  const labels: MapLabel[] = [];
  for (const { id, order, lngLat } of rows) {
    if (order === null || order.route.length < 2 || order.departedAt === null || order.arrivedAt !== null || order.doneAt !== null) continue;
    const squad = squadOf(order.teamId);
    if (squad?.lngLat === undefined) continue;
    const key = `way ${id}`;
    ribbons.push({
      key, fadeMs: ARRIVAL_FADE_MS, path: [...order.route, lngLat].map(mercatorOf), mover: { unit: squad.unit, at: 'start' }, strokes: wayStrokes(theme, 3.4, { onU: 11, offU: 6, driftU: 20 }),
    });
    const passed = nearestOnLine(order.route, squad.lngLat);
    const leftM = Math.max(0, lineLengthM(order.route) - passed.alongM) + passed.offM;
    if (order.etaAt !== null) {
      labels.push({ key, kind: 'eta', anchor: { spots: capsuleSpots(order.route, passed.alongM) }, runs: [{ text: words.eta(order.etaAt - now, leftM), tone: 'plain' }] });
    }
  }
  return { ribbons, labels };
}

/**
 * The ways of the teams that could be sent (推荐力量) to `goal`: the chosen one thick and drifting, the others dotted, each with its number, name and time.
 * Where the road ends they go straight on.
 */
export function candidateScene(
  candidates: readonly Candidate[], chosenTeamId: TeamId | null, squadOf: (teamId: TeamId) => SquadPlace | undefined, { goal, theme, words }: { goal: LngLat | null; theme: MapTheme; words: WayWords },
): WayScene & { readonly units: ReadonlySet<number> } {
  const chosen = candidates.find(({ teamId }) => teamId === chosenTeamId) ?? candidates[0];
  const ribbons: Ribbon[] = [];
  const labels: MapLabel[] = [];
  const units = new Set<number>();
  for (const candidate of [...candidates].sort((a) => (a === chosen ? 1 : -1))) {
    const isChosen = candidate === chosen;
    const squad = squadOf(candidate.teamId);
    const [start] = candidate.route;
    const key = `candidate ${candidate.teamId}`;
    if (squad !== undefined) units.add(squad.unit);
    if (candidate.route.length > 1) {
      const strokes = isChosen ? wayStrokes(theme, 4.4, { onU: 13, offU: 7, driftU: 20 }) : wayStrokes(theme, 2.4, { onU: 3, offU: 6, driftU: 0 });
      const mover = squad?.lngLat === undefined ? {} : { mover: { unit: squad.unit, at: 'start' as const } };
      ribbons.push({ key, strokes, fadeMs: 0, path: [...candidate.route, ...(goal === null ? [] : [goal])].map(mercatorOf), ...mover });
    }
    const anchor = squad?.lngLat !== undefined ? { unit: squad.unit } : start === undefined ? undefined : { spots: [start] };
    if (anchor === undefined) continue;
    const runs = [{ text: words.candidate(candidate.rank, candidate.teamId, candidate.etaMs), tone: 'plain' as const }];
    labels.push({ key, kind: isChosen ? 'candidate-first' : 'candidate', anchor, runs });
  }
  return { ribbons, labels, units };
}

function wayStrokes(theme: MapTheme, widthU: number, dash: NonNullable<Stroke['dash']>): Stroke[] {
  const dark: Stroke = { colour: theme.disc, widthU: [widthU + 4.6, widthU + 4.6], opacity: [0.82, 0.82] };
  return [dark, { colour: theme.us, widthU: [widthU, widthU], opacity: [1, 1], dash }];
}

function capsuleSpots(route: readonly LngLat[], passedM: number): LngLat[] {
  const lengthM = lineLengthM(route);
  const ahead = CAPSULE_SHARES.filter((share) => share * lengthM > passedM);
  return (ahead.length > 0 ? ahead : [1]).map((share) => pointAlong(route, share * lengthM).lngLat);
}
