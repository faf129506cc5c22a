const KEY = 'wangge-recent-types';
const KEPT = 4;

/** Codes of the case types this phone reported lately, newest first. */
export function readRecentTypes(): string[] {
  return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
}

export function rememberType(code: string): void {
  localStorage.setItem(KEY, [code, ...readRecentTypes().filter((known) => known !== code)].slice(0, KEPT).join(' '));
}
