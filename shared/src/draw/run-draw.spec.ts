import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specPools, specSeed } from './draw.fixture.ts';
import { canonicalPools, countFor, createChance, fromHex, hashPools, pick, redrawInspector, runDraw, toHex, utf8, type DrawPools, type Hash } from './index.ts';

const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const inputs = { pools: specPools, lastDay: '2026-03-31' };
const seedOf = (n: number): Uint8Array => fromHex(specSeed(n))!;

describe('[DR1] the same seed and pools', () => {
  it('give the same names, whatever order the pools were kept in', () => {
    fc.assert(fc.property(fc.nat(), fc.shuffledSubarray([...specPools.objects], { minLength: 100 }), fc.shuffledSubarray([...specPools.inspectors], { minLength: 12 }), (n, objects, inspectors) => {
      const kept: DrawPools = { ...specPools, objects, inspectors };
      expect(runDraw(hash, seedOf(n), { ...inputs, pools: kept })).toEqual(runDraw(hash, seedOf(n), inputs));
      expect(hashPools(hash, kept)).toEqual(hashPools(hash, specPools));
    }), { numRuns: 60 });
  });

  it('are known answers, so that a later version draws like this one', () => {
    expect(toHex(hash(utf8('宁县〇一')))).toBe(createHash('sha256').update('宁县〇一').digest('hex'));
    expect(runDraw(hash, seedOf(7), inputs).map((s) => `${s.objectCode}:${s.inspectorCodes.join('+')}`).join(' ')).toMatchInlineSnapshot(`"O013:p08+p04 O017:p05+p00 O019:p06+p07 O025:p10+p01 O029:p06+p00 O059:p06+p03 O062:p03+p05 O068:p03+p10 O078:p02+p01+p07 O079:p10+p02 O082:p10+p01+p07 O084:p10+p07 O086:p02+p08+p10 O089:p03+p08 O097:p09+p08 O099:p06+p10+p01"`);
  });
});

describe('[DR2] one byte of a pool', () => {
  it('changes its fingerprint', () => {
    const before = hashPools(hash, specPools);
    const objects = specPools.objects.map((o, i) => (i === 50 ? { ...o, name: `${o.name}。` } : o));
    const inspectors = specPools.inspectors.map((p, i) => (i === 3 ? { ...p, certificateNo: 'Z3 ' } : p));
    const after = hashPools(hash, { ...specPools, objects, inspectors });
    expect(after.objects).not.toBe(before.objects);
    expect(after.inspectors).not.toBe(before.inspectors);
    expect(after.items).toBe(before.items);
    expect(canonicalPools(specPools).objects.split('\n')).toHaveLength(100);
  });
});

/** Σ (seen - expected)² / expected. */
function chiSquare(seen: readonly number[]): number {
  const expected = seen.reduce((a, b) => a + b, 0) / seen.length;
  return seen.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

describe('[DR10] chance', () => {
  it('draws from every grade its share, rounded up', () => {
    const slots = runDraw(hash, seedOf(1), { ...inputs, pools: { ...specPools, items: [specPools.items[0]!] } });
    const gradeOf = new Map(specPools.objects.map((o) => [o.code, o.grade]));
    const count = (grade: string): number => slots.filter(({ objectCode }) => gradeOf.get(objectCode) === grade).length;
    expect([count('A'), count('B'), count('C'), count('D')]).toEqual([2, 3, 4, 5]);
    expect([countFor(300, 1), countFor(1, 1), countFor(0, 20), countFor(10, 100), countFor(10, 0), countFor(1000, 0.1)]).toEqual([3, 1, 0, 10, 0, 1]);
  });

  it('favours no object of a grade and no inspector over many seeds', () => {
    const one = { ...inputs, pools: { ...specPools, items: [specPools.items[0]!] } };
    const drawn = new Map<string, number>();
    const sent = new Map<string, number>();
    for (let n = 0; n < 2_000; n += 1) {
      for (const slot of runDraw(hash, seedOf(n), one)) {
        drawn.set(slot.objectCode, (drawn.get(slot.objectCode) ?? 0) + 1);
        if (slot.objectCode === 'O000' || slot.objectCode.endsWith('9')) continue;
        for (const code of slot.inspectorCodes) sent.set(code, (sent.get(code) ?? 0) + 1);
      }
    }
    const ofGrade = (grade: string): number[] => specPools.objects.filter((o) => o.grade === grade).map((o) => drawn.get(o.code) ?? 0);
    // Critical values at 0.1 %: 39 degrees of freedom 72.1, 29: 58.3, 19: 43.8, 9: 27.9; without replacement it is smaller still.
    expect(chiSquare(ofGrade('A'))).toBeLessThan(72.1);
    expect(chiSquare(ofGrade('B'))).toBeLessThan(58.3);
    expect(chiSquare(ofGrade('C'))).toBeLessThan(43.8);
    expect(chiSquare(ofGrade('D'))).toBeLessThan(27.9);
    expect(sent.has('p11')).toBe(false);
    expect([...sent.keys()]).toHaveLength(11);
  });

  it('throws words away rather than favour the first numbers', () => {
    // The first word lies beyond the last whole multiple of 3 × 2^30, so that the second one counts.
    const words = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 5, ...new Uint8Array(24));
    expect(createChance(() => words, new Uint8Array(0), '').below(3 * 2 ** 30)).toBe(5);
    expect(pick(createChance(hash, seedOf(3), 'p'), ['a', 'b', 'c'], 3).toSorted()).toEqual(['a', 'b', 'c']);
  });
});

describe('[DR5] every drawn object', () => {
  it('gets enough different inspectors with a valid certificate and no interest', () => {
    const byCode = new Map(specPools.inspectors.map((p) => [p.code, p]));
    const objects = new Map(specPools.objects.map((o) => [o.code, o]));
    fc.assert(fc.property(fc.nat(), (n) => {
      for (const { objectCode, itemCodes, inspectorCodes } of runDraw(hash, seedOf(n), inputs)) {
        expect(new Set(inspectorCodes).size).toBe(itemCodes.includes('I2') ? 3 : 2);
        for (const code of inspectorCodes) {
          const inspector = byCode.get(code)!;
          expect(inspector.validTo >= '2026-03-31' && !inspector.interests.includes(objectCode) && !objects.get(objectCode)!.unitsConcerned.includes(inspector.unit)).toBe(true);
        }
      }
    }), { numRuns: 80 });
  });

  it('finds nobody to step in when all others are on it or were recused', () => {
    const everybody = specPools.inspectors.map(({ code }) => code);
    expect(redrawInspector(hash, seedOf(1), inputs, { number: 1, objectCode: 'O001', inspectorCode: 'p00' }, everybody)).toBeNull();
  });
});
