/** Rungs of the ladder of supervision, the mildest first: 催办, 黄色督办单, 红色督办单, 县级督办, 通报批评. */
export const RUNGS = ['urge', 'yellow', 'red', 'county', 'censure'] as const;
export type Rung = (typeof RUNGS)[number];

/** The mark a rung puts on its case (督办级别 1–4); 催办 puts none. */
export const SUPERVISION_LEVEL: Readonly<Record<Rung, number>> = { urge: 0, yellow: 1, red: 2, county: 3, censure: 4 };

/** The rung that a mark on a case stands for. */
export function rungOfLevel(level: number): Rung {
  return RUNGS[level] ?? 'censure';
}
