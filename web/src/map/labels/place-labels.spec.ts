import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxHolds, boxMeetsDisc, boxesMeet } from './box.ts';
import { placeLabels, placedBox, type LabelField, type LabelRequest, type Obstacle } from './place-labels.ts';

const label = (key: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  key, anchors: [[x, y]], seat: 'around', width: 90, height: 22, clearance: 18, leash: 60, priority: 1, coversCalm: false, ...more,
});
const field = (more: Partial<LabelField> = {}): LabelField => ({
  frame: { left: 0, top: 0, right: 1_000, bottom: 700 }, blocked: [], obstacles: [], gap: 2, before: new Map(), ...more,
});
const lamp = (x: number, y: number, more: Partial<Obstacle> = {}): Obstacle => ({ x, y, radius: 14, kind: 'lamp', ...more });
const boxes = (labels: readonly LabelRequest[], placed: ReturnType<typeof placeLabels>) =>
  labels.flatMap((one) => { const placement = placed.get(one.key); return placement === undefined ? [] : [placedBox(one, placement)]; });

const requests = fc.array(fc.record({
  x: fc.integer({ min: 0, max: 1_000 }), y: fc.integer({ min: 0, max: 700 }), width: fc.integer({ min: 20, max: 200 }),
  priority: fc.integer({ min: 0, max: 5 }), isCentred: fc.boolean(), coversCalm: fc.boolean(), leash: fc.constantFrom(0, 60),
}), { maxLength: 50 }).map((all) => all.map(({ x, y, isCentred, ...more }, index) =>
  label(`label-${index}`, x, y, { ...more, seat: isCentred ? 'centre' : 'around' })));
const obstacles = fc.array(fc.record({
  x: fc.integer({ min: 0, max: 1_000 }), y: fc.integer({ min: 0, max: 700 }), kind: fc.constantFrom('lamp' as const, 'calm' as const, 'line' as const),
}), { maxLength: 60 }).map((all) => all.map(({ x, y, kind }) => lamp(x, y, { kind })));

describe('placeLabels', () => {
  it('never lets a label overlap another, cover a lamp, cross a joint or leave the frame', () => {
    const joint = { left: 492, top: 0, right: 508, bottom: 700 };
    fc.assert(fc.property(requests, obstacles, (labels, discs) => {
      const placed = placeLabels(labels, field({ obstacles: discs, blocked: [joint] }));
      const covered = boxes(labels, placed);
      for (const [index, box] of covered.entries()) {
        expect(boxHolds(field().frame, box)).toBe(true);
        expect(boxesMeet(box, joint, 0)).toBe(false);
        expect(discs.some((disc) => disc.kind === 'lamp' && boxMeetsDisc(box, disc, 2))).toBe(false);
        expect(covered.slice(index + 1).some((other) => boxesMeet(box, other, 2))).toBe(false);
      }
    }), { numRuns: 60 });
  });

  it('keeps every label where it was when nothing changed', () => {
    fc.assert(fc.property(requests, obstacles, (labels, discs) => {
      const first = placeLabels(labels, field({ obstacles: discs }));
      const second = placeLabels(labels, field({ obstacles: discs, before: first }));
      const third = placeLabels(labels, field({ obstacles: discs, before: second }));
      expect(third).toEqual(second);
    }), { numRuns: 40 });
  });

  it('writes to the right of a lone mark and stays there while an obstacle only brushes a better place', () => {
    const alone = placeLabels([label('a', 500, 300)], field());
    expect(alone.get('a')).toMatchObject({ dx: 63, dy: 0, hasLeader: false });
    const driven = placeLabels([label('a', 500, 300)], field({ obstacles: [lamp(560, 300)] }));
    expect(driven.get('a')).toMatchObject({ dx: -63, dy: 0 });
    const later = placeLabels([label('a', 500, 300)], field({ before: driven }));
    expect(later.get('a')).toEqual(driven.get('a'));
  });

  it('ties a label with a leader line when all places beside its mark are taken', () => {
    const ring = Array.from({ length: 12 }, (_, i) => lamp(500 + 48 * Math.cos(i), 300 + 34 * Math.sin(i)));
    expect(placeLabels([label('a', 500, 300)], field({ obstacles: ring })).get('a')?.hasLeader).toBe(true);
    expect(placeLabels([label('a', 500, 300, { leash: 0 })], field({ obstacles: ring })).has('a')).toBe(false);
  });

  it('lets an alarm cover a calm mark rather than none, but never a lamp', () => {
    const ring = (kind: Obstacle['kind']) => Array.from({ length: 60 }, (_, i) => lamp(500 + 20 * (i % 12) - 120, 260 + 16 * Math.floor(i / 12), { kind }));
    const alarm = label('alarm', 500, 300, { coversCalm: true, leash: 0 });
    expect(placeLabels([alarm], field({ obstacles: ring('calm') })).has('alarm')).toBe(true);
    expect(placeLabels([alarm], field({ obstacles: ring('lamp') })).has('alarm')).toBe(false);
  });

  it('moves a lesser label aside for an alarm that has nowhere else to go', () => {
    const frame = { left: 400, top: 285, right: 620, bottom: 315 };
    const village = label('village', 560, 300, { seat: 'centre', width: 60, priority: 0, leash: 0, clearance: 0 });
    const alarm = label('alarm', 505, 300, { priority: 9, width: 90, leash: 0 });
    const placed = placeLabels([village, alarm], field({ frame, before: placeLabels([village], field({ frame })) }));
    expect(placed.has('alarm')).toBe(true);
  });
});
