import { describe, expect, it } from 'vitest';
import { versionInForce, type ListVersion } from './index.ts';

function edition(version: string, effectiveFrom: string, publishedAt: number): ListVersion<string> {
  return { kind: 'k', version, effectiveFrom, documentNo: '', isConfirmed: true, publishedAt, publishedBy: 'p', content: version };
}

describe('[LS1] the edition in force', () => {
  const versions = [edition('b', '2026-07-01', 2), edition('a', '2026-01-01', 1), edition('c', '2026-07-01', 3)];

  it.each([['2025-12-31', undefined], ['2026-01-01', 'a'], ['2026-06-30', 'a'], ['2026-07-01', 'c'], ['2027-01-01', 'c']])('on %s is %s', (day, expected) => {
    expect(versionInForce(versions, day)?.version).toBe(expected);
  });
});
