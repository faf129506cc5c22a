import type { CaseId, TeamId } from '@wangge/shared/base';
import type { Candidate } from '@wangge/shared/dispatch';
import type { DrillStep } from '@wangge/shared/district-map';
import type { Highlight, Layers, StageFilter } from '@wangge/shared/stage';
import type { Light } from '../../ui/tokens.ts';
import { PLAIN_GROUND, type StageWish } from './stage-wish.ts';
import type { WallSpot } from './wall-spot.ts';

/** What a wall is told about its map. */
export interface WallMapWish {
  readonly light: Light;
  readonly layers?: Layers | undefined;
  readonly filter?: StageFilter | undefined;
  readonly highlight: Highlight | null;
  readonly chosenId: CaseId | null;
  /** Where a takeover is. */
  readonly spot: WallSpot | null;
  readonly candidates: readonly Candidate[];
  readonly chosenTeamId: TeamId | null;
  readonly isMasked: boolean;
  readonly openCameras: readonly string[];
  /** One of several displays of a wall. */
  readonly isPart: boolean;
}

/** How many cases a wall names beside their marks. */
const LABELLED = 12;

function showsOf(layers: Layers | undefined, { isTaken, isDeep, hasOpen }: { readonly isTaken: boolean; readonly isDeep: boolean; readonly hasOpen: boolean }): StageWish['shows'] {
  const { cases = 'overview', squads = true, people = false, grids = true, hex = false, fences = false, cameras = false }: Partial<Layers> = layers ?? {};
  return { cases: isTaken || isDeep || cases !== 'none', squads: isTaken || squads, people, grids: isTaken || grids, hex: hex && !isTaken, fences, cameras: !isTaken && (cameras || hasOpen) };
}

/**
 * What a wall's map shows by its scene and its director. Whatever they leave out, a takeover (接管) has its case, the squads that could come and the grids; one who
 * went down into an area (`drill`) sees its cases. A part of a wall lies flat: two displays that lean back each by itself would not go on into each other.
 */
export function wallWish({ light, layers, filter, highlight, chosenId, spot, candidates, chosenTeamId, isMasked, openCameras, isPart }: WallMapWish, drill: readonly DrillStep[]): StageWish {
  const [isTaken, isDeep] = [spot !== null, drill.length > 0];
  const { heat, kernel, choropleth, relief } = isTaken || layers === undefined ? { heat: null, ...PLAIN_GROUND } : layers;
  return {
    light, drill, kernel, choropleth, relief: isPart ? 'flat' : relief, heat: isDeep ? null : heat,
    labelled: isTaken ? 0 : LABELLED, filter: isTaken ? null : filter ?? null, scope: layers?.cases === 'all' || isDeep ? 'all' : 'overview',
    shows: showsOf(layers, { isTaken, isDeep, hasOpen: openCameras.length > 0 }), highlight: isTaken ? null : highlight, chosenId, isTakeover: isTaken, isMasked,
    ringsAround: spot === null || isMasked ? null : spot.lngLat, candidates, chosenTeamId, openCameras,
  };
}
