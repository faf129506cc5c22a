import type { CaseId, TeamId } from '@wangge/shared/base';
import type { Candidate } from '@wangge/shared/dispatch';
import type { LngLat } from '@wangge/shared/geo';
import type { Highlight, StageFilter } from '@wangge/shared/stage';
import type { Light } from '../../ui/tokens.ts';
import type { HeatWindow } from './heat.layer.ts';

/** What a surface wants to be seen on its map. */
export interface StageWish {
  readonly light: Light;
  /** `overview` shows the cases that need somebody, `all` every open one. */
  readonly scope: 'overview' | 'all';
  /** How many cases are named beside their marks. */
  readonly labelled: number;
  readonly shows: { readonly cases: boolean; readonly squads: boolean; readonly people: boolean; readonly grids: boolean };
  readonly heat: HeatWindow | null;
  /** Narrows the cases to an area and a platform; null for all. */
  readonly filter: StageFilter | null;
  readonly chosenId: CaseId | null;
  /** What a director points out (突出): it is drawn whatever else is, and named in front of all. */
  readonly highlight?: Highlight | null;
  /** The chosen case takes over (接管): it is marked red, whatever its lamp. */
  readonly isTakeover?: boolean;
  /** The teams that could be sent to the chosen case, the best first, and the one picked. */
  readonly candidates: readonly Candidate[];
  readonly chosenTeamId: TeamId | null;
  /** Tracks of a day (轨迹): each a line, the first ones drawn strongest. */
  readonly tracks?: readonly (readonly LngLat[])[];
}
