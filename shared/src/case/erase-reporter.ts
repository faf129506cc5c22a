import type { Actor } from '../access/index.ts';
import type { CaseEvent } from './case-events.ts';
import type { Case, Reporter } from './case.ts';
import type { Erasure } from './erasure.ts';

/** What stands where personal data stood. */
export const ERASED = '［已删除］';

/** Texts in which people write what they like; whatever else a case holds is codes, places and times. */
const WORDS: ReadonlySet<string> = new Set(['description', 'address', 'note', 'reason', 'basis', 'answer']);
const RECORDINGS: ReadonlySet<string> = new Set(['photos', 'afterPhotos', 'formPhotos', 'voiceNotes']);
/** Mobile, fixed-line and identity numbers, wherever they stand. */
const NUMBERS = /(?<![\d])(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}|\d{17}[\dXx])(?!\d)/g;
/** 门牌: within an address only. */
const HOUSE = /\d+(?:[-之]\d+)*(?:号楼|号|幢|栋|单元|室)/g;

function plain(key: string, text: string, known: readonly string[]): string {
  const without = known.reduce((left, word) => left.replaceAll(word, ERASED), text).replace(NUMBERS, ERASED);
  return key === 'address' ? without.replace(HOUSE, ERASED) : without;
}

const erasedReporter = (reporter: Reporter): Reporter => ({
  ...reporter, name: reporter.name === null ? null : ERASED, phone: reporter.phone === null ? null : ERASED,
});

/** The words by which reporters are known: their names and numbers. */
export function wordsOf(reporters: readonly Reporter[]): string[] {
  return reporters.flatMap(({ name, phone }) => [name, phone]).filter((word): word is string => word !== null && word !== ERASED && word.length > 1);
}

/**
 * Anything of a case without personal data of those who reported it: names and numbers in `known`, any number of a telephone or
 * an identity card, house numbers in addresses, photos and voice notes. Who acted stays, and so does whether somebody can be reached. Doing
 * it again changes nothing.
 */
export function withoutReporter<T>(value: T, known: readonly string[], key = ''): T {
  if (typeof value === 'string') return (WORDS.has(key) ? plain(key, value, known) : value) as T;
  if (Array.isArray(value)) return (RECORDINGS.has(key) ? [] : value.map((one) => withoutReporter<unknown>(one, known, key))) as T;
  if (typeof value !== 'object' || value === null || key === 'actor') return value;
  if (key === 'reporter') return erasedReporter(value as unknown as Reporter) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutReporter<unknown>(one, known, name)])) as T;
}

/**
 * What another object says of a case, without the words its reporters are known by. A text that is such a name and no more stays: it
 * is that of somebody who acted.
 */
export function withoutWords<T>(value: T, known: readonly string[]): T {
  if (typeof value === 'string') return (known.reduce<string>((left, word) => (left === word && !/\d/.test(word) ? left : left.replaceAll(word, ERASED)), value)) as T;
  if (Array.isArray(value)) return value.map((one) => withoutWords<unknown>(one, known)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutWords<unknown>(one, known)])) as T;
}

/** The case after its reporter was erased from what is stored. */
export function forgetReporter(item: Case, at: number): Case {
  const left = withoutReporter(item, wordsOf([item.reporter]));
  return { ...left, reporter: { ...left.reporter, erasedAt: at } };
}

/** The event that says so: the last thing that happens to a case. */
export function reporterErased(item: Case, at: number, actor: Actor, erasure: Erasure): CaseEvent {
  const note = `按留存期限“${erasure.edition}”删除诉求人信息：改写 ${erasure.rewritten} 条记录，删除附件 ${erasure.attachments} 个`;
  return { type: 'reporter-erased', at, actor, to: item.state, payload: { note }, stepClock: item.stepClock, erasure };
}
