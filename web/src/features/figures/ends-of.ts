/** A ranking where not all have room: those that lead, how many are left out, and those at the end. */
export interface Ends<T> {
  readonly first: readonly T[];
  readonly leftOut: number;
  readonly last: readonly T[];
}

/** Keeps as many of both ends of a ranking as `room` has places for, the end (who lags is who is looked for) never fewer than the front; the middle goes. */
export function endsOf<T>(ranked: readonly T[], room: number): Ends<T> {
  if (ranked.length <= room) return { first: ranked, leftOut: 0, last: [] };
  const places = Math.max(0, room);
  const front = Math.floor(places / 2);
  return { first: ranked.slice(0, front), leftOut: ranked.length - places, last: ranked.slice(ranked.length - (places - front)) };
}
