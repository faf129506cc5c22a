/** A share as people read it: 96.4%, and — where nothing was owed. */
export function shareText(share: number | null): string {
  return share === null ? '—' : `${(Math.floor(share * 1_000) / 10).toFixed(1)}%`;
}
