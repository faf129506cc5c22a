import type { CaseId, TeamId } from '@wangge/shared/base';
import type { Candidate } from '@wangge/shared/dispatch';
import type { DrillStep } from '@wangge/shared/district-map';
import type { LngLat } from '@wangge/shared/geo';
import type { Choropleth, HeatKernel, HeatWindow, Highlight, Relief, StageFilter } from '@wangge/shared/stage';
import type { Light } from '../../ui/tokens.ts';

/** What a surface wants to be seen on its map. */
export interface StageWish {
  readonly light: Light;
  /** `overview` shows the cases that need somebody, `all` every open one. */
  readonly scope: 'overview' | 'all';
  /** How many cases are named beside their marks. */
  readonly labelled: number;
  readonly shows: { readonly cases: boolean; readonly squads: boolean; readonly people: boolean; readonly grids: boolean; readonly hex: boolean; readonly fences: boolean; readonly cameras: boolean };
  readonly heat: HeatWindow | null;
  readonly kernel: HeatKernel;
  /** Areas shaded by a figure in place of the grids' load. */
  readonly choropleth: Choropleth | null;
  readonly relief: Relief;
  /** How deep one went into the district; the map is about the last step. */
  readonly drill: readonly DrillStep[];
  /** Narrows the cases to an area and a platform; null for all. */
  readonly filter: StageFilter | null;
  readonly chosenId: CaseId | null;
  /** What a director points out (突出): it is drawn whatever else is, and named in front of all. */
  readonly highlight?: Highlight | null;
  /** The chosen case takes over (接管): it is marked red, whatever its lamp. */
  readonly isTakeover?: boolean;
  /** 参观: nobody is told what has ended. */
  readonly isMasked?: boolean;
  /** The teams that could be sent to the chosen case, the best first, and the one picked. */
  readonly candidates: readonly Candidate[];
  readonly chosenTeamId: TeamId | null;
  /** The cameras whose pictures are open, in the order of their numbers. */
  readonly openCameras?: readonly string[];
  /** Around which place arrival rings (到达圈) are drawn. */
  readonly ringsAround?: LngLat | null;
  /** The fence that is looked at, drawn strongest. */
  readonly chosenFenceId?: string | null;
  /** Tracks of a day (轨迹): each a line, the first ones drawn strongest. */
  readonly tracks?: readonly (readonly LngLat[])[];
  /** Shades of grids (0–4) that a page gives in place of their load. */
  readonly gridSteps?: ReadonlyMap<string, number> | null;
}

/** A map that lies flat and shows the whole district, cases weighed by how grave they are. */
export const PLAIN_GROUND = { kernel: 'severity', choropleth: null, relief: 'flat', drill: [] } as const satisfies Partial<StageWish>;
