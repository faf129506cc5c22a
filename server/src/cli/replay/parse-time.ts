/** How a file writes its times: `ISO` and the epochs say their zone themselves, patterns take it from `utcOffset`. */
export interface TimeFormat {
  readonly format: string;
  /** `+08:00`. */
  readonly utcOffset?: string | undefined;
}

const TOKENS = /YYYY|MM|DD|HH|hh|mm|ss|M|D|H|h|A/g;
const DIGITS: Readonly<Record<string, string>> = {
  YYYY: '(\\d{4})', MM: '(\\d{2})', DD: '(\\d{2})', HH: '(\\d{2})', hh: '(\\d{2})', mm: '(\\d{2})', ss: '(\\d{2})',
  M: '(\\d{1,2})', D: '(\\d{1,2})', H: '(\\d{1,2})', h: '(\\d{1,2})', A: '([AP]M)',
};
const ZONED = /(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Makes the reader of a time column: epoch ms, or null for a text that is no such time. Formats are `ISO`, `unix-s`,
 * `unix-ms`, or a pattern of YYYY MM DD HH hh mm ss M D H h A and the characters between them.
 */
export function createTimeReader({ format, utcOffset = '+08:00' }: TimeFormat): (text: string) => number | null {
  if (format === 'ISO') return (text) => finite(Date.parse(ZONED.test(text) ? text : `${text.replace(' ', 'T')}${utcOffset}`));
  if (format === 'unix-s') return (text) => (/^\d{1,11}$/.test(text) ? Number(text) * 1_000 : null);
  if (format === 'unix-ms') return (text) => (/^\d{1,14}$/.test(text) ? Number(text) : null);
  const names = format.match(TOKENS) ?? [];
  const pattern = new RegExp(`^${format.split(TOKENS).map(escape).reduce((all, between, i) => `${all}${DIGITS[names[i - 1] ?? ''] ?? ''}${between}`)}$`, 'i');
  const offsetMs = finite(Date.parse(`1970-01-01T00:00:00${utcOffset}`)) ?? 0;
  return (text) => {
    const found = pattern.exec(text);
    return found === null ? null : fromParts(new Map(names.map((name, i) => [name, found[i + 1] ?? ''])), offsetMs);
  };
}

/** Whether a reader can be made of it: a known word, or a pattern that names a whole day. */
export function isTimeFormat(format: string): boolean {
  if (['ISO', 'unix-s', 'unix-ms'].includes(format)) return true;
  const names: readonly string[] = format.match(TOKENS) ?? [];
  const has = (...wanted: string[]): boolean => wanted.some((name) => names.includes(name));
  return has('YYYY') && has('MM', 'M') && has('DD', 'D');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function finite(at: number): number | null {
  return Number.isFinite(at) ? at : null;
}

function fromParts(parts: ReadonlyMap<string, string>, offsetMs: number): number | null {
  const part = (...names: string[]): number => Number(names.map((name) => parts.get(name)).find((value) => value !== undefined) ?? 0);
  const half = parts.get('A')?.toUpperCase();
  const hour = half === undefined ? part('HH', 'H', 'hh', 'h') : (part('hh', 'h', 'HH', 'H') % 12) + (half === 'PM' ? 12 : 0);
  const [year, month, day, minute, second] = [part('YYYY'), part('MM', 'M'), part('DD', 'D'), part('mm'), part('ss')];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at + offsetMs : null;
}
