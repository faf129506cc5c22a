/** The township the demo is mostly about: 徐霞客镇. */
export const MAIN_TOWN = '320281104';

/** How a township of the demo is staffed. */
export interface TownRow {
  readonly code: string;
  readonly name: string;
  /** What its accounts, people, teams and vehicles carry in their names, so that no two are alike; none for the main township. */
  readonly mark: string;
  /** Keys of the team table that it has; all where it does not say. */
  readonly teams?: readonly string[];
  /** Reports in a day, as a share of those of the main township. */
  readonly share: number;
}

const SMALL_TOWN_TEAMS = ['zf1', 'market1', 'patrol1', 'vanguard', 'works', 'sanitation', 'service'] as const;

const MAIN: TownRow = { code: MAIN_TOWN, name: '徐霞客镇', mark: '', share: 1 };

/** 镇街表 of the demo, invented (示意) but for names and codes. */
export const TOWN_ROWS: readonly TownRow[] = [
  MAIN,
  { code: '320281103', name: '青阳镇', mark: 'qy', teams: SMALL_TOWN_TEAMS, share: 0.4 },
  { code: '320281112', name: '祝塘镇', mark: 'zt', teams: SMALL_TOWN_TEAMS, share: 0.35 },
];

/** The row of a township; the main one's for a code that is not in the table. */
export function townRow(code: string): TownRow {
  return TOWN_ROWS.find((row) => row.code === code) ?? MAIN;
}

/** A key as that township uses it: `zf1`, or `qy-zf1`. */
export function marked(town: TownRow, key: string): string {
  return town.mark === '' ? key : `${town.mark}-${key}`;
}
