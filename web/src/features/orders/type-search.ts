import type { CaseType } from '@wangge/shared/district';

/**
 * Case types whose name, group or code holds every word typed; names that begin with the text come first, and those of
 * `recent` codes before the rest. An empty text gives the recent ones, then the table in its order.
 */
export function searchTypes(types: readonly CaseType[], text: string, recent: readonly string[], limit: number): CaseType[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (type: CaseType): number => {
    const isPrefix = words[0] !== undefined && type.name.toLowerCase().startsWith(words[0]);
    return (isPrefix ? 0 : 2) + (recent.includes(type.code) ? 0 : 1);
  };
  return types
    .filter((type) => words.every((word) => `${type.name} ${type.group} ${type.code}`.toLowerCase().includes(word)))
    .map((type, index) => ({ type, index }))
    .sort((a, b) => rank(a.type) - rank(b.type) || a.index - b.index)
    .slice(0, limit)
    .map(({ type }) => type);
}
