/** From the first to the second, drawn anew each time; ms. */
export type Span = readonly [number, number];

export interface Scale {
  readonly gridWorkers: number;
  /** Squads of two telephones each. */
  readonly squads: number;
  /** Of them, those whose telephones nobody looks at, and those who go out of range with an order they signed. */
  readonly asleep: number;
  readonly far: number;
  /** Of the grid workers and of the squads, those who hold a real Chromium. */
  readonly browsers: { readonly gridWorkers: number; readonly squads: number };
  readonly dutyMs: number;
  /** Between two things that one person does. */
  readonly pause: Span;
  /** How long a net is good, and how long a spell lasts. */
  readonly calm: Span;
  readonly spell: Span;
  /** Of the spells without a net, every fifth. */
  readonly longSpell: Span;
  readonly alarmEachMs: number;
  /** How long the server and the broker are away. */
  readonly serverAwayMs: number;
  readonly brokerAwayMs: number;
  /** Minutes unsigned until a squad is reminded, the next one is sent, and the desk is told. */
  readonly signRungsMin: readonly [number, number, number];
  /** How long somebody is out of range who goes far: longer than a deed may take without saying when it was done (CL41). */
  readonly farMs: number;
  /** How long everything has to come in after duty. */
  readonly drainMs: number;
}

export const FULL: Scale = {
  gridWorkers: 150, squads: 25, asleep: 3, far: 3, browsers: { gridWorkers: 2, squads: 2 }, dutyMs: 600_000, pause: [6_000, 22_000], calm: [15_000, 70_000], spell: [6_000, 50_000],
  longSpell: [90_000, 140_000], alarmEachMs: 2_000, serverAwayMs: 12_000, brokerAwayMs: 20_000, signRungsMin: [0.75, 1.5, 2.5], farMs: 90_000, drainMs: 150_000,
};

export const SHORT: Scale = {
  gridWorkers: 28, squads: 6, asleep: 1, far: 1, browsers: { gridWorkers: 1, squads: 1 }, dutyMs: 28_000, pause: [1_500, 5_000], calm: [3_000, 9_000], spell: [2_000, 6_000],
  longSpell: [6_000, 9_000], alarmEachMs: 500, serverAwayMs: 7_000, brokerAwayMs: 3_000, signRungsMin: [0.15, 0.3, 0.5], farMs: 90_000, drainMs: 60_000,
};

export const between = ([least, most]: Span, random: () => number): number => least + random() * (most - least);
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
