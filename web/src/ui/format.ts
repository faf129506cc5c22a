const NO_RATE = '—';

/** A share as people read it, never rounded up: 96.4%, and — where nothing was owed. */
export function shareText(share: number | null): string {
  return share === null ? NO_RATE : `${(Math.floor(share * 1_000) / 10).toFixed(1)}%`;
}

/** Shares in percent with one decimal that add up to exactly 100 (largest remainder); all 0 when there is nothing. */
export function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((n) => (n / total) * 1_000);
  const floors = exact.map(Math.floor);
  const missing = 1_000 - floors.reduce((sum, n) => sum + n, 0);
  const order = exact.map((value, index) => ({ index, rest: value - (floors[index] ?? 0) })).sort((a, b) => b.rest - a.rest);
  for (const { index } of order.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1;
  return floors.map((n) => n / 10);
}

/** Where a cut axis to 100 begins: the highest of the steps that leaves every value on it. */
export function axisFloor(values: readonly (number | null)[], steps: readonly number[]): number {
  const least = Math.min(100, ...values.filter((value) => value !== null));
  return steps.find((step) => step <= least) ?? 0;
}

/** A matter short enough for the wall: without what stands in brackets. */
export function shortMatter(matter: string): string {
  return matter.replace(/[（(].*$/, '').trim() || matter;
}

/** Where a thing is and who has it, in one line: a village that has it itself is named once (`新街` and `新街村` are the same). */
export function placeAndOwner(...names: readonly (string | null | undefined)[]): string {
  const known = names.filter((name): name is string => typeof name === 'string' && name !== '');
  return known.filter((name, i) => !known.slice(i + 1).some((later) => later.startsWith(name) && /^(村|社区)?$/.test(later.slice(name.length)))).join(' · ');
}
