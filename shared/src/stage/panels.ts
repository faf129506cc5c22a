/** Tiles of governance (治理): orders of supervision, calls to the county, joint matters, appraisal, enforcement, draws, windows, grids. */
export const GOVERNANCE = ['oversight', 'calls', 'joint', 'appraisal', 'enforcement', 'draws', 'services', 'patrol'] as const;
export type GovernanceName = (typeof GOVERNANCE)[number];

/** Tiles of the wall by name. `turn` shows, one after the other, those tiles of governance that have no place of their own. */
export const PANELS = [...GOVERNANCE, 'today', 'rate', 'platform', 'trend', 'lamps', 'overdue', 'force', 'turn', 'rank-shelf', 'rank-list', 'ticker'] as const;
export type PanelName = (typeof PANELS)[number];
