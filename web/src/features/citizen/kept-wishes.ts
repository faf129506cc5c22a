/** What somebody likes on this phone: large type (大字), their village. A phone that keeps nothing asks again. */
const LARGE = 'wangge-large';
const VILLAGE = 'wangge-village';

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch { /* nothing is kept */ }
}

export const keptIsLarge = (): boolean => read(LARGE) === '1';
export const keepIsLarge = (isLarge: boolean): void => write(LARGE, isLarge ? '1' : '0');
export const keptVillage = (): string => read(VILLAGE);
export const keepVillage = (code: string): void => write(VILLAGE, code);
